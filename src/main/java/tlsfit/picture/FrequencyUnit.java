package tlsfit.picture;

/**
 * A unit of frequency differences.
 *
 * @param name such as {@code kHz}
 * @param size [Hz]
 */
public record FrequencyUnit(String name, double size) {

  /** The largest unit of which a difference has at least one. */
  public static FrequencyUnit of(double difference) {
    if (difference >= 1e6) {
      return new FrequencyUnit("MHz", 1e6);
    }
    return difference >= 1e3 ? new FrequencyUnit("kHz", 1e3) : new FrequencyUnit("Hz", 1);
  }
}
