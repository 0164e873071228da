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
    String largest = Words.number("largest leverage ", finding.value(), 3);
    String where = Words.places(finding);
    return finding.holds()
        ? Explanation.of(
            "no high-leverage reading"
                + Words.brackets(
                    finding.readings().isEmpty() || largest.isEmpty()
                        ? largest
                        : largest + " at " + where))
        : Explanation.of(
            "the fit follows "
                + where
                + " whatever was read there"
                + Words.brackets(
                    Words.number("leverage ", finding.value(), 3),
                    Words.number("limit ", finding.limit(), 2))
                + ": no other reading checks it",
            Remedy.MEASURE_AGAIN);
  }

  static Explanation influence(Finding finding) {
    String cook = Words.number("Cook's distance ", finding.value(), 3);
    String limit = finding.holds() ? "" : Words.number("limit ", finding.limit(), 2);
    String found =
        (finding.holds()
                ? "no reading alone changes the result much"
                : finding.readings().isEmpty()
                    ? "the result depends on one reading"
                    : "the result depends on one reading, " + Words.places(finding))
            + Words.brackets(cook, limit)
            + without(finding);
    return finding.holds()
        ? Explanation.of(found)
        : Explanation.of(found, Remedy.MEASURE_AGAIN, Remedy.LOOK_AT_READINGS);
  }

  /** What a fit without the reading gives. */
  private static String without(Finding finding) {
    String reading =
        finding.readings().isEmpty() ? "the most influential reading" : Words.places(finding);
    @Nullable Double change = finding.details().get("change");
    double errors = finding.detail("standardErrors");
    if (change != null && !(errors < NO_CHANGE)) {
      return "; without "
          + reading
          + " the dipole moment p changes by "
          + NumberText.signedPercent(change, 2)
          + Words.number(errors, n -> ", " + NumberText.significant(n, 2) + " standard errors");
    }
    return switch (finding.subject()) {
      case "notConverged" -> "; without " + reading + " the fit does not converge";
      case "tooFewReadings" -> "; without " + reading + " too few readings are left for a fit";
      default -> "";
    };
  }

  static Explanation correlation(Finding finding) {
    @Nullable Double value = finding.value();
    String pair = Words.parameters(finding, "two parameters");
    String number = Words.brackets(Words.number("correlation ", value, 3));
    return finding.holds()
        ? Explanation.of("the strongest correlation is that of " + pair + number)
        : Explanation.of(
            pair
                + " are hardly separated"
                + number
                + (value == null || Math.abs(value) >= 1
                    ? ""
                    : ": if one were known, the error of the other would be "
                        + NumberText.fixed(1 / Math.sqrt(1 - value * value), 0)
                        + " times smaller"),
            Remedy.SWEEP_BIAS,
            Remedy.FIX_PARAMETER);
  }

  static Explanation condition(Finding finding) {
    String number = Words.brackets(Words.number("condition number ", finding.value(), 3));
    return finding.holds()
        ? Explanation.of(
            "the parameters are well separated"
                + number
                + Direction.clause(finding, "; worst-determined combination: ", ""))
        : Explanation.of(
            "the readings determine a combination of the parameters badly"
                + number
                + Direction.clause(finding, ": ", ""),
            Remedy.SWEEP_BIAS,
            Remedy.FIX_PARAMETER);
  }
}
