package tlsfit.compare;

import org.jspecify.annotations.Nullable;

/**
 * A quantity of two samples compared. Numbers are null where they cannot be compared.
 *
 * @param first name of the first sample
 * @param second name of the second
 * @param ratio second over first [1]
 * @param standardError of the ratio [1], with the calibration
 * @param lower lower confidence limit of the ratio, with the calibration
 * @param upper upper one
 * @param difference second less first [SI]
 * @param differenceLower lower confidence limit of the difference, with the calibration
 * @param differenceUpper upper one
 * @param calibration what the calibration leaves uncertain of the logarithm of the ratio [1], one
 *     standard uncertainty
 * @param independentLower lower confidence limit of the ratio if no number of the calibration were
 *     shared
 * @param independentUpper upper one
 * @param pValue probability of as large a difference where both have one value
 * @param pValueHolm that, corrected for the number of pairs after Holm
 * @param pValueIndependent the corrected one if no number of the calibration were shared
 * @param obstacle why they cannot be compared; null if they can
 * @param obstacleOf name of the sample that it lies with; empty where with both
 */
public record Pair(
    String first,
    String second,
    @Nullable Double ratio,
    @Nullable Double standardError,
    @Nullable Double lower,
    @Nullable Double upper,
    @Nullable Double difference,
    @Nullable Double differenceLower,
    @Nullable Double differenceUpper,
    @Nullable Double calibration,
    @Nullable Double independentLower,
    @Nullable Double independentUpper,
    @Nullable Double pValue,
    @Nullable Double pValueHolm,
    @Nullable Double pValueIndependent,
    @Nullable Obstacle obstacle,
    String obstacleOf) {

  static Pair impossible(String first, String second, Obstacle obstacle, String of) {
    return new Pair(
        first, second, null, null, null, null, null, null, null, null, null, null, null, null, null,
        obstacle, of);
  }

  Pair corrected(double holm, double independent) {
    return new Pair(
        first,
        second,
        ratio,
        standardError,
        lower,
        upper,
        difference,
        differenceLower,
        differenceUpper,
        calibration,
        independentLower,
        independentUpper,
        pValue,
        holm,
        independent,
        obstacle,
        obstacleOf);
  }
}
