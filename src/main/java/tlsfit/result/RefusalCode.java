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
  TABLES_WITHOUT_SIGMA,
  /**
   * A use of σ, the first name, needs one for every reading, and the tables named behind it have
   * none; {@code others} is 1 where other tables have one.
   */
  ASKED_SIGMA_MISSING,
  /** A parameter, named, is fixed and has bounds. */
  FIXED_WITH_BOUNDS,
  /** A parameter, named, is fixed and has a prior. */
  FIXED_WITH_PRIOR,
  /** The relaxation time has a fix, bound or prior, the name, in a fit without relaxation. */
  RELAXATION_TIME_WITHOUT_RELAXATION,
  /** The model lacks the parameter named first that a fix, bound or prior, named second, is of. */
  PARAMETER_NOT_IN_MODEL,
  /** A value of a parameter, named, is no finite number. */
  NOT_FINITE,
  /** A value or a range of a parameter, named, must be above zero. */
  NOT_POSITIVE,
  /** The lower end of a range of a parameter, named, must be above zero or left out. */
  LOWER_END_NOT_POSITIVE,
  /** The width of the dipole moments, named, is beyond {@code largest}. */
  WIDTH_TOO_LARGE,
  /** A weight of local fields is given, and no distribution of them. */
  FIELD_WEIGHT_UNUSED,
  /** A distribution of local fields is given, and not what it counts. */
  FIELD_WEIGHT_MISSING,
  /** Local fields follow a power law and a table at once. */
  TWO_FIELD_DISTRIBUTIONS,
  /** The largest local field of a power law, {@code largest}, is not above 1. */
  LARGEST_FIELD_TOO_SMALL,
  /** A table of local fields, named, has no positive weight. */
  FIELD_TABLE_EMPTY,
  /** The confidence level, {@code level}, is not between 0 and 1. */
  LEVEL_NOT_A_PROBABILITY,
  /** A bootstrap has fewer {@code replicates} than the {@code fewest} it needs. */
  TOO_FEW_REPLICATES,
  /** A bootstrap has more {@code replicates} than the {@code most} it can have. */
  TOO_MANY_REPLICATES,
  /** Settings of a bootstrap are given for intervals of another kind. */
  BOOTSTRAP_SETTINGS_UNUSED,
  /** A slow change is asked for in a table, named, that is not there. */
  NO_SUCH_TABLE,
  /** A slow change is asked for in a table, named, and another has the same name. */
  TABLE_NAMED_TWICE,
  /** A baseline in power is asked for in a table, named, all at one power. */
  BASELINE_WITHOUT_POWERS,
  /** A table, named, has {@code readings}, and its slow changes need {@code needed}. */
  TOO_FEW_FOR_SLOW_CHANGES
}
