package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class ReportedEstimatesTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final String TIME = Parameter.RELAXATION_TIME.key();

  /** Readings at fast sweeps, without relaxation. */
  private static final Fit UNSEEN =
      Fitter.fit(
          Experiments.simulate(
              Experiments.powerSweep(3.2e11, 40),
              Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
              1000,
              3),
          KNOWN);

  private static ReportedEstimates of(Fit fit) {
    return ReportedEstimates.of(Inference.wald(fit, 0.95));
  }

  @Test
  void relaxationThatIsNotSeenHasALimitInItsPlace() {
    assertThat(UNSEEN.relaxation().notSeen()).isTrue();
    ReportedEstimates reported = of(UNSEEN);
    assertThat(reported.parameters())
        .extracting(ParameterEstimate::name)
        .containsExactly("chi", "dipoleMoment", TIME, "referenceFrequency");
    ParameterEstimate time = reported.parameters().get(2);
    assertThat(time.determined()).isFalse();
    assertThat(time.value()).isNull();
    assertThat(time.interval().upper()).isNull();
    double limit = Objects.requireNonNull(time.interval().lower());
    assertThat(limit)
        .isCloseTo(RelaxationLimit.lower(UNSEEN, 0.95).orElseThrow(), within(1e-12 * limit));
    assertThat(reported.findings()).hasSize(1);
    Finding finding = reported.findings().get(0);
    assertThat(finding.code()).isEqualTo(FindingCode.RELAXATION_NOT_SEEN);
    assertThat(finding.value()).isEqualTo(limit);
    assertThat(finding.pValue()).isGreaterThan(0.05);
    assertThat(finding.parameters()).containsExactly(TIME);
  }

  @Test
  void relaxationThatIsSeenIsReportedAsItIsEstimated() {
    Inference inference = Inference.wald(Fitter.fit(Experiments.jointFile(0, 68), KNOWN), 0.95);
    ReportedEstimates reported = ReportedEstimates.of(inference);
    assertThat(reported.parameters()).isEqualTo(inference.estimates());
    assertThat(reported.findings()).isEmpty();
  }

  @Test
  void relaxationThatWasNotAskedForIsNotMentioned() {
    ReportedEstimates off =
        of(
            Fitter.refit(
                UNSEEN.observations(), KNOWN.withRelaxation(Relaxation.OFF), UNSEEN.values()));
    assertThat(off.findings()).isEmpty();
  }

  /** Whoever wants to be surer can exclude less. */
  @Test
  void aHigherLevelHasALowerLimit() {
    double low = RelaxationLimit.lower(UNSEEN, 0.68).orElseThrow();
    double high = RelaxationLimit.lower(UNSEEN, 0.99).orElseThrow();
    assertThat(high).isLessThan(low);
  }
}
