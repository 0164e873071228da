package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** What single readings and the correlations of the parameters do to the fit, in words. */
final class LeverageText {
  /** Standard errors below which a change is not worth a word. */
  private static final double NO_CHANGE = 0.1;

  private LeverageText() {}

  static Explanation leverage(Finding finding) {
    return Explanation.told(
        finding,
        "the largest leverage"
            + Words.number(" is ", finding.value(), 3)
            + (finding.readings().isEmpty()
                ? ""
                : (finding.value() == null ? " is" : ",") + " at " + Words.places(finding))
            + (finding.value() == null && finding.readings().isEmpty() ? " is not known" : ""),
        Remedy.MEASURE_AGAIN);
  }

  static Explanation influence(Finding finding) {
    return Explanation.told(
        finding,
        "the reading with the largest influence"
            + (finding.readings().isEmpty() ? "" : " is " + Words.places(finding))
            + Words.brackets(
                Words.number("Cook's distance ", finding.value(), 3),
                Words.number("median of F ", finding.limit(), 2))
            + without(finding),
        Remedy.MEASURE_AGAIN,
        Remedy.LOOK_AT_READINGS);
  }

  /** What a fit without the reading gives. */
  private static String without(Finding finding) {
    @Nullable Double change = finding.details().get("change");
    double errors = finding.detail("standardErrors");
    if (change != null && !(errors < NO_CHANGE)) {
      return "; without it the dipole moment p changes by "
          + NumberText.signedPercent(change, 2)
          + Words.number(errors, n -> ", " + NumberText.significant(n, 2) + " standard errors");
    }
    return switch (finding.subject()) {
      case "notConverged" -> "; without it the fit does not converge";
      case "tooFewReadings" -> "; without it too few readings are left for a fit";
      default -> "";
    };
  }

  static Explanation correlation(Finding finding) {
    @Nullable Double value = finding.value();
    return Explanation.told(
        finding,
        "the strongest correlation is that of "
            + Words.parameters(finding, "two parameters")
            + Words.brackets(Words.number("", value, 3))
            + (value == null || Math.abs(value) >= 1
                ? ""
                : ": if one were known, the error of the other would be "
                    + NumberText.significant(1 / Math.sqrt(1 - value * value), 2)
                    + " times smaller"),
        Remedy.SWEEP_BIAS,
        Remedy.FIX_PARAMETER);
  }

  static Explanation condition(Finding finding) {
    return Explanation.told(
        finding,
        "the condition number"
            + Words.number(" is ", finding.value(), 3)
            + (finding.value() == null ? " is not known" : "")
            + Direction.clause(finding, "; worst-determined combination: ", ""),
        Remedy.SWEEP_BIAS,
        Remedy.FIX_PARAMETER);
  }
}
