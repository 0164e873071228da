package tlsfit.explain;

import java.util.Optional;

/**
 * A remedy of a finding, what a person may do about it: change a {@link Setting} of the fit, look
 * at the measurement, or measure again.
 */
public enum Remedy {
  /** σ are right up to a factor of each table's own. */
  SIGMA_PER_TABLE("let each table have its own scale of σ", Setting.SIGMA_PER_TABLE),
  /** σ are not used. */
  WEIGH_ALL_ALIKE("weigh all readings alike", Setting.SIGMA_NONE),
  /** A parameter is known by other means. */
  FIX_PARAMETER("fix a parameter that is known by other means", Setting.FIX),
  /** A parameter is known with an uncertainty. */
  GIVE_PRIOR("give what is known of a parameter as a prior", Setting.PRIOR),
  /** Bounds stop the fit. */
  WIDEN_BOUNDS("widen or drop the bounds", Setting.BOUND),
  /** Intervals from the curvature are poor. */
  PROFILE_INTERVALS("take intervals from the profile likelihood", Setting.INTERVALS_PROFILE),
  /** Quantiles of a bootstrap are poor. */
  MORE_REPLICATES("make more bootstrap replicates", Setting.REPLICATES),
  /** The model may be wrong. */
  OTHER_MODEL("try the other model of the shift", Setting.MODEL),
  /** One dipole moment may not be enough. */
  DISTRIBUTION("fit a distribution of the dipole moments", Setting.DIPOLE_WIDTH),
  /** Outliers weigh too much. */
  ROBUST_LOSS("fit with a robust loss", Setting.LOSS_CAUCHY),
  /** Relaxation has no effect here. */
  RELAXATION_OFF("leave relaxation out of the model", Setting.RELAXATION_OFF),
  /** Calibration and fit contradict each other. */
  CALIBRATION_NOT_FITTED("take the calibration as it is", Setting.CALIBRATION_SEPARATE),
  /** Tables differ in their reference frequency. */
  FIT_OWN_REFERENCE(
      "fit a reference frequency of that table with reference: own in its entry",
      Setting.OWN_REFERENCE),
  /** The frequency drifts. */
  FIT_DRIFT(
      "fit the drift jointly with drift: linear in the entry of that table", Setting.DRIFT_LINEAR),
  /** The frequency changes with the power. */
  FIT_LINEAR_BASELINE(
      "fit the baseline jointly with baseline: linear in the entry of that table",
      Setting.BASELINE_LINEAR),
  /** The frequency changes with the square of the power. */
  FIT_QUADRATIC_BASELINE(
      "fit the baseline jointly with baseline: quadratic in the entry of that table",
      Setting.BASELINE_QUADRATIC),
  /** The frequency changes with the root of the power. */
  FIT_SQRT_BASELINE(
      "fit the baseline jointly with baseline: sqrt in the entry of that table",
      Setting.BASELINE_SQRT),

  /** More of the curve must show. */
  SWEEP_POWER("widen the range of the power until the minimum of the frequency shows"),
  /** Relaxation and p act differently with the rate. */
  SWEEP_BIAS("add a sweep of the bias rate at one power"),
  /** Only the weak-drive side is seen. */
  MORE_POWER("measure at higher power or lower bias rate"),
  /** Only the strong-drive side is seen. */
  LESS_POWER("measure at lower power or higher bias rate"),
  /** The theory wants drive and sweep slow beside the resonance. */
  SLOWER_DRIVE("measure at lower power and lower bias rate"),
  /** Relaxation takes longer than a crossing then. */
  FASTER_SWEEP("measure at higher bias rates"),
  /** Where there is one reading only. */
  MEASURE_AGAIN("measure there again with more points"),
  /** Where the curve tells most. */
  MEASURE_NEAR_EXTREMUM("measure more points around the minimum of the frequency"),
  /** More readings than parameters. */
  MORE_READINGS("measure more points"),
  /** The shift is below the noise. */
  LESS_NOISE("average longer to lower the noise"),
  /** A drift shows as a difference of the two. */
  SWEEP_UP_AND_DOWN("sweep up and down to find a drift"),
  /** Outside the theory, or clearly wrong. */
  LEAVE_OUT("leave these readings out"),
  /** What happened there. */
  LOOK_AT_READINGS("look at what happened at these readings"),
  /** They are inputs. */
  CHECK_SIGMA("check how the σ were obtained"),
  /** The scatter holds all errors then. */
  GIVE_SIGMA("give the standard deviation of each frequency"),
  /** A power of ten, or mm for nm. */
  CHECK_UNITS("check the units of the columns and of the sample file"),
  /** Rows that were pasted twice. */
  REMOVE_COPIES("remove the copies"),
  /** It is an input. */
  CHECK_PRIOR("check where the prior comes from"),
  /** It is an input. */
  CHECK_CALIBRATION("check the numbers of the calibration"),
  /** Something differs between tables. */
  CHECK_TABLES("look for a calibration or a temperature that differs between the tables"),
  /** They do not depend on p. */
  GIVE_FIELDS("give the microwave field or the bias rate as a field"),
  /** Uncertain inputs are needed for that. */
  GIVE_UNCERTAINTY("give the numbers of the calibration their uncertainties"),
  /** Other starting points. */
  COMPARE_STARTS("compare with fits in which the dipole moment is fixed at other values"),
  /** Thermal excitation. */
  COOL("measure at a lower temperature"),
  /** A calculation exceeded its budget of evaluations. */
  LARGER_BUDGET("allow more evaluations of the model");

  private final String words;
  private final Optional<Setting> setting;

  Remedy(String words) {
    this.words = words;
    this.setting = Optional.empty();
  }

  Remedy(String words, Setting setting) {
    this.words = words;
    this.setting = Optional.of(setting);
  }

  /** What to do, as an imperative without a period. */
  public String words() {
    return words;
  }

  /** The setting of the fit that does it, if it is one. */
  public Optional<Setting> setting() {
    return setting;
  }
}
