package tlsfit.compare;

import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SampleNotes;

/**
 * One sample of a comparison.
 *
 * @param name its name, with a number where several results have the same
 * @param about what its sample file says besides
 * @param model of the shift
 * @param modelEdition of that model
 * @param relaxation whether relaxation is part of it
 * @param valid whether the fit may be believed
 * @param determined whether the readings determine every parameter that was fitted
 * @param readings number of readings
 * @param noise what is known of σ, as in a result
 * @param level confidence level of the intervals of its result
 * @param referenceFrequency f_ref [Hz]; null where it has none
 * @param reducedChiSquare χ²/ν; null without σ
 * @param otherModel what another model of the shift gives; null where its result does not say
 */
public record ComparedSample(
    String name,
    SampleNotes about,
    String model,
    int modelEdition,
    boolean relaxation,
    boolean valid,
    boolean determined,
    int readings,
    String noise,
    double level,
    @Nullable Double referenceFrequency,
    @Nullable Double reducedChiSquare,
    @Nullable OtherModelValue otherModel) {

  /** The value of a quantity by another model, in SI units; null where its result has none. */
  public @Nullable Double byOtherModel(Quantity quantity) {
    return otherModel == null || quantity != Quantity.DIPOLE_MOMENT
        ? null
        : Double.valueOf(otherModel.dipoleMoment());
  }

  static ComparedSample of(String name, FitResult result) {
    return new ComparedSample(
        name,
        result.about(),
        result.model(),
        result.modelEdition(),
        result.relaxation(),
        result.verdict().valid(),
        result.verdict().determined(),
        result.statistics().points(),
        result.statistics().noise(),
        level(result),
        result.findParameter("referenceFrequency").map(ParameterEstimate::value).orElse(null),
        result.statistics().reducedChiSquare(),
        OtherModelValue.of(result));
  }

  private static double level(FitResult result) {
    return result.parameters().stream()
        .filter(one -> !one.fixed())
        .mapToDouble(one -> one.interval().level())
        .findFirst()
        .orElse(CompareOptions.LEVEL);
  }
}
