package tlsfit.planning;

import java.util.OptionalDouble;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.model.Parameter;

/**
 * Where to measure next, and what it would bring.
 *
 * @param drive microwave drive there
 * @param biasRate bias rate there
 * @param rabi Ω_R0 there [1/s] at the dipole moment that is assumed
 * @param sweepRate v0 there [1/s²] likewise
 * @param powerChange 20 lg of the field over the highest one measured [dB]
 * @param parameter what the readings would determine
 * @param before standard error of its coordinate (ln p, or 1/T10 in 1/s) from the present readings;
 *     empty where only a place is told
 * @param after the same with the new readings
 * @param text all of this in words
 */
public record NextReading(
    Drive drive,
    BiasRate biasRate,
    double rabi,
    double sweepRate,
    double powerChange,
    Parameter parameter,
    OptionalDouble before,
    OptionalDouble after,
    String text) {}
