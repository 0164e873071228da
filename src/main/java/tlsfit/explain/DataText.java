package tlsfit.explain;

import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** Copies, σ that decide, and results that cannot be, in words. */
final class DataText {
  private DataText() {}

  static Explanation duplicateReadings(Finding finding) {
    String count =
        Words.number(finding.value(), copies -> NumberText.count(copies, "reading"))
            + Words.number(
                finding.details().get("readings"), all -> " of " + NumberText.significant(all, 9));
    String copies = count.isEmpty() ? "some readings" : count;
    String numbers = Words.brackets(Words.probability(finding));
    return finding.holds()
        ? Explanation.of(
            copies
                + " repeat another to the last digit, as often as frequencies rounded like these"
                + " do by chance"
                + numbers)
        : Explanation.of(
            copies
                + " repeat another in drive, bias rate, frequency and σ to the last digit"
                + numbers
                + ": "
                + Words.places(finding)
                + "; copies are no measurements, and make all errors too small",
            Remedy.REMOVE_COPIES);
  }

  static Explanation identicalInputs(Finding finding) {
    String table = finding.subject().isEmpty() ? "a table" : finding.subject();
    String first = finding.readings().isEmpty() ? "another" : finding.readings().get(0).file();
    return Explanation.of(
        table
            + " holds the same readings as "
            + (first.equals(finding.subject()) ? "when it was read before" : first)
            + Words.brackets(Words.number(finding.value(), rows -> NumberText.count(rows, "row")))
            + ": they count twice, and all errors are too small",
        Remedy.REMOVE_COPIES);
  }

  static Explanation sigmaDecides(Finding finding) {
    String parameter = finding.subject().isEmpty() ? "the result" : Words.name(finding.subject());
    String smaller =
        Words.number(
            finding.details().get("sigmaRatio"),
            ratio -> "with σ down to " + NumberText.significant(ratio, 2) + " of the median");
    String share =
        Words.number(
            finding.value(),
            part -> NumberText.percent(part, 3) + " of what is known of it comes from them");
    @Nullable Double errors = finding.details().get("standardErrors");
    return Explanation.of(
        "a few readings "
            + (smaller.isEmpty() ? "with a small σ" : smaller)
            + " decide "
            + parameter
            + ", "
            + Words.places(finding)
            + Words.brackets(share)
            + (errors == null
                ? ""
                : "; without them it changes by "
                    + NumberText.significant(errors, 2)
                    + " standard errors"),
        Remedy.CHECK_SIGMA,
        Remedy.WEIGH_ALL_ALIKE,
        Remedy.MEASURE_AGAIN);
  }

  static Explanation excluded(Finding finding) {
    Double left = finding.value();
    String count = left == null ? "some readings" : NumberText.count(left, "reading");
    String all =
        Words.number(finding.limit(), number -> " of " + NumberText.significant(number, 9));
    return Explanation.of(
        "the sample file leaves " + count + all + " out of the fit (exclude)",
        Remedy.LOOK_AT_READINGS);
  }

  static Explanation driveErrors(Finding finding) {
    String count =
        finding.value() == null ? "some readings" : NumberText.count(finding.value(), "reading");
    double median = finding.detail("medianRatio");
    double largest = finding.detail("largestRatio");
    String ratios =
        Double.isNaN(median) || Double.isNaN(largest)
            ? ""
            : "; σ grows by a factor of "
                + NumberText.significant(median, 3)
                + " in the median, of "
                + NumberText.significant(largest, 3)
                + " at most";
    return finding.holds()
        ? Explanation.of(
            "power_sigma of "
                + count
                + " is propagated: the error of the power adds to the variance of the frequency by"
                + " the slope of the fitted curve (effective variance)"
                + ratios)
        : Explanation.of(
            "power_sigma of "
                + count
                + " is not used: without σ of all frequencies their scatter about the fit holds"
                + " the errors of the power already",
            Remedy.GIVE_SIGMA);
  }

  static Explanation plausible(Finding finding) {
    String name =
        switch (finding.subject()) {
          case "" -> "a result";
          case "acField" -> "the microwave field";
          default -> Words.name(finding.subject());
        };
    @Nullable Double value = finding.value();
    @Nullable Double limit = finding.limit();
    String compared =
        value == null || limit == null
            ? " is beyond all that is plausible"
            : " of "
                + shown(finding.subject(), value)
                + (value > limit ? " exceeds " : " is below ")
                + shown(finding.subject(), limit)
                + (finding.subject().equals("acField")
                    ? ", at which every dielectric has broken down"
                    : ", beyond all that is known of two-level systems");
    return Explanation.of(
        name + compared + conversion(finding) + ": a unit or a number of the conversion is wrong",
        Remedy.CHECK_CALIBRATION,
        Remedy.CHECK_UNITS);
  }

  /** The fields that the result follows from. */
  private static String conversion(Finding finding) {
    String fields = range(finding, "lowestField", "highestField", "V/m");
    String rates = range(finding, "lowestRate", "highestRate", "V/m/s");
    if (fields.isEmpty() && rates.isEmpty()) {
      return "";
    }
    return "; it follows from "
        + (fields.isEmpty() ? "" : "microwave fields of " + fields)
        + (fields.isEmpty() || rates.isEmpty() ? "" : " and ")
        + (rates.isEmpty() ? "" : "bias rates of " + rates);
  }

  private static String range(Finding finding, String low, String high, String unit) {
    double from = finding.detail(low);
    double to = finding.detail(high);
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return "";
    }
    String first = NumberText.significant(from, 3);
    String last = NumberText.significant(to, 3);
    return (first.equals(last) ? first : first + " to " + last) + " " + unit;
  }

  private static String shown(String quantity, double value) {
    return quantity.equals("chi")
        ? NumberText.significant(value, 3)
        : DisplayUnit.of(quantity, "").text(value, 3).stripTrailing();
  }
}
