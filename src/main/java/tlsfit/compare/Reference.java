package tlsfit.compare;

/**
 * A known value to compare with, or a range of values.
 *
 * @param label what it is called
 * @param quantity what it is a value of
 * @param lower lower end [SI], positive; the value itself where it is one
 * @param upper upper end [SI], not below the lower one
 * @param standardError of a value [SI], 0 or more
 */
public record Reference(
    String label, Quantity quantity, double lower, double upper, double standardError) {}
