package tlsfit.result;

/**
 * What is known of a parameter beforehand.
 *
 * @param value in the parameter's unit
 * @param sigma its standard uncertainty
 */
public record PriorKnowledge(double value, @Within(above = 0) double sigma) {}
