package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.Relaxation;

/**
 * The estimates as they are reported: those of an inference, and for relaxation that the readings
 * do not show the limit that they set.
 *
 * @param parameters in their own order
 * @param findings what is to be known of the limit
 */
public record ReportedEstimates(List<ParameterEstimate> parameters, List<Finding> findings) {
  /** The place of the relaxation time among the parameters. */
  private static final int PLACE = 2;

  /** Copies the lists. */
  public ReportedEstimates {
    parameters = List.copyOf(parameters);
    findings = List.copyOf(findings);
  }

  /** The estimates of an inference. */
  public static ReportedEstimates of(Inference inference) {
    Fit fit = inference.fit();
    List<ParameterEstimate> parameters = new ArrayList<>();
    for (ParameterEstimate estimate : inference.estimates()) {
      if (estimate.determined() || !estimate.name().equals(Parameter.RELAXATION_TIME.key())) {
        parameters.add(estimate);
      }
    }
    List<Finding> findings = new ArrayList<>();
    int place = Math.min(PLACE, parameters.size());
    if (fit.relaxation().notSeen() && inference.diagnosis().determines(Parameter.DIPOLE_MOMENT)) {
      OptionalDouble limit = RelaxationLimit.lower(fit, inference.level());
      parameters.add(
          place, RelaxationLimit.estimate(inference.level(), ProfileIntervals.METHOD, limit));
      if (fit.options().relaxation() == Relaxation.AUTO) {
        findings.add(
            Finding.of(FindingCode.RELAXATION_NOT_SEEN, Kind.NOTE, false)
                .withValue(limit.orElse(Double.NaN))
                .withPValue(fit.relaxation().test().orElseThrow().pValue())
                .ofParameters(List.of(Parameter.RELAXATION_TIME.key())));
      }
    } else if (!inference.diagnosis().determines(Parameter.RELAXATION_TIME)) {
      parameters.add(
          place, RelaxationLimit.estimate(inference.level(), "none", OptionalDouble.empty()));
    }
    return new ReportedEstimates(parameters, findings);
  }
}
