package tlsfit.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What bounds, priors and the calibration do to a fit, in words. */
final class ConstraintText {
  private static final int DIGITS_OF_BOUND = 10;

  private ConstraintText() {}

  static Explanation atBound(Finding finding) {
    boolean lower = finding.subject().equals("lower");
    String side = finding.subject().isEmpty() ? "a" : "its " + finding.subject();
    String quantity = finding.parameters().isEmpty() ? "" : finding.parameters().get(0);
    String bound =
        Words.number(
            finding.value(), b -> " of " + DisplayUnit.of(quantity, "").text(b, DIGITS_OF_BOUND));
    return Explanation.of(
        Words.parameters(finding, "a parameter")
            + " lies at "
            + side
            + " bound"
            + bound.stripTrailing()
            + (finding.subject().isEmpty()
                ? ""
                : ": the unconstrained minimum lies " + (lower ? "below" : "above")),
        Remedy.WIDEN_BOUNDS);
  }

  static Explanation boundsContradicted(Finding finding) {
    return Explanation.of(
        "the readings contradict the bounds"
            + Words.number(
                finding.value(), n -> " by " + NumberText.fixed(n, 1) + " standard errors")
            + Words.number(
                finding.details().get("fall"),
                fall -> ": without them χ² falls by " + NumberText.significant(fall, 3)),
        Remedy.WIDEN_BOUNDS,
        Remedy.OTHER_MODEL);
  }

  static Explanation priorContradicted(Finding finding) {
    return Explanation.of(
        "the readings contradict the prior: "
            + off(Words.parameters(finding, "a parameter"), finding.value(), "its prior"),
        Remedy.CHECK_PRIOR,
        Remedy.OTHER_MODEL);
  }

  static Explanation calibrationContradicted(Finding finding) {
    String number = finding.subject().isEmpty() ? "a number of it" : finding.subject();
    return Explanation.of(
        "the readings contradict the calibration: "
            + off(number, finding.value(), "the calibrated value"),
        Remedy.CHECK_CALIBRATION,
        Remedy.CALIBRATION_NOT_FITTED);
  }

  private static String off(String what, @Nullable Double off, String known) {
    return off == null
        ? what + " is fitted far from " + known
        : what
            + " is fitted "
            + NumberText.fixed(Math.abs(off), 1)
            + " standard uncertainties "
            + (off > 0 ? "above " : "below ")
            + known;
  }

  static Explanation knownFromPrior(Finding finding) {
    List<String> all = finding.parameters();
    String first = all.isEmpty() ? "a parameter" : Words.name(all.get(0));
    boolean own = all.size() < 2 || all.subList(1, all.size()).contains(all.get(0));
    return Explanation.of(
        own
            ? first + " is known from its prior, not from the readings"
            : first
                + " is known only together with the prior of "
                + Words.names(all.subList(1, all.size())),
        Remedy.SWEEP_BIAS);
  }

  static Explanation noCalibrationTerm(Finding finding) {
    return Explanation.of(
        "the calibration was to be fitted, but none of its numbers is uncertain"
            + (finding.subject().isEmpty() ? "" : " (" + finding.subject() + ")"),
        Remedy.GIVE_UNCERTAINTY);
  }
}
