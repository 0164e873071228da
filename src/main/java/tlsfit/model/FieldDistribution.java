package tlsfit.model;

import java.util.List;
import java.util.Optional;

/**
 * The distribution of the local microwave field over the dielectric, s F_AC in places instead of
 * F_AC (arXiv:2401.15624, section IV.C). The bias field is taken to be the same everywhere.
 *
 * <p>The frequency shift is an average over the energy of the microwave field, δω/ω0 = −½ ∫ δε F²
 * dV/∫ ε F² dV (first-order perturbation of a cavity; Slater, Rev. Mod. Phys. 18, 441 (1946)), and
 * with F = s F_AC every volume therefore counts with s². A distribution is given either by the
 * share of the volume, which is multiplied by s² here, or by the share of the field energy, which
 * is taken as it is: {@link FieldWeight}. Either way it is normalised to Σ = 1.
 */
public sealed interface FieldDistribution permits UniformField, FieldTable, PowerLawField {

  /**
   * A point that stands for its neighbourhood in an average over the field.
   *
   * @param factor s = local field over F_AC [1]
   * @param weight its share of the field energy [1]
   * @param weightByExponent derivative of the share by the exponent of a power law [1]; else 0
   */
  record Node(double factor, double weight, double weightByExponent) {}

  /** Whether the field is the same everywhere. */
  default boolean uniform() {
    return false;
  }

  /** The power law that the local fields follow, whose exponent is a parameter; mostly empty. */
  default Optional<PowerLawField> powerLaw() {
    return Optional.empty();
  }

  /** The points to average over; their weights add up to 1. */
  List<Node> nodes();

  /**
   * The field beyond which a given share of the field energy lies.
   *
   * @param share the share [1], between 0 and 1
   * @return s [1]
   */
  double upperQuantile(double share);
}
