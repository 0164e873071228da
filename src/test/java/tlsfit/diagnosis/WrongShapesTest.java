package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static tlsfit.diagnosis.ControlTables.BIAS;
import static tlsfit.diagnosis.ControlTables.DESIGNS;
import static tlsfit.diagnosis.ControlTables.KINDS;
import static tlsfit.diagnosis.ControlTables.LARGEST_FIELD;
import static tlsfit.diagnosis.ControlTables.POWER;
import static tlsfit.diagnosis.ControlTables.SIGMA;
import static tlsfit.diagnosis.ControlTables.field;
import static tlsfit.diagnosis.ControlTables.rate;
import static tlsfit.diagnosis.ControlTables.table;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.WaldIntervals;

/**
 * Tables whose shift has another shape than the theory's must not yield a dipole moment, nor parts
 * of the shape a wrong one, in more than 5 %.
 */
@Tag("study")
class WrongShapesTest {
  @Test
  void aStraightLineInPowerIsRefused() {
    ControlTables.Count count = new ControlTables.Count();
    for (double total : new double[] {3, 30, 1000}) { // at the highest power, in σ
      for (int seed = 0; seed < 3; seed++) {
        for (Measurement design : List.of(POWER, Experiments.joint())) {
          for (Noise kind : KINDS) {
            count.add(
                table(
                    design,
                    reading -> -total * SIGMA * Math.pow(field(reading) / LARGEST_FIELD, 2),
                    Random::nextGaussian,
                    new Random(2000 + seed)),
                kind);
          }
        }
      }
    }
    assertThat(count.seen).isGreaterThan(35);
    assertThat((double) count.reported / count.seen).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aStraightLineIsRefusedUnderRobustLossesToo() {
    ControlTables.Count count = new ControlTables.Count();
    for (int seed = 0; seed < 2; seed++) {
      for (Loss loss : List.of(Loss.SOFT_L1, Loss.CAUCHY)) {
        for (Noise kind : List.of(new Noise.Absolute(), new Noise.FromScatter())) {
          count.add(
              table(
                  Experiments.joint(),
                  reading -> -100 * SIGMA * Math.pow(field(reading) / LARGEST_FIELD, 2),
                  Random::nextGaussian,
                  new Random(2500 + seed)),
              FitOptions.of(Experiments.LOG, kind).withLoss(loss));
        }
      }
    }
    assertThat(count.seen).isGreaterThan(6);
    assertThat((double) count.reported / count.tables).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aStepIsRefused() {
    ControlTables.Count count = new ControlTables.Count();
    for (double height : new double[] {-300, -20, -5, -2, 5, 20, 300}) { // in σ
      for (int seed = 0; seed < 2; seed++) {
        for (Measurement design : DESIGNS) {
          for (Noise kind : KINDS) {
            Random random = new Random(3000 + seed);
            boolean overField = !design.equals(BIAS);
            double place =
                overField
                    ? 60 * Math.pow(400, random.nextDouble())
                    : 1e9 * Math.pow(1e4, random.nextDouble());
            count.add(
                table(
                    design,
                    reading ->
                        (overField ? field(reading) : rate(reading)) > place ? height * SIGMA : 0,
                    Random::nextGaussian,
                    random),
                kind);
          }
        }
      }
    }
    assertThat(count.seen).isGreaterThan(60);
    assertThat((double) count.reported / count.seen).isLessThanOrEqualTo(0.05);
  }

  /** One-sided data hide relaxation, and a fit that leaves it out has a wrong p. */
  @Test
  void wrongDipoleMomentsOfOneSidedMeasurementsAreRefused() {
    Measurement below = partOfPowerSweep(0, 1000);
    Measurement above = partOfPowerSweep(2000, 1e9);
    double truth = Experiments.TRUTH.dipoleMoment();
    int wrong = 0;
    int tables = 0;
    for (double sigma : new double[] {3000, 10_000}) {
      for (int seed = 0; seed < 20; seed++) {
        for (Measurement design : List.of(below, above)) {
          Measurement measurement =
              Experiments.simulate(design, Experiments.TRUTH, sigma, 5000 + seed);
          Fit fit = Fitter.fit(measurement, FitOptions.of(Experiments.LOG, new Noise.Absolute()));
          Diagnosis diagnosis = Diagnosis.of(fit);
          boolean reported =
              diagnosis.valid() && !diagnosis.undetermined().contains(Parameter.DIPOLE_MOMENT);
          Interval interval =
              WaldIntervals.of(fit, diagnosis, 0.95).stream()
                  .filter(estimate -> estimate.name().equals(Parameter.DIPOLE_MOMENT.key()))
                  .findFirst()
                  .orElseThrow()
                  .interval();
          tables++;
          wrong += reported && !interval.contains(truth) ? 1 : 0;
        }
      }
    }
    assertThat((double) wrong / tables).isLessThanOrEqualTo(0.05);
  }

  private static Measurement partOfPowerSweep(double from, double to) {
    return Experiments.of(
        Experiments.powerSweep(3.2e10, 45)
            .readings()
            .filter(reading -> field(reading) > from && field(reading) < to)
            .toList());
  }
}
