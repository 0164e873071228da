package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

/** The runs test by counting, and what a verdict makes of it. */
class RunsTestTest {

  private static List<Boolean> signs(String text) {
    return text.chars().mapToObj(c -> c == '+').toList();
  }

  // 5 + and 4 − have 126 orders; those with 2, 3, 4 runs are 2, 7, 24 (by hand: 2 C(4,k−1) C(3,k−1)
  // for 2k runs, C(4,1) + C(3,1) for 3). μ = 1 + 2·5·4/9.
  @Test
  void countsTheOrdersOfOneSequence() {
    RunsTest test = RunsTest.of(List.of(signs("+++----++")));
    assertThat(test.runs()).isEqualTo(3);
    assertThat(test.expected()).isCloseTo(1 + 40 / 9.0, within(1e-12));
    assertThat(test.pValue()).isCloseTo(9 / 126.0, within(1e-12));
    RunsTest four = RunsTest.of(List.of(signs("+++--++--")));
    assertThat(four.pValue()).isCloseTo(33 / 126.0, within(1e-12));
  }

  // Two sequences of 2 + and 2 −: the runs of one are 2, 3, 4 in 2 orders each, so 36 pairs of
  // orders, of which 4 have 4 runs in all and 8 have 5.
  @Test
  void addsTheRunsOfTheSequences() {
    RunsTest test = RunsTest.of(List.of(signs("++--"), signs("+--+")));
    assertThat(test.runs()).isEqualTo(5);
    assertThat(test.pValue()).isCloseTo(12 / 36.0, within(1e-12));
    assertThat(RunsTest.of(List.of(signs("++--"), signs(""), signs("+++"))).pValue())
        .isCloseTo(2 / 6.0, within(1e-12));
    assertThat(RunsTest.of(List.of(signs("++"), signs("-"))).pValue()).isEqualTo(1);
  }

  // 300 + and 300 − with 280 runs: μ = 301, variance 180000·(180000 − 600)/(600²·599) = 149.75,
  // Φ((280.5 − 301)/12.2372) = 0.04694 (scipy 1.17.1: stats.norm.cdf). Exact counting (Python
  // integers, math.comb) gives 0.04691.
  @Test
  void manyReadingsAreNormal() {
    StringBuilder text = new StringBuilder("+-".repeat(139));
    text.append("+".repeat(161)).append("-".repeat(161));
    RunsTest test = RunsTest.of(List.of(signs(text.toString())));
    assertThat(test.runs()).isEqualTo(280);
    assertThat(test.pValue()).isCloseTo(0.0469, within(2e-4));
  }

  @Test
  void followsTheSweepsWhateverTheOrderOfTheRows() {
    List<Reading> rows = new ArrayList<>(Experiments.joint().readings().toList());
    Collections.shuffle(rows, new Random(1));
    Observations shuffled = new Observations(Experiments.of(rows), new Noise.FromScatter());
    List<List<Integer>> sequences = Sequences.of(shuffled);
    // three sweeps of power with 16 readings, one of the bias with 20
    assertThat(sequences).extracting(List::size).containsExactlyInAnyOrder(16, 16, 16, 20);
    for (List<Integer> sequence : sequences) {
      boolean power = sequence.size() == 16;
      for (int i = 1; i < sequence.size(); i++) {
        double before = value(shuffled, sequence.get(i - 1), power);
        assertThat(value(shuffled, sequence.get(i), power)).isGreaterThan(before);
      }
    }
  }

  private static double value(Observations observations, int i, boolean power) {
    return power ? observations.rabi(i, 1) : observations.sweepRate(i, 1);
  }

  /** A drift that no fit without σ could see in its χ². */
  @Test
  void aDriftMakesAFitFromScatterInvalid() {
    Measurement good = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1000, 8);
    List<Reading> rows = good.readings().toList();
    List<Reading> drifted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Reading r = rows.get(i);
      double drift = 5000 * Math.sin(i / 4.0);
      drifted.add(
          new Reading(
              r.drive(), r.biasRate(), r.frequency() + drift, OptionalDouble.empty(), r.origin()));
    }
    FitOptions scatter = FitOptions.of(Experiments.LOG, new Noise.FromScatter());
    Verdict bad = Diagnosis.judge(Fitter.fit(Experiments.of(drifted), scatter));
    assertThat(bad.valid()).isFalse();
    assertThat(bad.determined()).isTrue();
    assertThat(String.join("\n", bad.problems())).contains("does not describe the data", "drift");
    assertThat(Diagnosis.judge(Fitter.fit(good, scatter)).problems()).isEmpty();
  }

  @Test
  void roundingHasNoRuns() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    Fit fit = Fitter.fit(exact, FitOptions.of(Experiments.LOG, new Noise.FromScatter()));
    assertThat(RunsTest.of(fit).pValue()).isEqualTo(1);
    assertThat(Diagnosis.judge(fit).valid()).isTrue();
  }
}
