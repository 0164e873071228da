package tlsfit.measurement;

/** In what the instrument gave the rate of the bias. */
public enum BiasScale {
  /** As the rate of a field or of the energy: nothing is to be calibrated. */
  FIELD,
  /** As the rate of a voltage. */
  VOLTAGE
}
