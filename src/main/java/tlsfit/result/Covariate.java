package tlsfit.result;

/**
 * A number that says how a sample was made, such as a growth temperature or a thickness.
 *
 * @param name its name in the sample file
 * @param value as written there
 * @param unit as written there; empty for a plain number
 */
public record Covariate(String name, double value, String unit) {}
