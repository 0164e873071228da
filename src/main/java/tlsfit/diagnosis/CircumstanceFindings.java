package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.measurement.Measurement;
import tlsfit.model.LzModel;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.units.Constants;

/** The notes on whether a measurement is what the theory supposes: cold, and within the model. */
public final class CircumstanceFindings {
  /** ħω0/(k_B T) below which heat takes more than 4 % off the population difference, tanh(2). */
  private static final double COLD = 4;

  private CircumstanceFindings() {}

  /** The notes on a measurement and its fit. */
  public static List<Finding> of(Measurement measurement, Fit fit) {
    List<Finding> findings = new ArrayList<>();
    if (measurement.temperature().isPresent()) {
      double ratio =
          Constants.PLANCK
              * fit.values().referenceFrequency()
              / (Constants.BOLTZMANN * measurement.temperature().getAsDouble());
      if (ratio < COLD) {
        findings.add(
            Finding.of(FindingCode.WARM, Kind.NOTE, false).withValue(ratio).withLimit(COLD));
      }
    }
    if (fit.options().model().name().equals(LzModel.NAME)) {
      findings.addAll(LzLimits.of(fit));
    }
    return findings;
  }
}
