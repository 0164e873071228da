package tlsfit.measurement;

/** What the microwave does to the two-level systems: a field, or directly a Rabi frequency. */
public sealed interface Drive {

  /**
   * Amplitude of the microwave field in the dielectric.
   *
   * @param amplitude peak (not rms) amplitude F_AC [V/m], positive
   */
  record AcField(double amplitude) implements Drive {}

  /**
   * Maximum Rabi frequency Ω_R0 = p F_AC/ħ, where it is known without the dipole moment.
   *
   * @param angularFrequency Ω_R0 [1/s], positive
   */
  record RabiFrequency(double angularFrequency) implements Drive {}
}
