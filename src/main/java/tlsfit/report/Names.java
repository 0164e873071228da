package tlsfit.report;

/** The short names that reports give to quantities. */
final class Names {
  private Names() {}

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
