package tlsfit.measurement;

import java.util.Optional;
import tlsfit.units.Quantity;

/**
 * What is known of the resonator, each number with its uncertainty; nothing is needed where the
 * tables hold fields.
 *
 * @param frequency nominal resonance frequency ω0/2π [Hz]
 * @param gap distance d of the capacitor's plates, the thickness of the dielectric [m]
 * @param capacitance total capacitance C of the resonance mode [F]
 * @param permittivity relative permittivity ε_r of the dielectric [1]
 * @param coupling how it is coupled
 * @param loadedQ loaded quality factor Q_l [1]
 * @param couplingQ coupling quality factor Q_c [1]
 * @param temperature temperature of the dielectric [K]
 */
public record Resonator(
    Optional<Quantity> frequency,
    Optional<Quantity> gap,
    Optional<Quantity> capacitance,
    Optional<Quantity> permittivity,
    Optional<Coupling> coupling,
    Optional<Quantity> loadedQ,
    Optional<Quantity> couplingQ,
    Optional<Quantity> temperature) {

  /** Standard uncertainties by which two numbers may differ. */
  private static final double SEVERAL = 3;

  /** A resonator of which nothing is known. */
  public static final Resonator UNKNOWN =
      new Resonator(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same resonator with another coupling quality factor Q_c [1]. */
  public Resonator withCouplingQ(Quantity other) {
    return new Resonator(
        frequency,
        gap,
        capacitance,
        permittivity,
        coupling,
        loadedQ,
        Optional.of(other),
        temperature);
  }

  /**
   * Whether a loaded quality factor exceeds that of the coupling by more than three of their
   * standard uncertainties together. 1/Q_l = 1/Q_i + 1/Q_c, so that it should be the smaller one.
   *
   * @param loaded Q_l [1]
   */
  public boolean loadedQImpossible(Quantity loaded) {
    return couplingQ
        .filter(
            coupled ->
                loaded.value() - coupled.value()
                    >= SEVERAL * Math.hypot(loaded.uncertainty(), coupled.uncertainty()))
        .isPresent();
  }
}
