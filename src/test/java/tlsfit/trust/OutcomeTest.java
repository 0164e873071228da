package tlsfit.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tlsfit.analysis.Analysis;
import tlsfit.fit.Experiments;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.FitResult;
import tlsfit.result.Interval;
import tlsfit.setup.FitSetup;
import tlsfit.statistics.SigmaKnowledge;
import tlsfit.trust.Outcome.Ending;

/** Outcomes of the joint experiment, whose fit is valid, against several truths. */
class OutcomeTest {
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static FitResult result = result();

  private static FitResult result() {
    return Analysis.of(JOINT, FitSetup.NONE).result();
  }

  @BeforeAll
  static void isValid() {
    assertThat(result.verdict().valid()).isTrue();
  }

  private static double value(Parameter parameter) {
    Double value = result.getParameter(parameter.key()).value();
    assertThat(value).isNotNull();
    return value == null ? Double.NaN : value;
  }

  private static KnownMeasurement known(Kind kind, double p, double chi, OptionalDouble second) {
    ParameterValues truth =
        new ParameterValues(
            chi * value(Parameter.CHI), p * value(Parameter.DIPOLE_MOMENT), 1e5, 5e9);
    return new KnownMeasurement("joint", "joint", kind, truth, second, JOINT);
  }

  private static Outcome outcome(double p, double chi) {
    return Outcome.of(known(Kind.GOOD, p, chi, OptionalDouble.empty()), result, 1);
  }

  @Test
  void truthInTheMiddleIsHeld() {
    Outcome outcome = outcome(1, 1);
    assertThat(outcome.ending()).isEqualTo(Ending.VALID);
    assertThat(outcome.dipoleMissed()).isFalse();
    assertThat(outcome.chiMissed()).isFalse();
  }

  @Test
  void truthBeyondTheLimitIsMissedAndFarBeyondGrossly() {
    Double upper = result.getParameter(Parameter.DIPOLE_MOMENT.key()).interval().upper();
    assertThat(upper).isNotNull();
    double half = upper == null ? Double.NaN : upper / value(Parameter.DIPOLE_MOMENT);
    Outcome near = outcome(Math.pow(half, 1.5), 1);
    assertThat(near.dipoleMissed()).isTrue();
    assertThat(near.gross()).isFalse();
    // Beyond the limit by 1.04 half-widths, that is at 2.04 of them.
    assertThat(outcome(Math.pow(half, 2.0), 1).gross()).isFalse();
    assertThat(outcome(Math.pow(half, 2.1), 1).gross()).isTrue();
  }

  @Test
  void eitherOfTwoRightAnswersWillDo() {
    KnownMeasurement known =
        known(Kind.NUISANCE, 5, 1, OptionalDouble.of(value(Parameter.DIPOLE_MOMENT)));
    assertThat(Outcome.of(known, result, 1).dipoleMissed()).isFalse();
  }

  @Test
  void chiIsMissedOnItsOwn() {
    Outcome outcome = outcome(1, 2);
    assertThat(outcome.chiMissed()).isTrue();
    assertThat(outcome.dipoleMissed()).isFalse();
  }

  @Test
  void standardErrorsCountFromTheEstimateOnALogarithmicScale() {
    Interval interval =
        Interval.of(0.95, "wald", Math.exp(-0.196), Math.exp(0.392)); // σ = 0.1 below, 0.2 above
    assertThat(Outcome.standardErrorsOff(Math.exp(-0.3), 1.0, interval)).isCloseTo(3, within(1e-9));
    assertThat(Outcome.standardErrorsOff(Math.exp(1.0), 1.0, interval)).isCloseTo(5, within(1e-9));
    assertThat(Outcome.standardErrorsOff(2.0, null, interval)).isInfinite();
  }

  /**
   * scipy.stats: 2*norm.sf(4/1.96*norm.isf(0.025)) = 6.3362e-5, 2*t.sf(4/1.96*t.isf(0.025, 8), 8) =
   * 1.52930e-3.
   */
  @Test
  void aGrossMissByChanceIsRareAndLessSoWithoutSigma() {
    assertThat(Outcome.grossByChance(new SigmaKnowledge.Known()))
        .isCloseTo(6.3362e-5, within(1e-9));
    assertThat(Outcome.grossByChance(new SigmaKnowledge.Estimated(8)))
        .isCloseTo(1.52930e-3, within(1e-8));
    assertThat(outcome(1, 1).grossByChance()).isCloseTo(6.3362e-5, within(1e-9));
  }

  @Test
  void countsAreRowsOfATable() {
    List<Outcome> outcomes =
        List.of(
            outcome(1, 1),
            outcome(3, 2),
            Outcome.without(
                known(Kind.GOOD, 1, 1, OptionalDouble.empty()), Ending.UNFINISHED, 20, "late"));
    assertThat(TrustStudy.table(outcomes).get(1))
        .startsWith("| good | 3 | 2 | 1 | 1 | 1 | 0 | 1 |");
    // The central 99 % of a binomial count of 2 at 5 % is 0 to 1: P(≤ 1) = 0.9975.
    assertThat(TrustStudy.rules(outcomes).get(0)).endsWith("1 of 2 valid (0 to 1)");
  }
}
