package tlsfit.result;

import org.jspecify.annotations.Nullable;

/**
 * One reading with what the model says of it.
 *
 * @param file file it stands in
 * @param line its line
 * @param setting of the instruments, as the table gives it
 * @param acField microwave field [V/m]; null if given as a Rabi frequency
 * @param biasRate bias rate [V/m/s]; null if given as a rate of the energy
 * @param rabi Ω_R0 [1/s] at the fitted dipole moment
 * @param sweepRate v0 [1/s²] likewise
 * @param frequency measured [Hz]
 * @param sigma its standard deviation [Hz]; null if unknown
 * @param sigmaInForce the σ by which its residual is divided [Hz]: with the error of its power and
 *     the factor of its table where these are estimated; 1 Hz where no σ is used
 * @param fitted frequency by the fit [Hz], with the slow change of its table
 * @param slow that slow change alone [Hz]; 0 where none is fitted
 * @param residual fitted less measured frequency, in the σ in force [1]
 * @param leverage how far the fit follows the reading [1], from 0 to 1
 * @param confidence half-width of the pointwise confidence band of the curve [Hz], at the level of
 *     the confidence intervals; null if not every parameter is determined
 * @param prediction half-width of the band that holds another such reading [Hz]; null likewise
 */
public record FittedReading(
    String file,
    @Within(least = 0) int line,
    Setting setting,
    @Within(least = 0) @Nullable Double acField,
    @Within(least = 0) @Nullable Double biasRate,
    @Within(least = 0) double rabi,
    @Within(least = 0) double sweepRate,
    @Within(above = 0) double frequency,
    @Within(least = 0) @Nullable Double sigma,
    @Within(above = 0) double sigmaInForce,
    @Within(above = 0) double fitted,
    double slow,
    double residual,
    @Within(least = 0) double leverage,
    @Within(least = 0) @Nullable Double confidence,
    @Within(least = 0) @Nullable Double prediction) {}
