package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What can be expected of a fit before it is made, in words. */
final class SurveyText {
  private SurveyText() {}

  static Explanation enoughReadings(Finding finding) {
    String count = Words.number(finding.value(), n -> NumberText.count(n, "reading"));
    return finding.holds()
        ? Explanation.of("there are enough readings for a fit" + Words.brackets(count))
        : Explanation.of(
            (count.isEmpty() ? "the readings" : count)
                + " are too few for a fit"
                + Words.brackets(Words.number("at least ", finding.limit(), 9)),
            Remedy.MORE_READINGS);
  }

  static Explanation fieldsSwept(Finding finding) {
    String count = Words.number(finding.value(), n -> NumberText.count(n, "microwave field"));
    return finding.holds()
        ? Explanation.of("the microwave power is swept" + Words.brackets(count))
        : Explanation.of(
            "the dipole moment p needs a sweep of the power through the minimum of the frequency"
                + Words.brackets(count, Words.number("at least ", finding.limit(), 9)),
            Remedy.SWEEP_POWER);
  }

  static Explanation lowestFrequencySeen(Finding finding) {
    return finding.holds()
        ? Explanation.of(
            "a minimum of the frequency over the power is seen: the dipole moment p can be"
                + " determined, if a fit shows that it is more than noise")
        : Explanation.of(
            "no minimum of the frequency over the power stands out: the dipole moment p may be"
                + " determined badly or not at all",
            Remedy.SWEEP_POWER);
  }

  static Explanation ratesSwept(Finding finding) {
    String count = Words.number(finding.value(), n -> NumberText.count(n, "bias rate"));
    return finding.holds()
        ? Explanation.of(
            "the bias rate is swept"
                + Words.brackets(count)
                + ": the relaxation time T10 can be determined if relaxation is seen, where η is"
                + " near 1 and above")
        : Explanation.of(
            "the relaxation time T10 will hardly be determined without a sweep of the bias rate"
                + Words.brackets(count, Words.number("at least ", finding.limit(), 9)),
            Remedy.SWEEP_BIAS);
  }

  static Explanation sigmaGiven(Finding finding) {
    @Nullable Double with = finding.value();
    @Nullable Double all = finding.limit();
    if (with != null && all != null && with > 0 && with < all) {
      return Explanation.of(
          "a σ is given for only "
              + NumberText.significant(with, 9)
              + " of "
              + NumberText.count(all, "reading")
              + ", where a fit needs one for all or none",
          Remedy.SIGMA_PER_TABLE,
          Remedy.WEIGH_ALL_ALIKE);
    }
    boolean none = with != null && with == 0;
    return none || !finding.holds()
        ? Explanation.of("no reading has a σ: it is estimated from the scatter about the fit")
        : Explanation.of("all readings have a σ: χ² can judge the fit");
  }

  static Explanation coveredByTheory(Finding finding) {
    String dipole =
        Words.number(
            finding.details().get("dipoleMoment"),
            p -> " if the dipole moment p is " + DisplayUnit.DEBYE.text(p, 3));
    String least =
        Words.brackets(
            Words.number("L down to ", finding.value(), 2),
            finding.holds() ? "" : Words.number("limit ", finding.limit(), 2));
    return finding.holds()
        ? Explanation.of("the theory covers all readings" + dipole + least)
        : Explanation.of(
            "some readings are beyond the theory or near its end" + dipole + least,
            Remedy.SLOWER_DRIVE,
            Remedy.LEAVE_OUT);
  }
}
