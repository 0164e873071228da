package tlsfit.compare;

import org.jspecify.annotations.Nullable;

/**
 * A quantity of one sample, all numbers in its SI unit.
 *
 * @param sample name of the sample
 * @param value best value; null where it is not determined
 * @param standardError statistical standard error; null where there is none
 * @param calibrationError one standard uncertainty of the calibration; null where there is none
 * @param lower lower confidence limit by the scatter alone; null where open
 * @param upper upper one, likewise
 * @param totalLower lower confidence limit with the calibration; null where open
 * @param totalUpper upper one, likewise
 * @param obstacle why it takes no part in ratios and means; null if it does
 */
public record ComparedValue(
    String sample,
    @Nullable Double value,
    @Nullable Double standardError,
    @Nullable Double calibrationError,
    @Nullable Double lower,
    @Nullable Double upper,
    @Nullable Double totalLower,
    @Nullable Double totalUpper,
    @Nullable Obstacle obstacle) {}
