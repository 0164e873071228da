package tlsfit.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A quantity that samples are compared by; all are positive, and compared by their logarithms. */
public enum Quantity {
  /** p [C m]. */
  DIPOLE_MOMENT("dipoleMoment"),
  /** χ [1]. */
  CHI("chi"),
  /** tan δ0 = π χ/3 [1]: whatever holds for χ holds for it. */
  LOSS_TANGENT("lossTangent"),
  /** T10 [s]. */
  RELAXATION_TIME("relaxationTime");

  private final String key;

  Quantity(String key) {
    this.key = key;
  }

  /** The name in files. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The parameter of the fit whose logarithm, but for a constant, is that of this quantity. */
  String parameter() {
    return this == LOSS_TANGENT ? CHI.key : key;
  }

  /** The quantity of a name in files. */
  public static Optional<Quantity> find(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }
}
