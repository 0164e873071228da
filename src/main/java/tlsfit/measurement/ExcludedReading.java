package tlsfit.measurement;

/**
 * A reading that a user leaves out of the fit.
 *
 * @param reading the reading
 * @param reason what leaves it out, as it is written: {@code power > -40 dBm}
 */
public record ExcludedReading(Reading reading, String reason) {}
