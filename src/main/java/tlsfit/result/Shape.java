package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The part of the shift's curve over the microwave field that the readings show. */
public enum Shape {
  /** Readings on both sides of the extremum, or so it seems. */
  EXTREMUM,
  /** All below the extremum: the shift grows with power over bias rate, ξ being small. */
  RISING_SIDE,
  /** All above the extremum: the shift falls slowly as the power grows. */
  FAR_SIDE,
  /** One frequency, within the noise. */
  PLATEAU,
  /** One frequency, but for a reading or two. */
  FEW_READINGS;

  /** The name in files, such as {@code rising-side}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Shape of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
