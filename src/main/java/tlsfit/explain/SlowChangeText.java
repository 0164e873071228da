package tlsfit.explain;

import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** Whether a drift, a baseline or another reference frequency is missing in a fit, in words. */
final class SlowChangeText {
  private SlowChangeText() {}

  static Explanation slowChange(Finding finding) {
    String of = finding.readings().isEmpty() ? "one table" : finding.readings().get(0).file();
    String what = SlowText.ofTable(finding.subject() + " " + of).orElse("a slow change in " + of);
    String numbers =
        Words.brackets(
            Words.number("Δχ² = ", finding.value(), 3),
            Words.probability(finding),
            Words.number(
                finding.details().get("candidates"), n -> "of " + NumberText.count(n, "test")));
    if (finding.holds()) {
      return Explanation.of("no slow change is missing; nearest is " + what + numbers);
    }
    double error = finding.detail("standardError");
    double amplitude = finding.detail("amplitude");
    return Explanation.of(
        what
            + " is missing in the fit: with it χ² falls by more than chance"
            + numbers
            + (error > 0
                ? ", its amplitude being " + NumberText.withError(amplitude, error) + " Hz"
                : "")
            + (finding.kind() == Finding.Kind.FACT
                ? "; the fit takes it for part of the shift, and its parameters are wrong"
                : "; the fit may take it for part of the shift"),
        remedies(finding.subject()));
  }

  private static Remedy[] remedies(String kind) {
    return switch (kind) {
      case "own-reference" -> new Remedy[] {Remedy.FIT_OWN_REFERENCE};
      case "linear-drift" -> new Remedy[] {Remedy.FIT_DRIFT, Remedy.SWEEP_UP_AND_DOWN};
      case "linear-baseline" -> new Remedy[] {Remedy.FIT_LINEAR_BASELINE};
      case "quadratic-baseline" -> new Remedy[] {Remedy.FIT_QUADRATIC_BASELINE};
      case "sqrt-baseline", "fourth-root-baseline" -> new Remedy[] {Remedy.FIT_SQRT_BASELINE};
      default ->
          new Remedy[] {
            Remedy.FIT_OWN_REFERENCE,
            Remedy.FIT_DRIFT,
            Remedy.FIT_LINEAR_BASELINE,
            Remedy.FIT_QUADRATIC_BASELINE,
            Remedy.FIT_SQRT_BASELINE
          };
    };
  }
}
