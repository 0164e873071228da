package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** How the residuals scatter, and whether starts and tables agree, in words. */
final class ScatterText {
  private ScatterText() {}

  static Explanation chiSquare(Finding finding) {
    // Two-sided, unlike that of the statistics: too small a χ² is as improbable as too large a one.
    String numbers =
        Words.brackets(
            Words.number("χ²/ν = ", finding.value(), 3), "two-sided " + Words.probability(finding));
    if (finding.holds()) {
      return Explanation.of("the readings scatter about the fit as their σ say" + numbers);
    }
    if (finding.subject().equals("small")) {
      return Explanation.of(
          "the readings scatter less than their σ say"
              + numbers
              + ": the σ are too large, or the readings were smoothed",
          Remedy.CHECK_SIGMA);
    }
    return Explanation.of(
        "the readings scatter more than their σ say"
            + numbers
            + ": the model does not describe them, or the σ are too small",
        Remedy.CHECK_SIGMA,
        Remedy.OTHER_MODEL,
        Remedy.DISTRIBUTION);
  }

  static Explanation runs(Finding finding) {
    String counts =
        Words.number(
            finding.value(),
            found ->
                NumberText.count(found, "run")
                    + " of signs"
                    + Words.number(
                        finding.details().get("expected"),
                        expected -> ", " + NumberText.fixed(expected, 0) + " expected"));
    String numbers = Words.brackets(counts, Words.probability(finding));
    if (finding.holds()) {
      return Explanation.of("the residuals show no trend" + numbers);
    }
    if (finding.kind() == Finding.Kind.FACT) {
      return Explanation.of(
          "the model does not describe the readings: neighbouring residuals have the same sign"
              + numbers
              + "; the shape of the model is wrong or the frequency drifted during a sweep, and the"
              + " intervals mean nothing",
          Remedy.OTHER_MODEL,
          Remedy.DISTRIBUTION,
          Remedy.SWEEP_UP_AND_DOWN);
    }
    return Explanation.of(
        "neighbouring residuals have the same sign more often than by chance"
            + numbers
            + ": the shape of the model is wrong or the frequency drifts, and the errors are too"
            + " small",
        Remedy.OTHER_MODEL,
        Remedy.SWEEP_UP_AND_DOWN);
  }

  static Explanation serialCorrelation(Finding finding) {
    String order =
        finding.subject().equals("rows") ? " in the order of the rows" : " along the sweeps";
    String numbers =
        Words.brackets(
            Words.number(
                finding.value(),
                ratio ->
                    "von Neumann's ratio "
                        + NumberText.significant(ratio, 3)
                        + Words.number(
                            finding.details().get("expected"),
                            expected -> ", " + NumberText.significant(expected, 3) + " expected")),
            Words.probability(finding));
    if (finding.holds()) {
      return Explanation.of("neighbouring residuals are independent" + order + numbers);
    }
    String found = "neighbouring residuals are alike" + order + numbers;
    return finding.subject().equals("rows")
        ? Explanation.of(
            found + ": the frequency drifts, or its noise is slow, and all errors are too small",
            Remedy.SWEEP_UP_AND_DOWN,
            Remedy.LOOK_AT_READINGS)
        : Explanation.of(
            found
                + ": the shape of the model is wrong or the frequency drifted during a sweep, and"
                + " all errors are too small",
            Remedy.OTHER_MODEL,
            Remedy.DISTRIBUTION,
            Remedy.SWEEP_UP_AND_DOWN);
  }

  static Explanation normality(Finding finding) {
    String numbers =
        Words.brackets(Words.number("A* = ", finding.value(), 3), Words.probability(finding));
    return finding.holds()
        ? Explanation.of("the residuals are consistent with a normal distribution" + numbers)
        : Explanation.of(
            "the residuals do not follow a normal distribution"
                + numbers
                + ": intervals are only rough; outliers, jumps of the frequency or σ that differ"
                + " between the readings may be the cause",
            Remedy.LOOK_AT_READINGS,
            Remedy.ROBUST_LOSS,
            Remedy.SIGMA_PER_TABLE);
  }

  static Explanation outliers(Finding finding) {
    String largest = Words.number("largest studentised residual ", finding.value(), 3);
    String at = finding.readings().isEmpty() ? "" : " at " + Words.places(finding);
    return finding.holds()
        ? Explanation.of(
            "no outliers"
                + Words.number(
                    finding.limit(), level -> " at the " + NumberText.percent(level, 2) + " level")
                + Words.brackets(largest.isEmpty() ? "" : largest + at))
        : Explanation.of(
            "outliers"
                + Words.brackets(Words.probability(finding))
                + ", with their studentised residuals: "
                + Words.placesWithValues(finding),
            Remedy.LOOK_AT_READINGS,
            Remedy.ROBUST_LOSS,
            Remedy.LEAVE_OUT);
  }

  static Explanation starts(Finding finding) {
    @Nullable Double starts = finding.details().get("starts");
    String of = starts == null ? "the starts" : NumberText.count(starts, "start");
    return Explanation.told(
        finding,
        Words.number(finding.value(), n -> NumberText.significant(n, 9) + " of ")
            + of
            + " reached this minimum and none a lower one",
        Remedy.COMPARE_STARTS);
  }

  static Explanation tables(Finding finding) {
    String numbers =
        Words.brackets(
            Words.number("Δχ² = ", finding.value(), 3),
            Words.number(
                finding.details().get("added"), n -> NumberText.count(n, "added parameter")),
            Words.probability(finding));
    return finding.holds()
        ? Explanation.of("the tables agree with one set of parameters" + numbers)
        : Explanation.of(
            "the tables contradict each other: with parameters of their own χ² falls by more than"
                + " chance"
                + numbers
                + (finding.subject().isEmpty() ? "" : ", most in " + finding.subject()),
            Remedy.CHECK_TABLES,
            Remedy.OTHER_MODEL);
  }
}
