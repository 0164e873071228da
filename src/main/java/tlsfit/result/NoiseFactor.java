package tlsfit.result;

/**
 * The factor by which the noise of a table is larger than its σ say.
 *
 * @param table its file
 * @param factor by which its σ were multiplied; 1 where they are absolute; where a table has none,
 *     or they are not used, the standard deviation found [Hz]
 */
public record NoiseFactor(String table, @Within(least = 0) double factor) {}
