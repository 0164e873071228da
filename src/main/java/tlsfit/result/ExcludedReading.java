package tlsfit.result;

import org.jspecify.annotations.Nullable;

/**
 * One reading that the sample file leaves out of the fit, with what the model says of it all the
 * same.
 *
 * @param file file it stands in
 * @param line its line
 * @param reason what leaves it out, as it is written: {@code power > -40 dBm}
 * @param setting of the instruments, as the table gives it
 * @param acField microwave field [V/m]; null if given as a Rabi frequency
 * @param biasRate bias rate [V/m/s]; null if given as a rate of the energy
 * @param rabi Ω_R0 [1/s] at the fitted dipole moment
 * @param sweepRate v0 [1/s²] likewise
 * @param frequency measured [Hz]
 * @param sigma its standard deviation [Hz]; null if unknown
 * @param fitted frequency by the fit, without slow changes of its table [Hz]
 */
public record ExcludedReading(
    String file,
    @Within(least = 0) int line,
    String reason,
    Setting setting,
    @Within(least = 0) @Nullable Double acField,
    @Within(least = 0) @Nullable Double biasRate,
    @Within(least = 0) double rabi,
    @Within(least = 0) double sweepRate,
    @Within(above = 0) double frequency,
    @Within(least = 0) @Nullable Double sigma,
    @Within(above = 0) double fitted) {}
