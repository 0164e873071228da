package tlsfit.model;

/**
 * A model of the frequency shift δω/ω0 = −χ K of a resonator whose two-level systems are driven and
 * swept. Implementations are immutable and may be shared by threads.
 */
public interface ShiftModel {

  /** The name in options and files, such as {@code log}. */
  String name();

  /**
   * Evaluates K = −δω/(ω0 χ) with its exact derivatives.
   *
   * @param rabi maximum Rabi frequency Ω_R0 [1/s], positive
   * @param sweepRate sweep rate v0 of the energy over ħ [1/s²], positive
   * @param omega0 angular resonance frequency ω0 [1/s], positive
   * @param relaxationRate 1/T10 [1/s], ≥ 0; 0 is "no relaxation"
   * @throws IllegalArgumentException if an argument is outside its range or NaN
   */
  Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate);
}
