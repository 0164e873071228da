package tlsfit.result;

import org.jspecify.annotations.Nullable;

/**
 * A slow change of the frequency in one table, fitted jointly.
 *
 * @param table the table's file name
 * @param kind {@code own-reference}, {@code linear-drift}, {@code linear-baseline}, {@code
 *     quadratic-baseline} or {@code sqrt-baseline}
 * @param value its amplitude [Hz]: how far the table's reference frequency lies above f_ref; the
 *     drift from the first row to the last; the change at the highest power
 * @param standardError of that [Hz]; null where there is none
 */
public record SlowChangeEstimate(
    String table, String kind, double value, @Within(least = 0) @Nullable Double standardError) {}
