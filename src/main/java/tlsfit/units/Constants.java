package tlsfit.units;

/** Physical constants in SI units: CODATA 2018 (exact ones: SI Brochure, 9th edition, 2019). */
public final class Constants {
  /** Planck constant h [J s], exact. */
  public static final double PLANCK = 6.62607015e-34;

  /** Reduced Planck constant ħ = h/2π [J s]. */
  public static final double HBAR = PLANCK / (2 * Math.PI);

  /** Elementary charge e [C], exact. */
  public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  /** Boltzmann constant k_B [J/K], exact. */
  public static final double BOLTZMANN = 1.380649e-23;

  /** Vacuum electric permittivity ε0 [F/m]. */
  public static final double VACUUM_PERMITTIVITY = 8.8541878128e-12;

  /** Speed of light c [m/s], exact. */
  public static final double SPEED_OF_LIGHT = 299792458;

  /** One debye [C m]: 1e-18 statC cm, that is 1e-21/c. */
  public static final double DEBYE = 1e-21 / SPEED_OF_LIGHT;

  private Constants() {}
}
