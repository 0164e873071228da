package tlsfit.explain;

/**
 * A setting of a fit that a sentence may name. In plain words it stands in a sentence; {@link #api}
 * names the method of the API; the command line has its own table of options.
 */
public enum Setting {
  /** The model of the shift. */
  MODEL("the model", "FitSetup.withModel(ModelChoice)"),
  /** A parameter is fixed. */
  FIX("a fixed value", "FitSetup.withFixed(Parameter, double)"),
  /** A parameter is looked for within bounds. */
  BOUND("a bound", "FitSetup.withBounds(Parameter, double, double)"),
  /** A parameter is known by other means. */
  PRIOR("a prior", "FitSetup.withPrior(Parameter, double, double)"),
  /** Relaxation is no part of the model. */
  RELAXATION_OFF("a model without relaxation", "FitSetup.withRelaxation(Relaxation.OFF)"),
  /** σ are the standard deviations. */
  SIGMA_ABSOLUTE("absolute sigma", "FitSetup.withSigma(SigmaUse.ABSOLUTE)"),
  /** σ are the standard deviations up to a common factor. */
  SIGMA_RELATIVE("relative sigma", "FitSetup.withSigma(SigmaUse.RELATIVE)"),
  /** σ are the standard deviations up to a factor of each table. */
  SIGMA_PER_TABLE("sigma per table", "FitSetup.withSigma(SigmaUse.PER_TABLE)"),
  /** σ are not used. */
  SIGMA_NONE("sigma none", "FitSetup.withSigma(SigmaUse.NONE)"),
  /** Outliers are down-weighted. */
  LOSS_CAUCHY("a robust loss", "FitSetup.withLoss(Loss.CAUCHY)"),
  /** The calibration is not fitted jointly. */
  CALIBRATION_SEPARATE(
      "a calibration that is reported separately", "FitSetup.withCalibration(false)"),
  /** Dipole moments are log-normal. */
  DIPOLE_WIDTH("log-normal dipole moments", "FitSetup.withDistribution(Distribution)"),
  /** Local fields follow a power law. */
  FIELD_POWER_LAW("a power law of local fields", "FitSetup.withDistribution(Distribution)"),
  /** Local fields are those of a table. */
  FIELD_TABLE("a table of local fields", "FitSetup.withDistribution(Distribution)"),
  /** What the distribution of local fields counts. */
  FIELD_WEIGHT("the weight of local fields", "FitSetup.withDistribution(Distribution)"),
  /** The confidence level. */
  LEVEL("the confidence level", "FitSetup.withLevel(double)"),
  /** The replicates of a bootstrap. */
  REPLICATES("the number of replicates", "IntervalSetup.withReplicates(int)"),
  /** How a bootstrap makes its noise. */
  BOOTSTRAP("the noise of a bootstrap", "IntervalSetup.withBootstrap(BootstrapKind)"),
  /** Intervals are those of the profile likelihood. */
  INTERVALS_PROFILE("intervals by profile", "FitSetup.withIntervals(IntervalKind.PROFILE)"),
  /** Intervals are made by a bootstrap. */
  INTERVALS_BOOTSTRAP("intervals by bootstrap", "FitSetup.withIntervals(IntervalKind.BOOTSTRAP)"),
  /** Tables have reference frequencies of their own. */
  OWN_REFERENCE("its own reference frequency", "FitSetup.withSlow(SlowChange)"),
  /** The frequency drifts with the row. */
  DRIFT_LINEAR("a linear drift", "FitSetup.withSlow(SlowChange)"),
  /** The frequency changes with the power beside the shift. */
  BASELINE_LINEAR("a linear baseline in power", "FitSetup.withSlow(SlowChange)"),
  /** The same with its square. */
  BASELINE_QUADRATIC("a quadratic baseline in power", "FitSetup.withSlow(SlowChange)"),
  /** The same with its root. */
  BASELINE_SQRT("a square-root baseline in power", "FitSetup.withSlow(SlowChange)"),
  /** No drift. */
  DRIFT_NONE("no drift", "FitSetup.withSlow(SlowSetup)");

  private final String words;
  private final String api;

  Setting(String words, String api) {
    this.words = words;
    this.api = api;
  }

  /** The setting in plain words, such as may stand within a sentence. */
  public String words() {
    return words;
  }

  /** The method that makes the setting, with its class and arguments. */
  public String api() {
    return api;
  }

  /** The setting of a parameter by its key: fix, bound or prior. */
  static Setting ofParameter(String key) {
    return switch (key) {
      case "fix" -> FIX;
      case "bound" -> BOUND;
      case "prior" -> PRIOR;
      default -> throw new IllegalArgumentException("no setting: " + key);
    };
  }

  /** The use of σ by its key. */
  static Setting ofSigma(String key) {
    return switch (key) {
      case "absolute" -> SIGMA_ABSOLUTE;
      case "relative" -> SIGMA_RELATIVE;
      case "per-table" -> SIGMA_PER_TABLE;
      case "none" -> SIGMA_NONE;
      default -> throw new IllegalArgumentException("no use of sigma: " + key);
    };
  }
}
