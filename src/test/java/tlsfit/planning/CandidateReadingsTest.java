package tlsfit.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Advice;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

class CandidateReadingsTest {
  private static final FitOptions OFF =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  private static final ParameterValues STILL =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  private static Fit fit(Measurement design) {
    Measurement measured = Experiments.simulate(design, STILL, 2000, 7);
    return Fitter.refit(new Observations(measured, OFF.noise()), OFF, STILL);
  }

  private static final Fit POWER = fit(Experiments.powerSweep(3.2e10, 20));

  private static Set<Double> fields(List<Reading> points) {
    return points.stream().map(point -> point.drive().value()).collect(Collectors.toSet());
  }

  private static Set<Double> rates(List<Reading> points) {
    return points.stream().map(point -> point.biasRate().value()).collect(Collectors.toSet());
  }

  @Test
  void aSweepOfThePowerAsksForOtherFieldsAtItsRate() {
    List<Reading> points = new CandidateReadings(POWER).all(false);
    assertThat(rates(points)).containsExactly(3.2e10);
    // from 60 V/m over 30 on
    assertThat(fields(points).stream().min(Double::compare)).contains(2.0);
    assertThat(fields(points).stream().max(Double::compare).orElseThrow())
        .isLessThan(24_000 * 30 * 1.4);
  }

  @Test
  void fieldsHaveTwoDigitsAndStepsOfAnEighthOfADecade() {
    List<Double> sorted =
        fields(new CandidateReadings(POWER).all(false)).stream().sorted().toList();
    assertThat(sorted).hasSizeGreaterThan(20);
    for (double field : sorted) {
      assertThat(new BigDecimal(Double.toString(field)).stripTrailingZeros().precision())
          .as("%s", field)
          .isLessThanOrEqualTo(2);
    }
    for (int i = 1; i < sorted.size(); i++) {
      // 10^(1/8) = 1.3335, less or more the rounding to two digits of both
      assertThat(sorted.get(i) / sorted.get(i - 1)).isBetween(1.3335 / 1.1, 1.3335 * 1.1);
    }
  }

  /** ω0/(Ω_R0 + √v0) is above √e at every point: L stays above one half. */
  @Test
  void allLieWithinTheTheory() {
    double p = POWER.values().dipoleMoment();
    double omega0 = 2 * Math.PI * POWER.values().referenceFrequency();
    List<Reading> points = new CandidateReadings(POWER).all(true);
    for (Reading point : points) {
      double rates = point.drive().rabi(p) + Math.sqrt(point.biasRate().sweepRate(p));
      assertThat(omega0 / rates).isGreaterThan(Math.sqrt(Math.E));
    }
  }

  @Test
  void otherRatesAreAskedForOnlyWhereTheyMayBe() {
    List<Reading> narrow = new CandidateReadings(POWER).all(false);
    List<Reading> wide = new CandidateReadings(POWER).all(true);
    assertThat(wide).containsAll(narrow).hasSizeGreaterThan(narrow.size());
    assertThat(rates(wide)).hasSizeGreaterThan(10);
    // a sweep of the bias has both anyway
    List<Reading> bias = new CandidateReadings(fit(Experiments.biasSweep(1500, 20))).all(false);
    assertThat(rates(bias)).hasSizeGreaterThan(20);
    assertThat(fields(bias)).contains(1500.0);
  }

  /** Of twenty bias rates eight are looked at, the first and the last among them. */
  @Test
  void ofManyRatesSomeAreTaken() {
    List<Reading> bias = new CandidateReadings(fit(Experiments.biasSweep(1500, 20))).all(false);
    Set<Double> measured =
        Experiments.biasSweep(1500, 20)
            .readings()
            .map(r -> r.biasRate().value())
            .collect(Collectors.toSet());
    Set<Double> withOtherFields =
        bias.stream()
            .filter(point -> point.drive().value() != 1500)
            .map(point -> point.biasRate().value())
            .collect(Collectors.toSet());
    assertThat(measured).containsAll(withOtherFields);
    assertThat(withOtherFields).hasSize(8).contains(1e9, 1e13);
  }

  /** A candidate has no noise and no place of its own, only a setting. */
  @Test
  void aCandidateIsOnlyASetting() {
    assertThat(new CandidateReadings(POWER).all(true))
        .allMatch(point -> point.sigma().isEmpty() && point.origin().line() == 0);
  }

  /**
   * At ω0/√v0 = 31.4159 κ is 2.0455 (theory.md, section 5) and K there 0.664956:
   * scipy.integrate.dblquad of c²(1 − exp(−ξ c (1−u²)/u))² at ξ = π κ²/2, times ln(31.4159/(κ+1)).
   */
  @Test
  void withoutAShiftTheSmallestStrengthIsFiveStandardErrors() {
    double dipole = 10 * Constants.DEBYE;
    double omega0 = 2 * Math.PI * 5.012e9;
    double sweepRate = Math.pow(omega0 / 31.4159, 2);
    double rate = sweepRate * Constants.HBAR / (2 * dipole);
    for (double sigma : new double[] {300, 3000}) {
      Fit flat = flat(rate, sigma);
      MeasuredRange range = new MeasuredRange(flat.observations().readings());
      Advice advice = ShiftNotSeen.advice(flat, range, dipole, false).orElseThrow();
      assertThat(advice.rabi() / Math.sqrt(sweepRate)).isCloseTo(2.0455, within(1e-3));
      double fiveErrors = 5 * sigma * Math.sqrt(2 / 10.0);
      assertThat(advice.smallestChi())
          .isCloseTo(fiveErrors / (K_AT_EXTREMUM * 5.012e9), Percentage.withPercentage(0.5));
      assertThat(advice.dipoleMoment()).isEqualTo(dipole);
      assertThat(advice.before()).isNull();
      assertThat(advice.outside()).allMatch(end -> end.rabi() == null);
    }
  }

  private static final double K_AT_EXTREMUM = 0.664956;

  private static Fit flat(double rate, double sigma) {
    Measurement none =
        Experiments.simulate(
            Experiments.powerSweep(rate, 20), STILL.with(Parameter.CHI, 1e-30), sigma, 3);
    FitOptions fixed =
        OFF.withFixed(Parameter.CHI, 1e-30).withFixed(Parameter.DIPOLE_MOMENT, 1e-29);
    return Fitter.refit(
        new Observations(none, fixed.noise()), fixed, STILL.with(Parameter.CHI, 1e-30));
  }

  /** Beyond ω0 the theory has no extremum: nothing is advised. */
  @Test
  void tooFastABiasHasNoLargestShift() {
    Fit flat = flat(1e18, 300);
    MeasuredRange range = new MeasuredRange(flat.observations().readings());
    assertThat(ShiftNotSeen.advice(flat, range, 100 * Constants.DEBYE, false)).isEmpty();
  }
}
