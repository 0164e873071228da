package tlsfit.setup;

/**
 * The defaults of a {@link FitSetup}, used where it says nothing: the only place of these values.
 */
public final class Defaults {
  /** The model of the shift. */
  public static final ModelChoice MODEL = ModelChoice.LOG;

  /** Whether relaxation is part of the model. */
  public static final Relaxation RELAXATION = Relaxation.AUTO;

  /** How residuals count. */
  public static final Loss LOSS = Loss.LINEAR;

  /** How confidence intervals are made. */
  public static final IntervalKind INTERVALS = IntervalKind.PROFILE;

  /** The confidence level 1 − α of intervals [1]. */
  public static final double LEVEL = 0.95;

  /** The replicates of a bootstrap. */
  public static final int REPLICATES = 2000;

  /** The fewest replicates that a bootstrap is made of. */
  public static final int FEWEST_REPLICATES = 100;

  /** The most: they are held in memory, and their order needs no more. */
  public static final int MOST_REPLICATES = 1_000_000;

  /** Where a fit of the dipole width σ_p begins [1]; 0 would be a stationary point. */
  static final double FIRST_WIDTH = 0.5;

  /** Where a fit of the field exponent α begins [1]. */
  static final double FIRST_EXPONENT = 2;

  private Defaults() {}
}
