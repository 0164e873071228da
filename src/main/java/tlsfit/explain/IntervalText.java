package tlsfit.explain;

import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** How confidence intervals came about, in words. */
final class IntervalText {
  private IntervalText() {}

  static Explanation waldAgainstProfile(Finding finding) {
    String of = finding.parameters().isEmpty() ? "" : " of " + Words.names(finding.parameters());
    String apart =
        Words.number(
            finding.value(),
            n ->
                n < 1
                    ? " by " + NumberText.percent(n, 2) + " of their half-width"
                    : " by a half-width or more");
    return Explanation.told(
        finding,
        "the Wald interval" + of + " differs from that of the profile likelihood" + apart,
        Remedy.PROFILE_INTERVALS);
  }

  static Explanation fewReplicates(Finding finding) {
    return Explanation.of(
        Words.number(
                finding.value(),
                n ->
                    "only "
                        + NumberText.fixed(n, 1)
                        + Words.number(
                            finding.details().get("replicates"),
                            made -> " of " + NumberText.count(made, "replicate")))
            + (finding.value() == null ? "too few replicates" : "")
            + " are expected beyond each limit"
            + Words.brackets(Words.number("needed ", finding.limit(), 3))
            + ": the intervals are uncertain and may be far too narrow"
            + Words.number(
                finding.details().get("needed"),
                n -> "; " + NumberText.count(Math.ceil(n), "replicate") + " are enough"),
        Remedy.MORE_REPLICATES,
        Remedy.PROFILE_INTERVALS);
  }

  static Explanation failedReplicates(Finding finding) {
    String made =
        Words.number(
            finding.details().get("replicates"), n -> " of " + NumberText.significant(n, 9));
    return Explanation.of(
        Words.number(finding.value(), n -> NumberText.significant(n, 9))
            + (finding.value() == null ? "some" : made)
            + " bootstrap replicates could not be fitted and are left out, which may bias the"
            + " intervals",
        Remedy.PROFILE_INTERVALS);
  }

  static Explanation lowerMinimum(Finding finding) {
    return Explanation.of(
        "the profile likelihood met a lower minimum than the fit"
            + Words.brackets(
                Words.number("χ² = ", finding.value(), 6),
                Words.number("before ", finding.limit(), 6))
            + "; the fit went on from there",
        Remedy.COMPARE_STARTS);
  }

  static Explanation leftOut(Finding finding) {
    return Explanation.of(
        "a calculation beside the fit was left out, since it exceeded its budget"
            + Words.brackets(
                finding.subject(),
                Words.number(
                    finding.limit(),
                    n -> NumberText.significant(n, 3) + " evaluations of the model")),
        Remedy.LARGER_BUDGET);
  }
}
