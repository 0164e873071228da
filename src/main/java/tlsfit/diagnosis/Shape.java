package tlsfit.diagnosis;

/** What part of the shift's curve over the microwave field the readings show. */
public enum Shape {
  /** Readings on both sides of the extremum, or so it seems. */
  EXTREMUM("extremum"),
  /** All below the extremum: the shift grows with power over bias rate, ξ being small. */
  RISING_SIDE("rising side"),
  /** All above the extremum: the shift falls slowly as the power grows. */
  FAR_SIDE("far side"),
  /** One frequency, within the noise. */
  PLATEAU("plateau"),
  /** One frequency, but for a reading or two. */
  FEW_READINGS("few readings");

  private final String key;

  Shape(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
