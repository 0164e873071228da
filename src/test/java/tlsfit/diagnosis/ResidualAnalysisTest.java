package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

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
import tlsfit.result.FindingCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.statistics.RunsTest;

/**
 * The order in which the residuals of a fit are tested, and what a diagnosis makes of their signs.
 */
class ResidualAnalysisTest {

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
    Diagnosis bad = Diagnosis.of(Fitter.fit(Experiments.of(drifted), scatter));
    assertThat(bad.valid()).isFalse();
    assertThat(bad.determined()).isTrue();
    assertThat(bad.fails(FindingCode.SERIAL_CORRELATION)).isTrue();
    assertThat(Diagnosis.of(Fitter.fit(good, scatter)).valid()).isTrue();
  }

  @Test
  void roundingHasNoRuns() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    Fit fit = Fitter.fit(exact, FitOptions.of(Experiments.LOG, new Noise.FromScatter()));
    assertThat(RunsTest.of(ResidualAnalysis.signs(fit)).pValue()).isEqualTo(1);
    assertThat(Diagnosis.of(fit).valid()).isTrue();
  }
}
