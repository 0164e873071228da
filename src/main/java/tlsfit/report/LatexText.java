package tlsfit.report;

import java.util.Map;
import tlsfit.units.DisplayUnit;

/** Text, numbers and units as LaTeX writes them, harmless whatever stands in them. */
final class LatexText {
  private static final Map<Integer, String> SPECIAL =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\textquotedbl{}"),
          Map.entry((int) '`', "\\textasciigrave{}"),
          Map.entry((int) '–', "--"),
          Map.entry((int) '±', "$\\pm$"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) '−', "$-$"),
          Map.entry((int) '²', "$^2$"),
          Map.entry((int) '³', "$^3$"),
          Map.entry((int) '⁻', "$^-$"),
          Map.entry((int) '⁴', "$^4$"),
          Map.entry((int) '√', "$\\sqrt{}$"),
          Map.entry((int) '≤', "$\\le$"),
          Map.entry((int) '½', "$\\frac12$"),
          Map.entry((int) 'Å', "\\AA{}"),
          Map.entry((int) 'µ', "$\\mu$"),
          Map.entry((int) 'α', "$\\alpha$"),
          Map.entry((int) 'δ', "$\\delta$"),
          Map.entry((int) 'Δ', "$\\Delta$"),
          Map.entry((int) 'ε', "$\\varepsilon$"),
          Map.entry((int) 'η', "$\\eta$"),
          Map.entry((int) 'ν', "$\\nu$"),
          Map.entry((int) 'ξ', "$\\xi$"),
          Map.entry((int) 'π', "$\\pi$"),
          Map.entry((int) 'σ', "$\\sigma$"),
          Map.entry((int) 'χ', "$\\chi$"),
          Map.entry((int) 'ω', "$\\omega$"),
          Map.entry((int) 'Ω', "$\\Omega$"));

  private LatexText() {}

  /** Plain text; no command in it is one any more. */
  static String of(String text) {
    StringBuilder latex = new StringBuilder();
    PlainText.clean(text)
        .codePoints()
        .forEach(
            point -> {
              String special = SPECIAL.get(point);
              if (special == null) {
                latex.appendCodePoint(point);
              } else {
                latex.append(special);
              }
            });
    // ?` and !` are ligatures, `-- comes of two hyphens: an empty group keeps letters apart
    return latex.toString().replace("--", "-{}-").replace("–", "--");
  }

  /** The symbol of a quantity in mathematical mode. */
  static String symbol(String quantity) {
    return switch (quantity) {
      case "chi" -> "\\chi";
      case "dipoleMoment" -> "p";
      case "relaxationTime" -> "T_{10}";
      case "referenceFrequency" -> "f_\\mathrm{ref}";
      case "lossTangent" -> "\\tan\\delta_0";
      case "dipoleWidth" -> "\\sigma_p";
      case "fieldExponent" -> "\\alpha";
      default -> "\\mathrm{" + of(quantity) + "}";
    };
  }

  /** A number as it stands, a power of ten written out. */
  static String number(String number) {
    int e = number.indexOf('e');
    return e < 0 ? number : number.substring(0, e) + "\\times 10^{" + number.substring(e + 1) + "}";
  }

  /** A unit behind a number in mathematical mode. */
  static String unit(DisplayUnit unit) {
    return switch (unit.symbol()) {
      case "1" -> "";
      case "×10⁻⁴" -> "\\times 10^{-4}";
      case "µs" -> "\\,\\mu\\mathrm{s}";
      default -> "\\,\\mathrm{" + of(unit.symbol()) + "}";
    };
  }

  /** The same with the package siunitx. */
  static String siunitx(DisplayUnit unit) {
    return switch (unit.symbol()) {
      case "1" -> "";
      case "×10⁻⁴" -> "\\times \\num{e-4}";
      default -> "\\,\\unit{" + siunitxUnit(unit) + "}";
    };
  }

  /** A unit in the macros of siunitx; one that it lacks in letters. */
  static String siunitxUnit(DisplayUnit unit) {
    return switch (unit.symbol()) {
      case "µs" -> "\\micro\\second";
      case "GHz" -> "\\giga\\hertz";
      case "Hz" -> "\\hertz";
      default -> of(unit.symbol());
    };
  }
}
