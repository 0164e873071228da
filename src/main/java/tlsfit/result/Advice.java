package tlsfit.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to measure next, and what it would bring: either what new readings do to a standard error
 * ({@code before} and {@code after}), or, where no shift is seen, where it would be largest for an
 * assumed dipole moment, and from which χ on it would then be seen ({@code smallestChi}).
 *
 * @param parameter name of the parameter that is to be determined
 * @param acField microwave field there [V/m]; null if the drive is a Rabi frequency
 * @param biasRate bias rate there [V/m/s]; null if it is a rate of the energy
 * @param rabi Ω_R0 there [1/s] at the dipole moment that is assumed
 * @param sweepRate v0 there [1/s²] likewise
 * @param powerChange change of the power from the highest one measured [dB]
 * @param readings number of new readings
 * @param before standard error now, of the logarithm of dipoleMoment, or of the relaxation rate
 *     [1/s]; null where only a place is given
 * @param after the same with the new readings
 * @param relaxationRate 1/T10 that the readings show now [1/s]; 0 where they show none
 * @param dipoleMoment the dipole moment that must be assumed [C m]; null where it is determined
 * @param smallestChi χ [1] above which a shift would be seen there; null with before and after
 * @param noise standard deviation of a reading that is assumed [Hz]
 * @param outside by what the place lies outside the range measured; empty where it does not
 * @param source the setting of the instruments at the place
 */
public record Advice(
    String parameter,
    @Nullable Double acField,
    @Nullable Double biasRate,
    double rabi,
    double sweepRate,
    double powerChange,
    int readings,
    @Nullable Double before,
    @Nullable Double after,
    double relaxationRate,
    @Nullable Double dipoleMoment,
    @Nullable Double smallestChi,
    double noise,
    List<Outside> outside,
    Source source) {

  /**
   * A setting of the instruments, as the tables give it.
   *
   * @param powerDbm power of the source [dBm]; null where the tables give no powers
   * @param photons number of photons [1]; null likewise
   * @param voltageRate rate of the bias voltage [V/s]; null likewise
   */
  public record Source(
      @Nullable Double powerDbm, @Nullable Double photons, @Nullable Double voltageRate) {
    /** Where nothing is given at the instruments. */
    public static final Source NONE = new Source(null, null, null);
  }

  /**
   * An end of the range measured, beyond which a place lies.
   *
   * @param quantity of which: acField, rabi, biasRate or sweepRate
   * @param above whether the place lies above it
   * @param end the end [V/m, 1/s, V/m/s or 1/s²]
   * @param rabi Ω_R0 [1/s] there, for a field at the fitted dipole moment; else null
   */
  public record Outside(String quantity, boolean above, double end, @Nullable Double rabi) {}

  /** Copies the list. */
  public Advice {
    outside = List.copyOf(outside);
  }
}
