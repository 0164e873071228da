package tlsfit.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A reason why a value takes no part in ratios and means. */
public enum Obstacle {
  /** The fit is not valid. */
  NOT_VALID,
  /** The readings do not determine what was fitted. */
  NOT_DETERMINED,
  /** The quantity is not part of the fit. */
  ABSENT,
  /** It was fixed. */
  FIXED,
  /** It lies at a bound. */
  AT_BOUND,
  /** It has a limit on one side and no value. */
  LIMIT,
  /** It has no confidence interval. */
  NO_INTERVAL,
  /** The other value is by another model of the shift. */
  OTHER_MODEL,
  /** The other value is by another edition of the model. */
  OTHER_EDITION;

  /** The name in files. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
