package tlsfit.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of all samples.
 *
 * @param quantity which
 * @param unit its SI unit
 * @param values one for each sample, in their order
 * @param pairs compared; none of the loss tangent, whose ratios are those of χ
 * @param pool null with fewer than three values, unless it was asked for
 * @param references tests against known values
 * @param line over a covariate; null where none was asked for or fewer than three samples have it
 */
public record QuantityComparison(
    Quantity quantity,
    String unit,
    List<ComparedValue> values,
    List<Pair> pairs,
    @Nullable Pool pool,
    List<ReferenceTest> references,
    @Nullable CovariateLine line) {}
