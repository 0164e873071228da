package tlsfit.report;

/** The symbols and short names that reports give to quantities. */
final class Names {
  private Names() {}

  /** The symbol of a quantity; its name in files where it has none. */
  static String symbol(String quantity) {
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

  /** What a quantity is, in a word or two; empty where the symbol says it. */
  static String name(String quantity) {
    return switch (quantity) {
      case "chi" -> "TLS strength";
      case "dipoleMoment" -> "dipole moment";
      case "relaxationTime" -> "relax. time";
      case "referenceFrequency" -> "ref. freq.";
      case "lossTangent" -> "loss tangent";
      case "dipoleWidth" -> "width of ln p";
      case "fieldExponent" -> "field exponent";
      default -> "";
    };
  }
}
