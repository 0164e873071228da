package tlsfit.compare;

import org.jspecify.annotations.Nullable;

/**
 * The question whether the samples have one value.
 *
 * @param statistical by the statistical errors alone
 * @param withCalibration with the calibration, as it is shared
 * @param mean null where they differ, unless it was asked for
 */
public record Pool(
    Heterogeneity statistical, Heterogeneity withCalibration, @Nullable PooledMean mean) {}
