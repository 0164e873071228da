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
   * Whether a parameter is known well enough. Of p and χ the ratio of the ends of the confidence
   * interval and the largest allowed; details: its ends [SI]. Of others the standard error in
   * scaled units and the largest allowed. Details: the direction that the readings see least.
   */
  DETERMINED("determined"),
  /** Whether relaxation that was asked for shows: p-value, limit. */
  RELAXATION_SEEN("relaxationSeen"),
  /**
   * Whether the values of a parameter that fit as well lie together: rise of χ² at the best of the
   * others; details: its ratio to the fit's, and the ends of both intervals [SI].
   */
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
  /** Whether readings lie on both sides of the extremum: about the shape; the noise [Hz]. */
  EXTREMUM_VISIBLE("extremumVisible"),
  /** Whether no reading has L ≤ 0: those that have. */
  WITHIN_THEORY("withinTheory"),
  /** Whether no reading has L below 1: those that have. */
  NEAR_END_OF_THEORY("nearEndOfTheory"),

  /**
   * Scatter against the given σ: reduced χ², two-sided p-value, limit; about {@code large} or
   * {@code small}.
   */
  CHI_SQUARE("chiSquare"),
  /** Runs of signs of the residuals: number, p-value, limit; details: the number expected. */
  RUNS("runs"),
  /**
   * Serial correlation of the residuals: von Neumann's ratio, p-value, limit; about the order,
   * {@code sweeps} or {@code rows}; details: the ratio expected.
   */
  SERIAL_CORRELATION("serialCorrelation"),
  /** Normal distribution of the residuals: A*, p-value, limit. */
  NORMALITY("normality"),
  /**
   * The largest externally studentised residual, p-value of the largest of all, limit; readings
   * beyond it with their studentised residuals, or the largest one.
   */
  OUTLIERS("outliers"),
  /**
   * Whether rows were given twice: number of copies, p-value of as many equal readings, limit; the
   * copies.
   */
  DUPLICATE_READINGS("duplicateReadings"),
  /** Two tables hold the same readings: rows; about the second; the first reading of both. */
  IDENTICAL_INPUTS("identicalInputs"),
  /**
   * One or two readings with a σ far below the others: share of the information on a parameter that
   * they bring, limit; about the parameter; these readings; details: the smallest σ over the
   * median, and the change of the parameter without them, in standard errors.
   */
  SIGMA_DECIDES("sigmaDecides"),
  /**
   * A result is not physically plausible: about {@code dipoleMoment}, {@code relaxationTime},
   * {@code chi} or {@code acField}; its value and the limit it exceeds [SI]; details: lowest and
   * highest field [V/m] and bias rate [V/m/s].
   */
  PLAUSIBLE("plausible"),
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
  /**
   * A spread of the dipole moments that is not fitted: fall of χ² with it, p-value, limit; details:
   * σ_p then, and as large as the readings allow.
   */
  SPREAD("spread"),
  /** Fall of χ² with parameters of each table's own, p-value, limit; about the worst table. */
  TABLES("tables"),
  /**
   * The slow change of a table that the fit misses most: fall of χ² with it, p-value, limit; about
   * its kind, such as {@code linear-drift}; the first reading of the table; details: amplitude and
   * its standardError [Hz], candidates.
   */
  SLOW_CHANGE("slowChange"),
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
  /** No relaxation, 1/T10 = 0, is inside the confidence set: lower limit of T10 [s], p-value. */
  RELAXATION_NOT_SEEN("relaxationNotSeen"),
  /** No width of the dipole moments is inside the confidence set: upper limit of σ_p [1]. */
  WIDTH_NOT_SEEN("widthNotSeen"),
  /** Readings that the sample file leaves out: their number, and as limit that of all. */
  EXCLUDED("excluded"),
  /**
   * The errors of the drive of single readings: number of readings that have one, and whether they
   * are part of the fit; details: the median and the largest of σ with them over σ without.
   */
  DRIVE_ERRORS("driveErrors"),
  /** The sample is warm: hf/(k_B T), limit. */
  WARM("warm"),
  /**
   * Two-photon crossings, which model lz leaves out, count: the largest Ω_R0⁴/(v0 ω0²), limit; the
   * reading; details: readings beyond the limit, all readings, relative excess of p.
   */
  TWO_PHOTON_CROSSINGS("twoPhotonCrossings"),
  /**
   * Crossings overlap at weak drive, for which model lz is approximate: number of readings;
   * details: all readings, error of the model in standard deviations of a reading.
   */
  WEAK_DRIVE("weakDrive"),
  /** Relaxation during a crossing, which model lz leaves out: the smallest T10 √v0, limit. */
  RELAXATION_AT_CROSSING("relaxationAtCrossing"),
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
