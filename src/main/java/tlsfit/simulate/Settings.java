package tlsfit.simulate;

import java.util.Map;
import tlsfit.measurement.Calibration;

/**
 * The instrument settings of a simulated sample file.
 *
 * @param calibration as numbers
 * @param resonator its keys and values under {@code resonator:} as written
 * @param chain keys and values under {@code calibration:} as written
 */
public record Settings(
    Calibration calibration, Map<String, String> resonator, Map<String, String> chain) {}
