package tlsfit.measurement;

/**
 * How fast the bias moves the two-level systems: a field rate, or directly a rate of their energy.
 */
public sealed interface BiasRate {

  /**
   * Rate of the bias field in the dielectric.
   *
   * @param rate dF_DC/dt [V/m/s], its magnitude, positive
   */
  record FieldRate(double rate) implements BiasRate {}

  /**
   * Sweep rate v0 = 2 p (dF_DC/dt)/ħ of the energy over ħ, where it is known without the dipole
   * moment.
   *
   * @param rate v0 [1/s²], positive
   */
  record EnergyRate(double rate) implements BiasRate {}
}
