package tlsfit.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static tlsfit.diagnosis.ControlTables.DESIGNS;
import static tlsfit.diagnosis.ControlTables.KINDS;
import static tlsfit.diagnosis.ControlTables.SIGMA;
import static tlsfit.diagnosis.ControlTables.table;
import static tlsfit.diagnosis.ControlTables.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.Shape;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.WaldIntervals;

/**
 * Tables without a shift must not yield a dipole moment, and good ones must not be refused. The
 * shares allowed: 5 % false alarms, 1 % of good measurements refused.
 */
@Tag("study")
class NegativeControlsTest {
  /** Student's t with 3 degrees of freedom: a normal number over the root of χ²/3. */
  private static double student(Random random) {
    double square = 0;
    double normal = random.nextGaussian();
    for (int i = 0; i < 3; i++) {
      square += Math.pow(random.nextGaussian(), 2);
    }
    return normal / Math.sqrt(square / 3);
  }

  @Test
  void staticTablesDetermineNothing() {
    ControlTables.Count count = new ControlTables.Count();
    for (int seed = 0; seed < 24; seed++) {
      for (Measurement design : DESIGNS) {
        for (Noise kind : KINDS) {
          Random random = new Random(seed);
          count.add(table(design, reading -> 0, Random::nextGaussian, random), kind);
        }
      }
    }
    assertThat(count.tables).isGreaterThan(200);
    assertThat((double) count.reported / count.tables).isLessThanOrEqualTo(0.05);
  }

  @Test
  void heavyTailsAndOutliersDetermineNothing() {
    ControlTables.Count count = new ControlTables.Count();
    for (int seed = 0; seed < 8; seed++) {
      for (Measurement design : DESIGNS) {
        for (Noise kind : KINDS) {
          Random random = new Random(1000 + seed);
          count.add(table(design, reading -> 0, NegativeControlsTest::student, random), kind);
          for (int outliers = 1; outliers <= 2; outliers++) {
            count.add(withOutliers(design, outliers, random), kind);
          }
        }
      }
    }
    assertThat(count.tables).isGreaterThan(200);
    assertThat((double) count.reported / count.tables).isLessThanOrEqualTo(0.05);
  }

  /** Noise with gross errors of 8 or 30 σ up or down, anywhere. */
  private static Measurement withOutliers(Measurement design, int outliers, Random random) {
    List<Reading> readings =
        new ArrayList<>(
            table(design, reading -> 0, Random::nextGaussian, random).readings().toList());
    double size = (random.nextBoolean() ? 8 : 30) * SIGMA;
    for (int k = 0; k < outliers; k++) {
      int i = random.nextInt(readings.size());
      double error = random.nextBoolean() ? size : -size;
      readings.set(i, with(readings.get(i), readings.get(i).frequency() + error));
    }
    return Experiments.of(readings);
  }

  /** Where the 95 % interval of p is narrower than a factor of 1.5, p must be reported. */
  @Test
  void goodMeasurementsAreNotRefused() {
    int narrow = 0;
    int refused = 0;
    for (double sigma : new double[] {300, 3000, 10_000}) {
      for (int seed = 0; seed < 12; seed++) {
        for (Measurement design : DESIGNS) {
          for (Noise kind : List.of(new Noise.Absolute(), new Noise.FromScatter())) {
            Measurement measurement =
                Experiments.simulate(design, Experiments.TRUTH, sigma, 4000 + seed);
            Fit fit = Fitter.fit(measurement, FitOptions.of(Experiments.LOG, kind));
            if (width(fit) < 1.5) {
              narrow++;
              Diagnosis diagnosis = Diagnosis.of(fit);
              refused += diagnosis.undetermined().contains(Parameter.DIPOLE_MOMENT) ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(narrow).isGreaterThan(180);
    assertThat((double) refused / narrow).isLessThanOrEqualTo(0.01);
  }

  /** Upper over lower limit of p, whatever the diagnosis. */
  private static double width(Fit fit) {
    Diagnosis none = new Diagnosis(true, Set.of(), Shape.EXTREMUM, List.of());
    Interval interval =
        WaldIntervals.of(fit, none, 0.95).stream()
            .filter(estimate -> estimate.name().equals(Parameter.DIPOLE_MOMENT.key()))
            .findFirst()
            .orElseThrow()
            .interval();
    return requireNonNull(interval.upper()) / requireNonNull(interval.lower());
  }
}
