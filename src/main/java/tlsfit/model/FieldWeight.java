package tlsfit.model;

/** The measure of a distribution of local fields: what its weights count. */
public enum FieldWeight {
  /** The share of the dielectric's volume; the shift weighs it with s². */
  VOLUME(2),
  /** The share of the microwave's energy in the dielectric, as the shift weighs it. */
  ENERGY(0);

  private final int power;

  FieldWeight(int power) {
    this.power = power;
  }

  /** The power of s that turns this weight into one by energy. */
  int powerToEnergy() {
    return power;
  }
}
