package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

/** The notes on fits of joint.csv, which says p = 5 D, with bounds and priors. */
class ConstraintFindingsTest {
  private static final FitOptions ON =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final Fit FIT = refit(JOINT, ON);

  private static Fit refit(Measurement measurement, FitOptions options) {
    return Fitter.refit(new Observations(measurement, options.noise()), options, Experiments.TRUTH);
  }

  private static List<Finding> of(List<Finding> findings, FindingCode code) {
    return findings.stream().filter(finding -> finding.code() == code).toList();
  }

  @Test
  void withoutBoundsAndPriorsThereIsNothingToNote() {
    assertThat(ConstraintFindings.of(FIT)).isEmpty();
  }

  /** The readings say 5 D: at most 4 D costs √(fall of χ²) standard errors. */
  @Test
  void aBoundThatTheReadingsContradictIsNoted() {
    double bound = 4 * Constants.DEBYE;
    Fit fit = refit(JOINT, ON.withBounds(Parameter.DIPOLE_MOMENT, new Bounds(1e-31, bound)));
    List<Finding> findings = ConstraintFindings.of(fit);
    Finding at = of(findings, FindingCode.AT_BOUND).get(0);
    assertThat(at.value()).isEqualTo(bound);
    assertThat(at.subject()).isEqualTo("upper");
    assertThat(at.parameters()).containsExactly("dipoleMoment");
    Finding contradicted = of(findings, FindingCode.BOUNDS_CONTRADICTED).get(0);
    double fall = fit.chiSquare() - FIT.chiSquare();
    assertThat(contradicted.detail("fall")).isCloseTo(fall, Percentage.withPercentage(1e-4));
    assertThat(contradicted.value()).isCloseTo(Math.sqrt(fall), Percentage.withPercentage(1e-4));
    // a bound that is far away is none
    Bounds wide = new Bounds(1e-31, 100 * Constants.DEBYE);
    assertThat(ConstraintFindings.of(refit(JOINT, ON.withBounds(Parameter.DIPOLE_MOMENT, wide))))
        .isEmpty();
  }

  /** Off by the distance in standard uncertainties, where that is more than three. */
  @ParameterizedTest
  @CsvSource({"10, true", "5.01, false"})
  void aPriorThatTheReadingsContradictIsNoted(double debye, boolean contradicted) {
    Prior prior = new Prior(debye * Constants.DEBYE, 0.1 * Constants.DEBYE);
    Fit fit = refit(JOINT, ON.withPrior(Parameter.DIPOLE_MOMENT, prior));
    List<Finding> found = of(ConstraintFindings.of(fit), FindingCode.PRIOR_CONTRADICTED);
    assertThat(found).hasSize(contradicted ? 1 : 0);
    double off = (fit.values().dipoleMoment() - prior.value()) / prior.sigma();
    found.forEach(
        finding -> {
          assertThat(finding.value()).isCloseTo(off, within(1e-9));
          assertThat(finding.value()).isNegative();
        });
    assertThat(of(ConstraintFindings.of(fit), FindingCode.KNOWN_FROM_PRIOR))
        .as("the readings know p themselves")
        .isEmpty();
  }

  /** At ξ ≪ 1 the shift is χ p times the power: a prior of p makes both known. */
  @Test
  void whatOnlyAPriorMakesKnownIsNoted() {
    ParameterValues weak = new ParameterValues(2.4e-3, 0.25 * Constants.DEBYE, 0, 5.012e9);
    List<Reading> low =
        Experiments.powerSweep(3e11, 60).readings().filter(r -> r.drive().value() < 250).toList();
    Measurement measured = Experiments.simulate(Experiments.of(low), weak, 1000, 3);
    FitOptions known =
        ON.withRelaxation(Relaxation.OFF)
            .withPrior(
                Parameter.DIPOLE_MOMENT, new Prior(0.25 * Constants.DEBYE, 0.02 * Constants.DEBYE));
    Fit fit = Fitter.refit(new Observations(measured, known.noise()), known, weak);
    assertThat(of(ConstraintFindings.of(fit), FindingCode.KNOWN_FROM_PRIOR))
        .extracting(Finding::parameters)
        .containsExactlyInAnyOrder(List.of("chi", "dipoleMoment"), List.of("dipoleMoment"));
  }
}
