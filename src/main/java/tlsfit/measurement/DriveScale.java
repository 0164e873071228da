package tlsfit.measurement;

/** In what the instrument gave the microwave's strength. */
public enum DriveScale {
  /** As a field or as a Rabi frequency: nothing is to be calibrated. */
  FIELD,
  /** As the number of photons in the resonator. */
  PHOTONS,
  /** As the power of the source; Q_l is one number for all rows. */
  POWER,
  /** As the power of the source, with Q_l measured in each row. */
  POWER_AND_LOADED_Q
}
