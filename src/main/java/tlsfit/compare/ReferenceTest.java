package tlsfit.compare;

/**
 * A sample or the mean compared with a known value.
 *
 * @param sample name of the sample; empty for the mean
 * @param reference label of the known value
 * @param ratio value over the known one, or over the nearest end of a range; 1 inside [1]
 * @param pValue probability of as large a difference; 1 inside a range
 * @param pValueHolm corrected for the number of samples after Holm
 */
public record ReferenceTest(
    String sample, String reference, double ratio, double pValue, double pValueHolm) {}
