package tlsfit.units;

/** The symbols of the quantities that results name. */
public final class QuantitySymbol {
  private QuantitySymbol() {}

  /**
   * The symbol of a quantity.
   *
   * @param quantity its name in files
   * @return the name where it has none
   */
  public static String of(String quantity) {
    return switch (quantity) {
      case "chi" -> "χ";
      case "dipoleMoment" -> "p";
      case "relaxationTime" -> "T10";
      case "referenceFrequency" -> "f_ref";
      case "lossTangent" -> "tan δ0";
      case "dipoleWidth" -> "σ_p";
      case "fieldExponent" -> "α";
      default -> quantity;
    };
  }
}
