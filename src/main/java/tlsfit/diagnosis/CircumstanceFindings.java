package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.setup.Noise;
import tlsfit.statistics.Median;
import tlsfit.units.Constants;

/** The notes on whether a measurement is what the theory supposes: cold, and within the model. */
public final class CircumstanceFindings {
  /** ħω0/(k_B T) below which heat takes more than 4 % off the population difference, tanh(2). */
  private static final double COLD = 4;

  private CircumstanceFindings() {}

  /** The notes on a measurement and its fit. */
  public static List<Finding> of(Measurement measurement, Fit fit) {
    List<Finding> findings = new ArrayList<>(driveErrors(fit));
    int left = measurement.excluded().size();
    if (left > 0) {
      findings.add(
          Finding.of(FindingCode.EXCLUDED, Kind.NOTE, false)
              .withValue((double) left)
              .withLimit((double) (left + measurement.readings().count())));
    }
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

  // the errors of the drive are part of the σ that the fit has, where they are used
  private static List<Finding> driveErrors(Fit fit) {
    List<Double> ratios = new ArrayList<>();
    Observations given = fit.observations().unscaled();
    for (int i = 0; i < given.size(); i++) {
      Reading reading = given.readings().get(i);
      if (reading.driveSigma() > 0) {
        ratios.add(given.sigma(i) / reading.sigma().orElse(given.sigma(i)));
      }
    }
    if (ratios.isEmpty()) {
      return List.of();
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    boolean used =
        !(fit.options().noise() instanceof Noise.FromScatter)
            && given.readings().stream().allMatch(reading -> reading.sigma().isPresent());
    Finding finding =
        Finding.of(FindingCode.DRIVE_ERRORS, Kind.NOTE, used).withValue((double) ratios.size());
    return List.of(
        used
            ? finding
                .with("medianRatio", Median.of(sorted))
                .with("largestRatio", sorted[sorted.length - 1])
            : finding);
  }
}
