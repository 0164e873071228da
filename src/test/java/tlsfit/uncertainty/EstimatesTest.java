package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.likelihood.ConfidenceSet;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/** Estimates where the readings may as well be without relaxation. */
class EstimatesTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final String TIME = Parameter.RELAXATION_TIME.key();
  private static final ParameterValues NONE =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  /** Readings at fast sweeps, without relaxation. */
  private static final Measurement FAST =
      Experiments.simulate(Experiments.powerSweep(3.2e11, 40), NONE, 1000, 3);

  private static final Fit UNSEEN = Fitter.fit(FAST, KNOWN);

  private static ParameterEstimate time(Inference inference) {
    return inference.estimates().get(2);
  }

  private static double limit(Fit fit, double level) {
    double fastest = ConfidenceSets.of(fit, level).of(Parameter.RELAXATION_TIME).upper();
    return 1 / fastest;
  }

  @Test
  void relaxationThatIsNotSeenHasALowerLimitAlone() {
    assertThat(UNSEEN.relaxation().notSeen()).isTrue();
    for (Inference inference :
        List.of(Inference.profile(UNSEEN, 0.95), Inference.wald(UNSEEN, 0.95))) {
      assertThat(inference.estimates())
          .extracting(ParameterEstimate::name)
          .containsExactly("chi", "dipoleMoment", TIME, "referenceFrequency");
      ParameterEstimate time = time(inference);
      assertThat(time.determined()).isFalse();
      assertThat(time.value()).isNull();
      assertThat(time.standardError()).isNull();
      assertThat(time.interval().method()).isEqualTo("profile");
      assertThat(time.interval().upper()).isNull();
      double lower = Objects.requireNonNull(time.interval().lower());
      Fit there = Fitter.fit(FAST, KNOWN.withFixed(Parameter.RELAXATION_TIME, lower));
      // between the squares of the one-sided and the two-sided normal quantile
      assertThat(there.chiSquare() - UNSEEN.chiSquare()).isBetween(2.705, 3.842);
      assertThat(inference.findings()).hasSize(1);
      Finding finding = inference.findings().get(0);
      assertThat(finding.code()).isEqualTo(FindingCode.RELAXATION_NOT_SEEN);
      assertThat(finding.value()).isEqualTo(lower);
      assertThat(finding.pValue()).isGreaterThan(0.05);
      assertThat(finding.parameters()).containsExactly(TIME);
      assertThat(inference.diagnosis().valid()).isTrue(); // it spoils nothing
    }
  }

  /** Relaxation that is allowed lets χ be larger; p hangs on it little here. */
  @Test
  void theOtherLimitsAreThoseWithTheRateFree() {
    Inference free = Inference.profile(UNSEEN, 0.95);
    Fit off = Fitter.fit(FAST, KNOWN.withRelaxation(Relaxation.OFF));
    Inference without = Inference.profile(off, 0.95);
    for (Parameter parameter : List.of(Parameter.CHI, Parameter.DIPOLE_MOMENT)) {
      double wider = parameter == Parameter.CHI ? 1.02 : 0.999;
      assertThat(width(free, parameter)).isGreaterThan(wider * width(without, parameter));
      ParameterEstimate estimate = estimate(free, parameter);
      assertThat(estimate.value()).isEqualTo(UNSEEN.values().get(parameter));
      assertThat(estimate.determined()).isTrue();
      // the upper limit: there χ² with the rate free has risen by 1.959964²
      Fit there =
          Fitter.fit(
              FAST,
              KNOWN.withFixed(parameter, Objects.requireNonNull(estimate.interval().upper())));
      assertThat(there.chiSquare() - UNSEEN.chiSquare()).isCloseTo(3.841459, within(5e-3));
    }
  }

  private static ParameterEstimate estimate(Inference inference, Parameter parameter) {
    return inference.estimates().stream()
        .filter(estimate -> estimate.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow();
  }

  private static double width(Inference inference, Parameter parameter) {
    ParameterEstimate estimate = estimate(inference, parameter);
    return estimate.interval().to() - estimate.interval().from();
  }

  @Test
  void relaxationThatIsSeenIsReportedAsItIsEstimated() {
    Inference inference = Inference.profile(Fitter.fit(Experiments.jointFile(0, 68), KNOWN), 0.95);
    ParameterEstimate time = time(inference);
    assertThat(time.determined()).isTrue();
    assertThat(time.value()).isEqualTo(inference.fit().values().get(Parameter.RELAXATION_TIME));
    assertThat(time.interval().contains(3e-6)).isTrue();
    assertThat(inference.findings()).isEmpty();
  }

  @Test
  void relaxationThatWasNotAskedForIsNotMentioned() {
    Fit off = Fitter.fit(FAST, KNOWN.withRelaxation(Relaxation.OFF));
    Inference inference = Inference.profile(off, 0.95);
    assertThat(inference.findings()).isEmpty();
    assertThat(inference.estimates()).extracting(ParameterEstimate::name).doesNotContain(TIME);
  }

  /** Whoever wants to be surer can exclude less. */
  @Test
  void aHigherLevelHasALowerLimit() {
    assertThat(limit(UNSEEN, 0.99)).isLessThan(limit(UNSEEN, 0.95));
    assertThat(limit(UNSEEN, 0.95)).isLessThan(limit(UNSEEN, 0.68));
  }

  @Test
  void theLimitGrowsWithBetterData() {
    Measurement rough = Experiments.simulate(Experiments.joint(), NONE, 3000, 2);
    Measurement fine = Experiments.simulate(Experiments.joint(), NONE, 300, 2);
    assertThat(limit(Fitter.fit(fine, KNOWN), 0.95))
        .isGreaterThan(3 * limit(Fitter.fit(rough, KNOWN), 0.95));
  }

  /**
   * Of 150 tables with hardly any relaxation (at 3 ms it is seen in five of six, at 10 ms seldom),
   * or none, 5 % of the sets at 95 % may miss the truth, and 3 binomial standard deviations of 1.78
   * %.
   */
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, 1e-2, 3e-3})
  void setsOfTheTimeHoldTheTruth(double relaxationTime) {
    ParameterValues truth = Experiments.TRUTH.with(Parameter.RELAXATION_TIME, relaxationTime);
    double rate = truth.relaxationRate();
    int missed = 0;
    int limits = 0;
    for (int seed = 0; seed < 150; seed++) {
      Measurement measurement =
          Experiments.simulate(Experiments.biasSweep(1500, 16), truth, 5000, 7000 + seed);
      Fit fit = Fitter.fit(measurement, KNOWN);
      ConfidenceSet set = ConfidenceSets.of(fit, 0.95).of(Parameter.RELAXATION_TIME);
      limits += set.lower() == 0 ? 1 : 0;
      missed += set.lower() <= rate && rate <= set.upper() ? 0 : 1;
    }
    assertThat(limits).isGreaterThan(10);
    assertThat(missed / 150.0).isLessThanOrEqualTo(0.05 + 3 * 0.0178);
  }

  /** With one estimate for each parameter whatever the choice of relaxation. */
  @ParameterizedTest
  @EnumSource(
      value = Relaxation.class,
      names = {"AUTO", "ON"})
  void onAndAutoDifferInWhatIsSaidAlone(Relaxation choice) {
    Fit fit = Fitter.fit(FAST, KNOWN.withRelaxation(choice));
    Inference inference = Inference.profile(fit, 0.95);
    assertThat(time(inference).interval())
        .isEqualTo(time(Inference.profile(UNSEEN, 0.95)).interval());
    assertThat(inference.findings()).hasSize(choice == Relaxation.AUTO ? 1 : 0);
    assertThat(Diagnosis.of(fit).determines(Parameter.RELAXATION_TIME))
        .isEqualTo(choice == Relaxation.AUTO);
  }
}
