package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;

/** The overview of several fits: one row a sample. */
public final class Overview {
  private Overview() {}

  /** What the columns hold, beside the sample. */
  public static List<String> heads() {
    return List.of("verdict", "p", "stat.", "calib.", "T10", "χ", "model");
  }

  /** How a fit stands: VALID, NOT VALID or NOT DETERMINED. */
  public static String status(FitResult result) {
    return VerdictSection.status(result).words();
  }

  /** The cells of a fit, one for each of {@link #heads()} but the verdict. */
  public static List<String> cells(FitResult result) {
    List<String> cells = new ArrayList<>(dipole(result));
    cells.add(withError(result, "relaxationTime"));
    cells.add(withError(result, "chi"));
    cells.add(result.model());
    return cells;
  }

  private static List<String> dipole(FitResult result) {
    ParameterEstimate p = result.getParameter("dipoleMoment");
    @Nullable Double value = p.value();
    if (value == null || !p.determined()) {
      return List.of(range(p), "–", "–");
    }
    Shown shown = Shown.of(p);
    String unit = " " + shown.unit().symbol();
    if (p.fixed()) {
      return List.of(shown.exact(value) + unit, "fixed", "–");
    }
    return List.of(
        shown.value(value) + unit,
        error(shown, p.standardError(), unit),
        error(shown, p.calibrationError(), unit));
  }

  private static String error(Shown shown, @Nullable Double error, String unit) {
    return error == null ? "–" : shown.error(error) + unit;
  }

  /** A limit where there is one. */
  private static String range(ParameterEstimate one) {
    @Nullable Double lower = one.interval().lower();
    @Nullable Double upper = one.interval().upper();
    Shown shown = Shown.of(one);
    String unit = " " + shown.unit().symbol();
    if (lower != null) {
      return (upper == null
              ? "> " + shown.value(lower)
              : shown.value(lower) + " – " + shown.value(upper))
          + unit;
    }
    return upper == null ? "not determined" : "< " + shown.value(upper) + unit;
  }

  private static String withError(FitResult result, String name) {
    return result
        .findParameter(name)
        .map(
            one -> {
              @Nullable Double value = one.value();
              if (value == null || !one.determined()) {
                return range(one);
              }
              @Nullable Double error = one.standardError();
              Shown shown = Shown.of(one);
              String unit = " " + shown.unit().symbol();
              if (one.fixed() || error == null) {
                return shown.exact(value) + unit + (one.fixed() ? " (fixed)" : "");
              }
              String number = shown.value(value) + " ± " + shown.error(error);
              return (unit.startsWith(" ×") ? "(" + number + ")" : number) + unit;
            })
        .orElse("–");
  }
}
