package tlsfit.measurement;

import java.util.OptionalDouble;

/**
 * One measured resonance frequency with the fields it was measured at.
 *
 * @param drive microwave drive
 * @param biasRate rate of the bias
 * @param frequency resonance frequency [Hz]
 * @param sigma standard deviation (one σ) of the frequency [Hz], positive; empty where unknown
 * @param origin where it stands
 */
public record Reading(
    Drive drive, BiasRate biasRate, double frequency, OptionalDouble sigma, Origin origin) {}
