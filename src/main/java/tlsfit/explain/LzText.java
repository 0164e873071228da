package tlsfit.explain;

import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** The limits of model lz, in words. */
final class LzText {
  private LzText() {}

  static Explanation twoPhotonCrossings(Finding finding) {
    return Explanation.of(
        "two-level systems cross by two photons at twice the frequency, which model lz leaves out"
            + Words.number(
                finding.details().get("beyond"), n -> "; for " + share(finding, n) + " this counts")
            + Words.brackets(
                Words.number("Ω_R0⁴/(v0 ω0²) up to ", finding.value(), 2),
                Words.number("should be below ", finding.limit(), 2))
            + Words.number(
                finding.details().get("excess"),
                n -> "; p comes out too large by up to " + NumberText.percent(n, 1)),
        Remedy.LEAVE_OUT,
        Remedy.SLOWER_DRIVE);
  }

  private static String share(Finding finding, double count) {
    return NumberText.fixed(count, 0)
        + Words.number(
            finding.details().get("readings"), n -> " of " + NumberText.count(n, "reading"));
  }

  static Explanation weakDrive(Finding finding) {
    return Explanation.of(
        "the drive is so weak that the crossings of slow two-level systems overlap"
            + Words.number(finding.value(), n -> " for " + share(finding, n))
            + ", where model lz is not exact"
            + Words.number(
                finding.details().get("error"),
                n -> ": it may be off by " + NumberText.significant(n, 2) + " σ"),
        Remedy.LEAVE_OUT);
  }

  static Explanation relaxationAtCrossing(Finding finding) {
    return Explanation.of(
        "two-level systems relax while they cross, which model lz leaves out"
            + Words.brackets(
                Words.number("T10 √v0 = ", finding.value(), 2),
                Words.number("should exceed ", finding.limit(), 2)),
        Remedy.FASTER_SWEEP);
  }
}
