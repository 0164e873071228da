package tlsfit.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The way samples are to be compared.
 *
 * @param level confidence level; empty for that of the results
 * @param calibration which numbers of the calibration the samples share
 * @param ratioTo name of the sample that all others are compared with; empty for all pairs
 * @param pool whether a mean is given in any case
 * @param references known values to compare with
 * @param against name of a covariate that a line is fitted over
 */
public record CompareOptions(
    OptionalDouble level,
    CalibrationSharing calibration,
    Optional<String> ratioTo,
    boolean pool,
    List<Reference> references,
    Optional<String> against) {
  /** The level where the results have several. */
  static final double LEVEL = 0.95;

  /** The defaults. */
  public static final CompareOptions DEFAULT =
      new CompareOptions(
          OptionalDouble.empty(),
          new CalibrationSharing.ByIdentity(),
          Optional.empty(),
          false,
          List.of(),
          Optional.empty());

  /** Copies the list. */
  public CompareOptions {
    references = List.copyOf(references);
  }

  /** The same with another rule for the calibration. */
  public CompareOptions withCalibration(CalibrationSharing sharing) {
    return new CompareOptions(level, sharing, ratioTo, pool, references, against);
  }

  /** The same with a mean in any case. */
  public CompareOptions pooled() {
    return new CompareOptions(level, calibration, ratioTo, true, references, against);
  }

  /** The same with ratios to one sample only. */
  public CompareOptions withRatioTo(String name) {
    return new CompareOptions(level, calibration, Optional.of(name), pool, references, against);
  }

  /** The same with a line over a covariate. */
  public CompareOptions withAgainst(String covariate) {
    return new CompareOptions(
        level, calibration, ratioTo, pool, references, Optional.of(covariate));
  }

  /** The same with known values. */
  public CompareOptions withReferences(List<Reference> known) {
    return new CompareOptions(level, calibration, ratioTo, pool, known, against);
  }
}
