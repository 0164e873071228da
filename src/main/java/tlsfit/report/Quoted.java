package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.QuantitySymbol;

/**
 * The dipole moment as it is quoted, with its statistical and its calibration error, one standard
 * uncertainty each, and the model that it rests on.
 */
public final class Quoted {
  private final ParameterEstimate parameter;
  private final Shown shown;
  private final boolean fittedCalibration;

  private Quoted(ParameterEstimate parameter, boolean fittedCalibration) {
    this.parameter = parameter;
    this.shown = Shown.of(parameter);
    this.fittedCalibration = fittedCalibration;
  }

  /** The dipole moment of a fit; empty where the fit has none. */
  public static Optional<Quoted> of(FitResult result) {
    return of(result, "dipoleMoment");
  }

  /** A parameter of a fit by its name. */
  static Optional<Quoted> of(FitResult result, String name) {
    return result
        .findParameter(name)
        .map(parameter -> new Quoted(parameter, !result.nuisances().isEmpty()));
  }

  /** Whether there is a value with an error to be quoted. */
  public boolean isMeasured() {
    return parameter.value() != null
        && parameter.determined()
        && parameter.standardError() != null
        && !parameter.fixed();
  }

  /** As plain text: {@code p = 5.00 ± 0.04 (stat.) ± 1.04 (calib.) D}. */
  public String plain() {
    String symbol = QuantitySymbol.of(parameter.name());
    @Nullable Double value = parameter.value();
    String unit = parameter.unit().equals("1") ? "" : " " + shown.unit().symbol();
    if (value == null || !parameter.determined()) {
      return symbol + " is not determined";
    }
    if (parameter.fixed()) {
      return symbol + " = " + shown.exact(value) + unit + " (fixed)";
    }
    if (parameter.atBound() != null) {
      return symbol
          + " = "
          + shown.exact(value)
          + unit
          + ", at its "
          + parameter.atBound()
          + " bound";
    }
    List<String> parts = errors();
    String times = unit.isEmpty() ? " " + shown.unit().symbol() : unit;
    boolean power = times.contains("×");
    String number = shown.value(value) + String.join("", parts);
    return symbol + " = " + (power ? "(" + number + ")" : number) + times;
  }

  private List<String> errors() {
    List<String> parts = new ArrayList<>();
    @Nullable Double error = parameter.standardError();
    @Nullable Double calibration = parameter.calibrationError();
    if (error != null) {
      parts.add(
          " ± " + shown.error(error) + (fittedCalibration ? " (stat. and calib.)" : " (stat.)"));
    }
    if (calibration != null && calibration != 0) {
      parts.add(" ± " + shown.error(calibration) + " (calib.)");
    }
    return parts;
  }

  /** For LaTeX without packages, in mathematical mode, the errors marked by subscripts. */
  public String latex() {
    return latex(LatexText::number, LatexText.unit(shown.unit()));
  }

  /** The same for the package siunitx, version 3. */
  public String siunitx() {
    return latex(number -> "\\num{" + number + "}", LatexText.siunitx(shown.unit()));
  }

  private String latex(UnaryOperator<String> number, String unit) {
    @Nullable Double value = parameter.value();
    @Nullable Double error = parameter.standardError();
    if (!isMeasured() || value == null || error == null) {
      return LatexText.of(plain());
    }
    StringBuilder text = new StringBuilder("$").append(LatexText.symbol(parameter.name()));
    text.append(" = ").append(power() ? "(" : "").append(number.apply(shown.value(value)));
    text.append(" \\pm ").append(number.apply(shown.plainError(error)));
    text.append(fittedCalibration ? "" : "_\\mathrm{stat}");
    @Nullable Double calibration = parameter.calibrationError();
    if (calibration != null && calibration != 0) {
      text.append(" \\pm ").append(number.apply(shown.error(calibration)));
      text.append("_\\mathrm{cal}");
    }
    return text.append(power() ? ")" : "").append(unit).append('$').toString();
  }

  private boolean power() {
    return shown.unit().symbol().startsWith("×");
  }

  /** The unit that the numbers are in. */
  DisplayUnit unit() {
    return shown.unit();
  }
}
