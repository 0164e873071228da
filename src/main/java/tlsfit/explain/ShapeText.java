package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What part of the shift's curve the readings show, and whether the theory holds, in words. */
final class ShapeText {
  private ShapeText() {}

  static Explanation severalReadings(Finding finding) {
    if (finding.holds()) {
      return Explanation.of("the shift is seen without any one or two readings, too");
    }
    boolean one = finding.readings().size() == 1;
    return Explanation.of(
        Words.notDetermined(finding)
            + "the shift rests on "
            + (one ? "one reading alone, " : "two readings alone, ")
            + Words.places(finding)
            + "; a constant frequency describes the others as well"
            + Words.brackets(Words.probability(finding)),
        Remedy.MEASURE_AGAIN);
  }

  static Explanation smallStrength(Finding finding) {
    String strength = Words.number("χ = ", finding.value(), 2);
    return finding.holds()
        ? Explanation.of(
            "the strength χ is small, as a theory of first order in χ needs"
                + Words.brackets(strength))
        : Explanation.of(
            Words.notDetermined(finding)
                + "the fit gives a strength χ that no dielectric has"
                + Words.brackets(strength, Words.number("limit ", finding.limit(), 2))
                + "; the readings do not show the curve of the shift",
            Remedy.SWEEP_POWER);
  }

  static Explanation noFeaturelessCurve(Finding finding) {
    @Nullable Double lead = finding.value();
    if (finding.holds()) {
      return Explanation.of(
          "the model describes the readings clearly better than a straight line or a step"
              + Words.brackets(Words.number("ΔAIC = ", lead, 3)));
    }
    boolean better = lead != null && lead < 0;
    return Explanation.of(
        Words.notDetermined(finding)
            + curve(finding.subject())
            + " describes the readings "
            + (better ? "better" : "about as well")
            + Words.brackets(
                Words.number("χ² = ", finding.details().get("chiSquareOfCurve"), 4),
                Words.number("that of the model ", finding.details().get("chiSquareOfModel"), 4),
                Words.number("ΔAIC = ", lead, 3),
                Words.number("needed ", finding.limit(), 3)),
        Remedy.SWEEP_POWER);
  }

  private static String curve(String subject) {
    return switch (subject) {
      case "line-in-power" -> "a straight line in the power";
      case "line-in-log-power" -> "a straight line in the logarithm of the power";
      case "step-in-field" -> "a step at one microwave field";
      case "line-in-log-rate" -> "a straight line in the logarithm of the bias rate";
      case "line-in-power-over-rate" -> "a straight line in power over bias rate";
      case "step-in-rate" -> "a step at one bias rate";
      default -> "a straight line or a step";
    };
  }

  static Explanation spread(Finding finding) {
    String numbers =
        Words.brackets(Words.number("Δχ² = ", finding.value(), 3), Words.probability(finding));
    if (finding.holds()) {
      return Explanation.of("no spread of the dipole moments shows" + numbers);
    }
    String width =
        Words.number(
            finding.details().get("width"),
            sigma -> " of width " + NumberText.significant(sigma, 2) + " in ln p");
    return Explanation.of(
        "a spread of the dipole moments, or of the local field,"
            + width
            + " describes the readings better than one dipole moment"
            + numbers
            + (finding.kind() == Finding.Kind.FACT
                ? "; the fit puts it into T10 and p"
                : "; the fit may put it into T10 and p"),
        Remedy.DISTRIBUTION);
  }

  static Explanation extremumVisible(Finding finding) {
    String rest =
        finding.kind() == Finding.Kind.FACT
            ? ""
            : "; the dipole moment p rests on the curvature of one side and on the logarithm of the"
                + " model";
    return switch (finding.subject()) {
      case "rising-side" ->
          Explanation.of(
              Words.notDetermined(finding)
                  + "all readings lie on the weak-drive side of the shift, where it grows with power"
                  + " over bias rate and shows little more than the product of χ and p"
                  + rest,
              Remedy.MORE_POWER);
      case "far-side" ->
          Explanation.of(
              Words.notDetermined(finding)
                  + "all readings lie on the strong-drive side of the shift, where it falls slowly"
                  + " with the power"
                  + rest,
              Remedy.LESS_POWER);
      case "plateau" ->
          Explanation.of(
              Words.notDetermined(finding)
                  + "the readings differ from one frequency hardly beyond their noise"
                  + Words.brackets(
                      Words.number(finding.value(), n -> DisplayUnit.of("sigma").text(n, 3)))
                  + "; a shift that is the same for all of them does not show",
              Remedy.SWEEP_POWER,
              Remedy.LESS_NOISE);
      case "few-readings" ->
          Explanation.of(
              Words.notDetermined(finding) + "too few readings show the shift",
              Remedy.MEASURE_NEAR_EXTREMUM);
      default ->
          finding.holds()
              ? Explanation.of("readings lie on both sides of the extremum of the shift")
              : Explanation.of(
                  Words.notDetermined(finding)
                      + "no extremum of the shift is seen among the readings"
                      + rest,
                  Remedy.SWEEP_POWER);
    };
  }

  static Explanation withinTheory(Finding finding) {
    return finding.holds()
        ? Explanation.of("the theory holds for all readings (L > 0)")
        : Explanation.of(
            "the theory does not hold (L ≤ 0) at the fitted dipole moment for "
                + Words.places(finding),
            Remedy.LEAVE_OUT,
            Remedy.SLOWER_DRIVE);
  }

  static Explanation nearEndOfTheory(Finding finding) {
    return Explanation.of(
        "the theory is near its end (L < 1), which may bias the fit, for " + Words.places(finding),
        Remedy.LEAVE_OUT,
        Remedy.SLOWER_DRIVE);
  }

  static Explanation warm(Finding finding) {
    return Explanation.of(
        "the sample is warm"
            + Words.brackets(
                Words.number("h f/(k_B T) = ", finding.value(), 2),
                Words.number("should exceed ", finding.limit(), 2))
            + ": thermally excited two-level systems make χ too small",
        Remedy.COOL);
  }
}
