package tlsfit.result;

/**
 * The bootstrap behind the confidence intervals.
 *
 * @param kind of its noise: residual, wild or parametric
 * @param replicates number
 * @param failed number that could not be fitted, and are left out
 * @param seed of its random numbers
 */
public record BootstrapSummary(
    String kind, @Within(least = 0) int replicates, @Within(least = 0) int failed, long seed) {}
