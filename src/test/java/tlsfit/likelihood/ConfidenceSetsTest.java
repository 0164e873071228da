package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.TwoFold;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SlowChange;

class ConfidenceSetsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit SHARP = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);
  private static final ParameterValues NONE =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  /** The quantile of 95 %, normal. */
  private static final double TWO_SIDED = 1.959963984540054;

  private static Fit twoFold(double sigma) {
    return Fitter.fit(TwoFold.measurement(sigma), TwoFold.options());
  }

  private static double rise(Fit fit, Parameter parameter, double scaled) {
    double value = parameter.scale().value(scaled);
    Fit there = Fitter.fit(fit.observations(), fit.options().withFixed(parameter, value));
    return there.chiSquare() - fit.chiSquare();
  }

  @ParameterizedTest
  @EnumSource(
      value = Parameter.class,
      names = {"CHI", "DIPOLE_MOMENT", "RELAXATION_TIME", "REFERENCE_FREQUENCY"})
  void ofASharpFitIsWhereTheProfileEnds(Parameter parameter) {
    ConfidenceSet set = ConfidenceSets.of(SHARP, 0.95).of(parameter);
    double low = new Profile(SHARP).end(parameter, -1, TWO_SIDED).scaled();
    double high = new Profile(SHARP).end(parameter, 1, TWO_SIDED).scaled();
    assertThat(set.parameter()).isEqualTo(parameter);
    assertThat(set.parts()).hasSize(1);
    assertThat(set.lower()).isCloseTo(low, within(1e-4 * (high - low)));
    assertThat(set.upper()).isCloseTo(high, within(1e-4 * (high - low)));
    assertThat(set.main().rise()).isZero();
    assertThat(set.main().best().get(parameter) / SHARP.values().get(parameter))
        .isCloseTo(1, within(1e-9));
    assertThat(set.rival()).isEmpty();
    assertThat(set.isDetermined(1.001 * (high - low))).isTrue();
    assertThat(set.isDetermined(0.999 * (high - low))).isFalse();
  }

  /**
   * By python3, u = ln(p/5 D): scipy.optimize.brentq(lambda u: rise(u) − 3.841458820694124), rise
   * by numpy.linalg.lstsq over K(u) and 1 of f = f_ref(1 − χ K(1)).
   */
  @Test
  void twoDipoleMomentsThatFitAlikeAreTwoParts() {
    Fit fit = twoFold(8e4);
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.DIPOLE_MOMENT);
    double middle = Math.log(TwoFold.MIDDLE);
    assertThat(set.parts()).hasSize(2);
    ConfidenceSet.Part low = set.parts().get(0);
    ConfidenceSet.Part high = set.parts().get(1);
    assertThat(low.lower() - middle).isCloseTo(-1.0997590518936822, within(2e-5));
    assertThat(low.upper() - middle).isCloseTo(-0.8882795897977624, within(2e-5));
    assertThat(high.lower() - middle).isCloseTo(0.8882795897977624, within(2e-5));
    assertThat(high.upper() - middle).isCloseTo(1.0997590518936822, within(2e-5));
    assertThat(low.best().dipoleMoment() / TwoFold.MIDDLE).isCloseTo(1 / Math.E, within(1e-6));
    assertThat(high.best().dipoleMoment() / TwoFold.MIDDLE).isCloseTo(Math.E, within(1e-6));
    assertThat(set.lower()).isEqualTo(low.lower());
    assertThat(set.upper()).isEqualTo(high.upper());
    assertThat(set.main().rise()).isCloseTo(0, within(1e-6));
    assertThat(set.rival().orElseThrow().rise()).isCloseTo(0, within(1e-6));
    assertThat(set.isDetermined(100)).isFalse();
  }

  /**
   * Between them χ² rises by 81.786 at σ = 80 kHz, as 1/σ²: at 400 kHz by 3.271, less than 3.841.
   */
  @Test
  void partsMergeWhereTheBarrierIsLow() {
    ConfidenceSets sets = ConfidenceSets.of(twoFold(4e5), 0.95);
    ConfidenceSet set = sets.of(Parameter.DIPOLE_MOMENT);
    assertThat(set.parts()).hasSize(1);
    // 2.7055 at 90 %
    assertThat(sets.at(0.9).of(Parameter.DIPOLE_MOMENT).parts()).hasSize(2);
    assertThat(sets.at(0.95)).isSameAs(sets);
    assertThat(sets.at(0.9).level()).isEqualTo(0.9);
  }

  /** Far below saturation, ξ ≪ 1, only p χ shows: p has an end above alone, χ one below alone. */
  @Test
  void isOpenWhereNothingEndsIt() {
    Measurement weak =
        Experiments.simulate(
            Experiments.scaled(Experiments.powerSweep(3.2e10, 24), 0.01, 1), NONE, 8000, 4);
    Fit fit = Fitter.fit(weak, KNOWN.withRelaxation(Relaxation.OFF));
    ConfidenceSets sets = ConfidenceSets.of(fit, 0.95);
    ConfidenceSet dipole = sets.of(Parameter.DIPOLE_MOMENT);
    assertThat(dipole.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(dipole.upper()).isFinite();
    assertThat(rise(fit, Parameter.DIPOLE_MOMENT, dipole.upper()))
        .isCloseTo(TWO_SIDED * TWO_SIDED, within(1e-2));
    assertThat(dipole.main().isBounded()).isFalse();
    assertThat(dipole.isDetermined(1e3)).isFalse();
    ConfidenceSet chi = sets.of(Parameter.CHI);
    assertThat(chi.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(chi.lower()).isFinite();
  }

  /** Noise of none would have the rate below 0: T10 has the one-sided limit below, and no other. */
  @Test
  void aRateOfZeroLeavesALowerLimitOfTheTime() {
    Fit fit = Fitter.fit(Experiments.simulate(Experiments.joint(), NONE, 1000, 2), KNOWN);
    assertThat(fit.values().relaxationRate()).isZero();
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
    assertThat(set.parts()).hasSize(1);
    assertThat(set.lower()).isZero();
    assertThat(set.upper()).isPositive().isFinite();
    // between the quantiles of one side and of two: 1.6448536² and 1.9599640²
    assertThat(rise(fit, Parameter.RELAXATION_TIME, set.upper())).isBetween(2.7055, 3.8415);
    assertThat(ConfidenceSets.of(fit, 0.99).of(Parameter.RELAXATION_TIME).upper())
        .isGreaterThan(set.upper());
  }

  /** A rate that is fitted and may as well be 0. */
  @Test
  void aRateThatIsNotSeenHasZeroInside() {
    Fit fit = Fitter.fit(Experiments.simulate(Experiments.joint(), NONE, 1000, 4), KNOWN);
    assertThat(fit.values().relaxationRate()).isPositive();
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
    assertThat(set.lower()).isZero();
    // a standard error is about the rate here: farther than 1.96 of them from 0 the usual limit
    assertThat(rise(fit, Parameter.RELAXATION_TIME, set.upper()))
        .isCloseTo(TWO_SIDED * TWO_SIDED, within(2e-3));
  }

  @Test
  void boundsCutIt() {
    double best = SHARP.values().dipoleMoment();
    Bounds bounds = new Bounds(best * 0.9, best * 1.001);
    Fit fit =
        Fitter.fit(Experiments.jointFile(0, 68), KNOWN.withBounds(Parameter.DIPOLE_MOMENT, bounds));
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.DIPOLE_MOMENT);
    ConfidenceSet free = ConfidenceSets.of(SHARP, 0.95).of(Parameter.DIPOLE_MOMENT);
    double width = free.upper() - free.lower();
    assertThat(set.upper()).isCloseTo(Math.log(best * 1.001), within(1e-12));
    assertThat(set.lower()).isCloseTo(free.lower(), within(1e-4 * width));
    assertThat(set.isDetermined(width)).isTrue();
  }

  /** A bound of T10 above is one of the rate below: 0 is not inside. */
  @Test
  void aBoundOfTheTimeCutsTheRate() {
    Bounds bounds = new Bounds(0, 1e-2);
    Fit fit =
        Fitter.fit(
            Experiments.simulate(Experiments.joint(), NONE, 40_000, 4),
            KNOWN.withBounds(Parameter.RELAXATION_TIME, bounds));
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
    assertThat(set.lower()).isCloseTo(100, within(1e-9));
    assertThat(set.upper()).isGreaterThan(100).isFinite();
  }

  @Test
  void aParameterThatWasNotFittedHasNone() {
    ConfidenceSets sets = ConfidenceSets.of(twoFold(8e4), 0.95);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.of(Parameter.RELAXATION_TIME))
        .withMessage("relaxationTime");
  }

  /** Along the points of a profile χ² is that of a fit with the parameter fixed. */
  @Test
  void thePointsAreThoseOfTheProfile() {
    Measurement rough = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 40_000, 5);
    Fit fit = Fitter.fit(rough, KNOWN);
    List<ProfilePoint> points = new ProfileScan(fit, Parameter.DIPOLE_MOMENT).points();
    assertThat(points)
        .isSortedAccordingTo((a, b) -> Double.compare(a.scaled(), b.scaled()))
        .hasSizeGreaterThan(20);
    int near = 0;
    for (ProfilePoint point : points) {
      if (point.rise() < 30) {
        near++;
        assertThat(point.rise())
            .isCloseTo(rise(fit, Parameter.DIPOLE_MOMENT, point.scaled()), within(1e-3));
      }
    }
    assertThat(near).isGreaterThan(2);
  }

  /** Begun in the higher of two minima, which the map knows, it says so. */
  private static Fit driftFitted(long seed) {
    ParameterValues truth = Experiments.TRUTH.with(Parameter.RELAXATION_TIME, 3.11e-6);
    Measurement sweep =
        Experiments.moved(
            Experiments.simulate(Experiments.powerSweep(3.2e10, 40), truth, 28_000, seed),
            row -> 47_000 * (row / 39.0 - 0.5));
    SlowChange drift = new SlowChange(sweep.sweeps().get(0).name(), SlowChange.Kind.LINEAR_DRIFT);
    return Fitter.fit(sweep, KNOWN.withSlow(List.of(drift)));
  }

  /** Their limit is χ² of two parameters, scipy.stats.chi2.ppf(0.95, 2). */
  @Test
  void partsBesideADriftReachAsFarAsARegionOfTwoParameters() {
    Fit fit = driftFitted(1);
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
    assertThat(set.parts()).hasSize(2);
    assertThat(set.lower()).isZero();
    for (double end :
        new double[] {
          set.parts().get(0).upper(), set.parts().get(1).lower(), set.parts().get(1).upper()
        }) {
      assertThat(rise(fit, Parameter.RELAXATION_TIME, end))
          .isCloseTo(5.991464547107979, within(5e-3));
    }
  }

  /** The end at 0 does not shorten it: scipy.stats.chi2.ppf(0.95, 1). */
  @Test
  void onePartBesideADriftReachesToTheTwoSidedLimit() {
    Fit fit = driftFitted(2);
    ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
    assertThat(set.parts()).hasSize(1);
    assertThat(set.lower()).isZero();
    assertThat(rise(fit, Parameter.RELAXATION_TIME, set.upper()))
        .isCloseTo(3.841458820694124, within(5e-3));
  }

  @Test
  void aLowerMinimumIsMet() {
    // Twelve rough readings with χ² = 9.096036889913 and 10.383953028996 (see InferenceTest).
    Measurement two =
        Experiments.simulate(Experiments.biasSweep(1500, 12), Experiments.TRUTH, 80_000, 15);
    FitOptions on = KNOWN.withRelaxation(Relaxation.ON);
    Fit lowest = Fitter.fit(two, on);
    Fit higher = Fitter.refit(lowest.observations(), on, lowest.otherMinima().get(0).values());
    ConfidenceSets sets = ConfidenceSets.of(higher, 0.95);
    assertThat(sets.lower()).isEmpty();
    sets.of(Parameter.RELAXATION_TIME);
    assertThat(sets.lower().orElseThrow().chiSquare()).isLessThan(higher.chiSquare() - 0.5);
  }
}
