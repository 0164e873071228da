package tlsfit.picture;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.SweepCurve;

/**
 * Readings with the curves of a model along their sweeps, as pictures show them.
 *
 * @param legend what the curves are
 * @param reference the undriven frequency, from which shifts are measured [Hz]
 * @param sigmaFactor by what the σ in force of the readings are multiplied [1]
 * @param known whether the curves are those of known parameters, and need no band to be certain
 * @param readings with what the model says of them
 * @param excluded readings that are left out
 * @param curves one for each sweep
 */
public record DataAndCurves(
    String legend,
    double reference,
    double sigmaFactor,
    boolean known,
    List<FittedReading> readings,
    List<ExcludedReading> excluded,
    List<SweepCurve> curves) {

  /** Copies the lists. */
  public DataAndCurves {
    readings = List.copyOf(readings);
    excluded = List.copyOf(excluded);
    curves = List.copyOf(curves);
  }

  /** Those of a fit. */
  public static DataAndCurves of(FitResult result) {
    return new DataAndCurves(
        "fit, model " + result.model(),
        reference(result),
        sigmaFactor(result),
        false,
        result.readings(),
        result.excludedReadings(),
        result.curves());
  }

  /** The undriven frequency [Hz]; where the data do not determine it, the highest of the curves. */
  public static double reference(FitResult result) {
    @Nullable Double fitted =
        result.findParameter("referenceFrequency").map(one -> one.value()).orElse(null);
    if (fitted != null) {
      return fitted;
    }
    return Stream.concat(
            result.curves().stream().flatMap(curve -> curve.frequency().stream()),
            result.readings().stream().map(FittedReading::fitted))
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  private static double sigmaFactor(FitResult result) {
    Double scatter = result.statistics().scatter();
    Double reduced = result.statistics().reducedChiSquare();
    if (scatter != null) {
      return scatter;
    }
    boolean relative = result.statistics().noise().equals("relative");
    return reduced != null && relative ? Math.sqrt(reduced) : 1;
  }

  /**
   * The standard deviation of a reading [Hz]: the σ in force, times what the scatter says that it
   * is larger where σ is known up to a factor, or not at all.
   */
  public double sigma(FittedReading reading) {
    return sigmaFactor * reading.sigmaInForce();
  }

  /** The pull of a reading: what was measured less what was fitted, in its σ in force [1]. */
  public double pull(FittedReading reading) {
    return (reading.frequency() - reading.fitted()) / sigma(reading);
  }

  /** Whether a curve is known so well that its lowest point may be marked. */
  boolean determined(SweepCurve curve) {
    return known || !curve.confidence68().isEmpty();
  }
}
