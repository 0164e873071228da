package tlsfit.result;

/**
 * A reading that a robust loss down-weights so far that it is named.
 *
 * @param file file it stands in
 * @param line its line
 * @param residual fitted less measured frequency, in the standard deviations in force
 * @param weight with which it counts, between 0 and 1
 */
public record Outlier(
    String file, @Within(least = 0) int line, double residual, @Within(least = 0) double weight) {}
