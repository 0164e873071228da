package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a {@link Finding} is about. The name in files and on the command line is {@link #key}; what
 * its numbers are is said here, what it means for people in {@code tlsfit.explain}.
 */
public enum FindingCode {
  /** Whether any reading depends on p; all fields given as rates do not. */
  DEPENDS_ON_DIPOLE_MOMENT("dependsOnDipoleMoment"),
  /** Whether the model explains the readings better than a constant frequency: p-value, limit. */
  SHIFT_SEEN("shiftSeen"),
  /** Whether a minimum was reached: about the reason of the stop. */
  CONVERGED("converged"),
  /** Whether each parameter has its own effect; details: the direction that has none. */
  FULL_RANK("fullRank"),
  /**
   * Whether a parameter is known well enough: its standard error in scaled units and the largest
   * allowed; details: the direction that the readings see least.
   */
  DETERMINED("determined"),
  /** Whether relaxation that was asked for shows: p-value, limit. */
  RELAXATION_SEEN("relaxationSeen"),
  /** Whether no other minimum fits as well: rise of χ², limit; details: ratio of p. */
  ONE_MINIMUM("oneMinimum"),
  /** Whether the shift stands without one reading or two: these readings, p-value without them. */
  SEVERAL_READINGS("severalReadings"),
  /** Whether χ is below 1, as a theory of first order in χ needs: χ, limit. */
  SMALL_STRENGTH("smallStrength"),
  /**
   * Whether no straight line or step explains the readings as well: difference of Akaike's
   * criterion, limit; about the curve; details: χ² of both.
   */
  NO_FEATURELESS_CURVE("noFeaturelessCurve"),
  /**
   * Whether relaxation that was left out would change p: change of ln p, limit; details: relaxation
   * time [s], p with it and p of the fit [C m].
   */
  RELAXATION_DECIDED("relaxationDecided"),
  /** Whether readings lie on both sides of the extremum: about the shape; the noise [Hz]. */
  EXTREMUM_VISIBLE("extremumVisible"),
  /** Whether no reading has L ≤ 0: those that have. */
  WITHIN_THEORY("withinTheory"),
  /** Whether no reading has L below 1: those that have. */
  NEAR_END_OF_THEORY("nearEndOfTheory"),

  /** Scatter against the given σ: reduced χ², p-value, limit. */
  CHI_SQUARE("chiSquare"),
  /** Runs of signs of the residuals: number, p-value, limit; details: the number expected. */
  RUNS("runs"),
  /** Normal distribution of the residuals: A*, p-value, limit. */
  NORMALITY("normality"),
  /**
   * The largest externally studentised residual, p-value of the largest of all, limit; readings
   * beyond it with their studentised residuals, or the largest one.
   */
  OUTLIERS("outliers"),
  /** The largest leverage, limit; its reading. */
  LEVERAGE("leverage"),
  /**
   * The largest of Cook's distances, limit; its reading; details: change of p without it, relative
   * and in standard errors; about why there is no change to give.
   */
  INFLUENCE("influence"),
  /** The strongest correlation of two parameters, limit; the two. */
  CORRELATION("correlation"),
  /** The condition number, limit; details: the direction that the readings see least. */
  CONDITION("condition"),
  /** How many starts ended in the minimum; details: starts. */
  STARTS("starts"),
  /** Fall of χ² with parameters of each table's own, p-value, limit; about the worst table. */
  TABLES("tables"),
  /**
   * Largest distance of Wald limits from those of the profile likelihood, in half-widths, limit.
   */
  WALD_AGAINST_PROFILE("waldAgainstProfile"),

  /** A parameter lies at a bound: the bound; about {@code lower} or {@code upper}. */
  AT_BOUND("atBound"),
  /** The readings contradict the bounds: standard errors, limit; details: fall of χ². */
  BOUNDS_CONTRADICTED("boundsContradicted"),
  /** A parameter contradicts its prior: standard uncertainties off, limit. */
  PRIOR_CONTRADICTED("priorContradicted"),
  /** A fitted number of the calibration contradicts it: standard uncertainties off, limit. */
  CALIBRATION_CONTRADICTED("calibrationContradicted"),
  /** A parameter, the first, is known only with the priors of the others, or its own. */
  KNOWN_FROM_PRIOR("knownFromPrior"),
  /** Relaxation is left out since it is not seen: lower limit of T10 [s], p-value. */
  RELAXATION_NOT_SEEN("relaxationNotSeen"),
  /** The sample is warm: hf/(k_B T), limit. */
  WARM("warm"),
  /** Model lz is used with relaxation, for which it is approximate. */
  MODEL_APPROXIMATE("modelApproximate"),
  /** Few replicates beyond each limit: number expected, limit; details: made and needed. */
  FEW_REPLICATES("fewReplicates"),
  /** Replicates that could not be fitted: number; details: made. */
  FAILED_REPLICATES("failedReplicates"),
  /** A profile met a lower minimum: its χ², and as limit that of the fit before. */
  LOWER_MINIMUM("lowerMinimum"),
  /** A calculation beside the fit was left out since its budget ended: about which. */
  LEFT_OUT("leftOut"),
  /** A calibration was to be fitted, but no number of it is uncertain. */
  NO_CALIBRATION_TERM("noCalibrationTerm"),

  /** Before a fit: number of readings, fewest. */
  ENOUGH_READINGS("enoughReadings"),
  /** Before a fit: number of different microwave fields, fewest. */
  FIELDS_SWEPT("fieldsSwept"),
  /** Before a fit: whether a lowest frequency over the power is seen. */
  LOWEST_FREQUENCY_SEEN("lowestFrequencySeen"),
  /** Before a fit: number of different bias rates, fewest. */
  RATES_SWEPT("ratesSwept"),
  /** Before a fit: number of readings with σ, and as limit that of all. */
  SIGMA_GIVEN("sigmaGiven"),
  /** Before a fit: least L, limit; details: the dipole moment assumed [C m]. */
  COVERED_BY_THEORY("coveredByTheory");

  private final String key;

  FindingCode(String key) {
    this.key = key;
  }

  /** The name in files and on the command line. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The code of a name, whatever its case. */
  public static Optional<FindingCode> find(String key) {
    return Arrays.stream(values()).filter(code -> code.key.equalsIgnoreCase(key)).findFirst();
  }

  /** For Jackson: the code of a name in a file. */
  @JsonCreator
  static FindingCode of(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("unknown finding " + key));
  }
}
