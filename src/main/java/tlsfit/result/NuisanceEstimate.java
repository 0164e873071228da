package tlsfit.result;

import org.jspecify.annotations.Nullable;

/**
 * A nuisance parameter: a number of the calibration that was fitted jointly.
 *
 * @param source the number
 * @param value how far it moved, in its standard uncertainties
 * @param standardError of that, likewise; 1 where the data say nothing of it
 * @param calibration which number it is, with what moving it by one standard uncertainty does to
 *     the other parameters, as the fit has it
 */
public record NuisanceEstimate(
    String source,
    double value,
    @Within(least = 0) @Nullable Double standardError,
    CalibrationEffect calibration) {}
