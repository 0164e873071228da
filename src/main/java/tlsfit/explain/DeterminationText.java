package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What the readings determine, in words. */
final class DeterminationText {
  private DeterminationText() {}

  static Explanation dependsOnDipoleMoment(Finding finding) {
    return finding.holds()
        ? Explanation.of("the readings depend on the dipole moment p")
        : Explanation.of(
            "the dipole moment p cannot be determined: all fields are given as rates, which do not"
                + " depend on it",
            Remedy.GIVE_FIELDS,
            Remedy.FIX_PARAMETER);
  }

  static Explanation shiftSeen(Finding finding) {
    String probability = Words.brackets(Words.probability(finding));
    return finding.holds()
        ? Explanation.of("a shift is seen: a constant frequency is rejected" + probability)
        : Explanation.of(
            Words.notDetermined(finding)
                + "no shift is seen, a constant frequency describes the readings as well"
                + probability,
            Remedy.SWEEP_POWER,
            Remedy.LESS_NOISE);
  }

  static Explanation converged(Finding finding) {
    String stop = finding.subject().isEmpty() ? "" : ": " + StopText.of(finding.subject());
    return finding.holds()
        ? Explanation.of("the fit converged" + stop)
        : Explanation.of(
            "the fit did not converge" + stop, Remedy.FIX_PARAMETER, Remedy.GIVE_PRIOR);
  }

  static Explanation fullRank(Finding finding) {
    return finding.holds()
        ? Explanation.of("each fitted parameter has its own effect on the readings")
        : Explanation.of(
            Words.notDetermined(finding)
                + "the readings depend only on a combination of parameters"
                + Direction.clause(
                    finding, "; changing ", " together leaves every prediction the same"),
            Remedy.SWEEP_BIAS,
            Remedy.FIX_PARAMETER);
  }

  static Explanation determined(Finding finding) {
    String parameter = finding.parameters().isEmpty() ? "" : finding.parameters().get(0);
    if (parameter.equals("dipoleMoment") || parameter.equals("chi")) {
      return interval(finding, parameter);
    }
    String error = error(parameter, finding.value());
    if (finding.holds()) {
      return Explanation.of(
          Words.parameters(finding, "each fitted parameter")
              + " is determined"
              + Words.brackets(error.isEmpty() ? "" : "standard error " + error));
    }
    String size =
        error.isEmpty()
            ? "its standard error is too large"
            : parameter.equals("referenceFrequency")
                ? "its standard error of " + error + " exceeds the whole shift"
                : "its standard error is " + error;
    return Explanation.of(
        (parameter.isEmpty() ? "a parameter is not determined: " : Words.notDetermined(finding))
            + size
            + Direction.clause(finding, "; the readings hardly change with ", " together"),
        Remedy.SWEEP_POWER,
        Remedy.SWEEP_BIAS,
        Remedy.FIX_PARAMETER);
  }

  /** Of p and χ, which count as determined by their confidence interval. */
  private static Explanation interval(Finding finding, String parameter) {
    String range = range(parameter, finding.detail("lower"), finding.detail("upper"));
    if (finding.holds()) {
      return Explanation.of(
          Words.parameters(finding, "each fitted parameter")
              + " is determined"
              + Words.brackets(range));
    }
    boolean open = !(finding.value() != null && finding.value() > 0);
    String what =
        range.isEmpty()
            ? "any value fits the readings"
            : open
                ? "the readings say only that it is " + range
                : "its confidence interval is " + range;
    return Explanation.of(
        Words.notDetermined(finding)
            + what
            + Direction.clause(finding, "; the readings hardly change with ", " together"),
        Remedy.SWEEP_POWER,
        Remedy.SWEEP_BIAS,
        Remedy.FIX_PARAMETER);
  }

  /** A standard error in scaled units as people read it; empty where there is none. */
  private static String error(String parameter, @Nullable Double error) {
    return Words.number(
        error,
        value ->
            switch (parameter) {
              case "fieldExponent" -> NumberText.significant(value, 3);
              case "referenceFrequency" -> NumberText.significant(value, 3) + " Hz";
              case "relaxationTime" -> NumberText.significant(value, 3) + " 1/s in 1/T10";
              default -> NumberText.errorOfLogarithm(value);
            });
  }

  static Explanation relaxationSeen(Finding finding) {
    String probability = Words.brackets(Words.probability(finding));
    return finding.holds()
        ? Explanation.of("relaxation is seen: a fit without it is rejected" + probability)
        : Explanation.of(
            "the relaxation time T10 is not determined: the fit without relaxation is as good"
                + probability
                + ", so that T10 has a lower limit only",
            Remedy.SWEEP_BIAS,
            Remedy.RELAXATION_OFF);
  }

  static Explanation relaxationNotSeen(Finding finding) {
    String limit =
        finding.value() == null
            ? "no limit of T10 can be given"
            : "T10 is longer than " + DisplayUnit.of("relaxationTime").text(finding.value(), 3);
    return Explanation.of(
        "relaxation is not seen" + Words.brackets(Words.probability(finding)) + ": " + limit,
        Remedy.SWEEP_BIAS);
  }

  static Explanation widthNotSeen(Finding finding) {
    String limit =
        finding.value() == null
            ? "no limit of σ_p can be given"
            : "σ_p is below " + NumberText.significant(finding.value(), 2);
    return Explanation.of("no spread of the dipole moments is seen: " + limit, Remedy.LESS_NOISE);
  }

  static Explanation oneMinimum(Finding finding) {
    if (finding.holds()) {
      return Explanation.of("no other minimum of χ² fits as well");
    }
    String parameter = finding.parameters().isEmpty() ? "" : finding.parameters().get(0);
    String here = range(parameter, finding.detail("lower"), finding.detail("upper"));
    String there = range(parameter, finding.detail("rivalLower"), finding.detail("rivalUpper"));
    String ratio =
        Words.number(
            finding.details().get("ratio"),
            value -> ", at " + NumberText.significant(value, 3) + " times its value,");
    double level = finding.detail("level");
    String where;
    if (here.isEmpty()) {
      where = "another minimum of χ²" + ratio + " fits about as well";
    } else if (Double.isNaN(level)) {
      where = "the readings allow " + here + ", and as well " + there;
    } else {
      String stricter = NumberText.significant(100 * level, 3) + " %";
      where = "the readings allow " + here + ", but at a level of " + stricter + " also " + there;
    }
    return Explanation.of(
        Words.notDetermined(finding)
            + where
            + Words.brackets(
                Words.number("Δχ² = ", finding.value(), 2),
                Words.number("limit ", finding.limit(), 3)),
        Remedy.MEASURE_NEAR_EXTREMUM,
        Remedy.SWEEP_BIAS,
        Remedy.FIX_PARAMETER);
  }

  /** An interval that may be open; empty where neither end is known. */
  private static String range(String parameter, double lower, double upper) {
    DisplayUnit unit = DisplayUnit.of(parameter.isEmpty() ? "chi" : parameter);
    boolean hasLower = Double.isFinite(lower) && lower > 0;
    boolean hasUpper = Double.isFinite(upper);
    if (hasLower && hasUpper) {
      return NumberText.significant(unit.show(lower), 3) + " to " + unit.text(upper, 3);
    }
    return hasLower
        ? "more than " + unit.text(lower, 3)
        : hasUpper ? "less than " + unit.text(upper, 3) : "";
  }
}
