package tlsfit.setup;

/** How a bootstrap makes the noise of its replicates. */
public enum BootstrapKind {
  /** Drawn from the residuals of all readings in units of σ, each rescaled for its leverage. */
  RESIDUAL,
  /**
   * Each reading's own residual, rescaled for its leverage, with a random sign: right also where
   * the noise variance differs from reading to reading in an unknown way (Wu, Ann. Stat. 14, 1261
   * (1986); Davidson and Flachaire, J. Econometrics 146, 162 (2008)).
   */
  WILD,
  /** Normal noise of the σ in force. */
  PARAMETRIC
}
