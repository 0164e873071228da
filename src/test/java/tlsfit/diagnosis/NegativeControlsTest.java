package tlsfit.diagnosis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.Shape;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.WaldIntervals;

/**
 * Tables that hold no dipole moment must not yield one, and good ones must not be refused. The
 * shares allowed: 5 % false alarms, 1 % of good measurements refused.
 */
class NegativeControlsTest {
  private static final double SIGMA = 1000;
  private static final double LARGEST_FIELD = 24_000; // of the power sweeps of Experiments [V/m]

  private static final List<Noise> KINDS =
      List.of(new Noise.Absolute(), new Noise.Relative(), new Noise.FromScatter());

  private static final Measurement POWER = Experiments.powerSweep(3.2e10, 30);
  private static final Measurement BIAS = Experiments.biasSweep(1500, 30);
  private static final List<Measurement> DESIGNS = List.of(POWER, BIAS, Experiments.joint());

  /** How often p was reported, of the tables in which a shift was seen and of all. */
  private static final class Count {
    private int tables;
    private int seen;
    private int reported;

    private void add(Measurement measurement, Noise kind) {
      add(measurement, FitOptions.of(Experiments.LOG, kind));
    }

    private void add(Measurement measurement, FitOptions options) {
      Diagnosis diagnosis = Diagnosis.of(Fitter.fit(measurement, options));
      tables++;
      seen += diagnosis.shiftSeen() ? 1 : 0;
      reported +=
          diagnosis.valid() && !diagnosis.undetermined().contains(Parameter.DIPOLE_MOMENT) ? 1 : 0;
    }
  }

  /** A standard normal number, or another noise, for one reading. */
  private interface NoiseSource {
    double sample(Random random);
  }

  private static Measurement table(
      Measurement design, ToDoubleFunction<Reading> shift, NoiseSource noise, Random random) {
    List<Reading> readings = new ArrayList<>();
    for (Reading reading : design.readings().toList()) {
      double frequency = 5e9 + shift.applyAsDouble(reading) + SIGMA * noise.sample(random);
      readings.add(with(reading, frequency));
    }
    return Experiments.of(readings);
  }

  private static Reading with(Reading reading, double frequency) {
    return new Reading(
        reading.drive(), reading.biasRate(), frequency, OptionalDouble.of(SIGMA), reading.origin());
  }

  private static double field(Reading reading) {
    return ((Drive.AcField) reading.drive()).amplitude();
  }

  private static double rate(Reading reading) {
    return ((BiasRate.FieldRate) reading.biasRate()).rate();
  }

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
    Count count = new Count();
    for (int seed = 0; seed < 56; seed++) {
      for (Measurement design : DESIGNS) {
        for (Noise kind : KINDS) {
          Random random = new Random(seed);
          count.add(table(design, reading -> 0, Random::nextGaussian, random), kind);
        }
      }
    }
    assertThat(count.tables).isGreaterThan(500);
    assertThat((double) count.reported / count.tables).isLessThanOrEqualTo(0.05);
  }

  @Test
  void heavyTailsAndOutliersDetermineNothing() {
    Count count = new Count();
    for (int seed = 0; seed < 20; seed++) {
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
    assertThat(count.tables).isGreaterThan(500);
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

  @Test
  void aStraightLineInPowerIsRefused() {
    Count count = new Count();
    for (double total : new double[] {3, 10, 100, 1000}) { // at the highest power, in σ
      for (int seed = 0; seed < 8; seed++) {
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
    assertThat(count.seen).isGreaterThan(150);
    assertThat((double) count.reported / count.seen).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aStraightLineIsRefusedUnderRobustLossesToo() {
    Count count = new Count();
    for (int seed = 0; seed < 10; seed++) {
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
    assertThat(count.seen).isGreaterThan(30);
    assertThat((double) count.reported / count.tables).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aStepIsRefused() {
    Count count = new Count();
    for (double height : new double[] {-300, -20, -5, -2, 5, 20, 300}) { // in σ
      for (int seed = 0; seed < 5; seed++) {
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
    assertThat(count.seen).isGreaterThan(150);
    assertThat((double) count.reported / count.seen).isLessThanOrEqualTo(0.05);
  }

  /** Where the 95 % interval of p is narrower than a factor of 1.5, p must be reported. */
  @Test
  void goodMeasurementsAreNotRefused() {
    int narrow = 0;
    int refused = 0;
    for (double sigma : new double[] {300, 3000, 10_000}) {
      for (int seed = 0; seed < 20; seed++) {
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
    assertThat(narrow).isGreaterThan(300);
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
