package tlsfit.cli;

import tlsfit.curve.Figure;
import tlsfit.curve.Variable;
import tlsfit.units.NumberText;

/** The words of the paper's figures: labels of axes, names in legends. */
final class FigureText {
  /** The shift in units of χ ω0, negative as the frequency is lower. */
  static final String SHIFT = "δω/(χω₀)";

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private FigureText() {}

  /** The label of the horizontal axis. */
  static String x(Figure figure) {
    return switch (figure.number()) {
      case 2 -> "time (ns)";
      case 3 -> VariableText.label(Variable.RABI);
      case 4 -> "Ω²/v₀";
      default -> VariableText.label(Variable.SWEEP_RATE);
    };
  }

  /** The label of the vertical axis. */
  static String y(Figure figure) {
    return figure.number() == 2 ? "energy, population difference" : SHIFT;
  }

  /** The name of a series, in legends and in the column of names. */
  static String name(Figure figure, Figure.Series series) {
    return switch (series.subject()) {
      case ENERGY -> "E/(ħω₀)";
      case POPULATION_DIFFERENCE -> "ground minus excited population";
      case RESONANCE -> "resonance, E = ħω₀";
      case AT_SWEEP_RATE -> "v₀ = " + power(series.value()) + " rad/s²";
      case AT_RABI -> "Ω = " + power(series.value()) + " rad/s";
      case AT_RELAXATION_TIME ->
          "relaxation time " + NumberText.significant(1e6 * series.value(), 2) + " µs";
      case WITHOUT_RELAXATION -> "no relaxation";
      case WEAK_DRIVE -> "weak drive, −(ln 2/2) ξ ln(ω₀/√v₀)";
      case ADIABATIC -> "adiabatic, −ln(ω₀/Ω)/3";
      case EQUATION_10 -> figure.number() == 4 ? "Ω² = 4v₀ (Eq. 10)" : "Ω = 2√v₀ (Eq. 10)";
      case LOWEST -> "lowest frequency";
      case RELAXATION_RATE -> "v₀ = ω₀/T₁₀";
    };
  }

  /** A power of ten. */
  private static String power(double value) {
    StringBuilder text = new StringBuilder("10");
    for (char digit : Long.toString(Math.round(Math.log10(value))).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
