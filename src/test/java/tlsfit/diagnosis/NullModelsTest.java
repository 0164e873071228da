package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/** Curves without physics beside the model, and shifts that rest on a reading or two. */
class NullModelsTest {
  private static final double[] FIELDS = {1, 2, 4, 8};
  private static final double[] FREQUENCIES = {5, 3, 4, 1};
  private static final double[] SIGMAS = {1, 2, 1, 2};
  private static final FitOptions OFF =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues STILL =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  private static Reading reading(double field, double rate, double frequency, double sigma) {
    return new Reading(
        new Drive.AcField(field),
        new BiasRate.FieldRate(rate),
        frequency,
        OptionalDouble.of(sigma),
        new Origin("a.csv", 2));
  }

  private static Fit refit(List<Reading> readings) {
    return Fitter.refit(new Observations(Experiments.of(readings), OFF.noise()), OFF, STILL);
  }

  private static List<Reading> four(double unit) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < FIELDS.length; i++) {
      readings.add(reading(FIELDS[i] * unit, 3e10, 5e9 + 1000 * FREQUENCIES[i], 1000 * SIGMAS[i]));
    }
    return readings;
  }

  private static double chiSquare(List<FeaturelessCurve> curves, FeaturelessCurve.Kind kind) {
    return curves.stream()
        .filter(curve -> curve.kind() == kind)
        .findFirst()
        .orElseThrow()
        .chiSquare();
  }

  /**
   * numpy: x = [1,2,4,8], y = [5,3,4,1], s = [1,2,1,2]; numpy.linalg.lstsq(numpy.c_[ones, X]/s,
   * y/s) with X = x**2, numpy.log(x) and x > 1.5, 3 and 6, of which the last is the best step.
   */
  @Test
  void linesAndStepsAgainstNumpy() {
    List<FeaturelessCurve> curves = FeaturelessCurve.of(refit(four(100)));
    assertThat(curves)
        .extracting(FeaturelessCurve::kind)
        .containsExactly(
            FeaturelessCurve.Kind.LINE_IN_POWER,
            FeaturelessCurve.Kind.LINE_IN_LOG_POWER,
            FeaturelessCurve.Kind.STEP_IN_FIELD);
    assertThat(chiSquare(curves, FeaturelessCurve.Kind.LINE_IN_POWER))
        .isCloseTo(0.69912473, within(1e-7));
    assertThat(chiSquare(curves, FeaturelessCurve.Kind.LINE_IN_LOG_POWER))
        .isCloseTo(1.34482759, within(1e-7));
    assertThat(chiSquare(curves, FeaturelessCurve.Kind.STEP_IN_FIELD)).isCloseTo(1, within(1e-7));
  }

  /** χ² + 2 k of the curve, less that of the model with its three parameters. */
  @Test
  void theLeadIsTheDifferenceOfAkaikesCriteria() {
    Fit fit = refit(four(100));
    assertThat(fit.free()).hasSize(3);
    for (FeaturelessCurve curve : FeaturelessCurve.of(fit)) {
      double expected =
          curve.chiSquare() + 2 * curve.parameters() - fit.readingsChiSquare() - 2 * 3;
      assertThat(curve.lead(fit)).isCloseTo(expected, within(1e-9));
      assertThat(curve.asGoodAs(fit)).isEqualTo(expected < 10);
    }
  }

  /** A curve knows no dipole moment and no unit: the fields in others change nothing. */
  @Test
  void curvesDoNotDependOnTheUnitOfTheField() {
    List<FeaturelessCurve> curves = FeaturelessCurve.of(refit(four(100)));
    List<FeaturelessCurve> others = FeaturelessCurve.of(refit(four(700)));
    for (FeaturelessCurve curve : curves) {
      assertThat(chiSquare(others, curve.kind())).isCloseTo(curve.chiSquare(), within(1e-6));
    }
  }

  @Test
  void alongTheBiasOnlyCurvesOfTheRateAreTried() {
    List<Reading> bias = new ArrayList<>();
    for (int i = 0; i < FIELDS.length; i++) {
      bias.add(reading(1500, 1e9 * FIELDS[i], 5e9 + 1000 * FREQUENCIES[i], 1000 * SIGMAS[i]));
    }
    List<FeaturelessCurve> curves = FeaturelessCurve.of(refit(bias));
    assertThat(curves)
        .extracting(curve -> curve.kind().key())
        .containsExactlyInAnyOrder("line-in-log-rate", "line-in-power-over-rate", "step-in-rate");
    // the logarithm and the best step of the same four numbers
    assertThat(chiSquare(curves, FeaturelessCurve.Kind.LINE_IN_LOG_RATE))
        .isCloseTo(1.34482759, within(1e-7));
    assertThat(chiSquare(curves, FeaturelessCurve.Kind.STEP_IN_RATE)).isCloseTo(1, within(1e-7));
  }

  @Test
  void theCurveOfTheReadingsIsAsGoodAsTheModel() {
    List<Reading> step = new ArrayList<>();
    for (Reading reading : Experiments.powerSweep(3.2e10, 24).readings().toList()) {
      double field = reading.drive().value();
      step.add(reading(field, 3.2e10, field > 1000 ? 5e9 - 50_000 : 5e9, 1000));
    }
    FeaturelessCurve best = FeaturelessCurve.of(refit(step)).get(0);
    assertThat(best.kind()).isEqualTo(FeaturelessCurve.Kind.STEP_IN_FIELD);
    assertThat(best.chiSquare()).isCloseTo(0, within(1e-6));
    Measurement real = Experiments.simulate(Experiments.powerSweep(3.2e10, 24), STILL, 1000, 2);
    Fit model = refit(real.readings().toList());
    assertThat(FeaturelessCurve.of(model)).noneMatch(curve -> curve.asGoodAs(model));
  }

  private static List<Reading> flat(double... shifts) {
    List<Reading> readings = new ArrayList<>();
    List<Reading> design = Experiments.powerSweep(3.2e10, 30).readings().toList();
    for (int i = 0; i < design.size(); i++) {
      int behind = i - (design.size() - shifts.length);
      double shift = behind < 0 ? 0 : shifts[behind];
      readings.add(
          reading(
              design.get(i).drive().value(), 3.2e10, 5e9 + 700 * Math.sin(7.0 * i) + shift, 1000));
    }
    return readings;
  }

  @Test
  void aShiftOfOneOrTwoReadingsRestsOnThem() {
    for (double[] shifts : new double[][] {{-20_000}, {-20_000, -20_000}}) {
      List<Reading> readings = flat(shifts);
      InfluentialReadings found = InfluentialReadings.of(refit(readings), 1e-3).orElseThrow();
      assertThat(found.readings())
          .containsExactlyInAnyOrderElementsOf(readings.subList(30 - shifts.length, 30));
      assertThat(found.pValue()).isBetween(1e-3, 1.0);
    }
  }

  @Test
  void aShiftOfManyReadingsRestsOnNone() {
    Measurement real = Experiments.simulate(Experiments.powerSweep(3.2e10, 30), STILL, 1000, 2);
    assertThat(InfluentialReadings.of(refit(real.readings().toList()), 1e-3)).isEmpty();
    assertThat(InfluentialReadings.of(refit(flat(-20_000, -20_000, -20_000, -20_000)), 1e-3))
        .isEmpty();
  }

  /** A level that no p-value reaches leaves every shift standing. */
  @Test
  void theLevelDecides() {
    Fit fit = refit(flat(-20_000));
    InfluentialReadings strict = InfluentialReadings.of(fit, 1e-3).orElseThrow();
    assertThat(InfluentialReadings.of(fit, 1e-9).orElseThrow()).isEqualTo(strict);
    assertThat(InfluentialReadings.of(fit, Math.nextUp(1.0))).isEmpty();
  }

  /** Three readings for three parameters leave none to do without. */
  @Test
  void fourReadingsAreTooFewToLeaveOneOut() {
    assertThat(InfluentialReadings.of(refit(four(100)), 0)).isEmpty();
  }

  @Test
  void theOneTableAgreesWithItself() {
    Fit one = refit(Experiments.simulate(Experiments.joint(), STILL, 1000, 2).readings().toList());
    assertThat(TableConsistency.of(one)).isEmpty();
  }

  /** Neither the order of the tables nor a unit of the fields changes what tables disagree in. */
  @Test
  void tablesAreTestedWhateverTheirOrderAndUnit() {
    List<Reading> rows = Tables.simulated(1000, 3).readings().toList();
    List<Reading> turned =
        Stream.concat(rows.subList(32, 68).stream(), rows.subList(0, 32).stream()).toList();
    TableConsistency found = consistency(Experiments.of(rows), STILL_JOINT);
    TableConsistency other = consistency(Experiments.of(turned), STILL_JOINT);
    TableConsistency scaled =
        consistency(
            scaledTables(rows, 10),
            STILL_JOINT.with(Parameter.DIPOLE_MOMENT, STILL_JOINT.dipoleMoment() / 10));
    for (TableConsistency same : List.of(other, scaled)) {
      assertThat(same.fall()).isCloseTo(found.fall(), Percentage.withPercentage(1e-3));
      assertThat(same.pValue()).isCloseTo(found.pValue(), Percentage.withPercentage(1e-3));
      assertThat(same.added()).isEqualTo(found.added());
      assertThat(same.farthest()).isEqualTo(found.farthest());
    }
  }

  private static final ParameterValues STILL_JOINT = Experiments.TRUTH;

  private static TableConsistency consistency(Measurement measurement, ParameterValues start) {
    FitOptions on = OFF.withRelaxation(Relaxation.ON);
    return TableConsistency.of(Fitter.refit(new Observations(measurement, on.noise()), on, start))
        .orElseThrow();
  }

  /** Both fields in another unit: only p changes. */
  private static Measurement scaledTables(List<Reading> rows, double factor) {
    return Experiments.of(
        rows.stream()
            .map(
                r ->
                    new Reading(
                        r.drive().withValue(r.drive().value() * factor),
                        r.biasRate().withValue(r.biasRate().value() * factor),
                        r.frequency(),
                        r.sigma(),
                        r.origin()))
            .toList());
  }
}
