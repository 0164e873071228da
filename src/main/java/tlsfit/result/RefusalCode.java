package tlsfit.result;

/** Why a measurement cannot be fitted as asked, or a setup means nothing. */
public enum RefusalCode {
  /** Fewer readings than parameters: {@code readings}, {@code parameters}. */
  TOO_FEW_READINGS,
  /** Too few readings to tell their own noise beside the parameters: {@code readings}. */
  TOO_FEW_FOR_NOISE,
  /** A table, named, has too few readings to tell its own noise: {@code readings}. */
  TOO_FEW_IN_TABLE,
  /** All parameters are fixed. */
  ALL_FIXED,
  /** All fitted parameters lie at a bound. */
  ALL_AT_BOUND,
  /** A reading, named by its place, has no σ. */
  READING_WITHOUT_SIGMA,
  /** Tables, named, have no σ; {@code others} is 1 where other tables have one. */
  TABLES_WITHOUT_SIGMA
}
