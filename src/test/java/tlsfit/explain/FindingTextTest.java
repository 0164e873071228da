package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.Finding.Place;
import tlsfit.result.FindingCode;
import tlsfit.units.Constants;

/** Single findings with their numbers, as people read them. */
class FindingTextTest {
  private static Finding fact(FindingCode code, boolean holds) {
    return Finding.of(code, Kind.FACT, holds);
  }

  private static Finding check(FindingCode code, boolean holds) {
    return Finding.of(code, Kind.CHECK, holds);
  }

  private static Finding note(FindingCode code) {
    return Finding.of(code, Kind.NOTE, false);
  }

  private static String text(Finding finding) {
    return Explain.finding(finding).text();
  }

  @Test
  void noShift() {
    Finding finding =
        fact(FindingCode.SHIFT_SEEN, false)
            .ofParameters(List.of("chi", "dipoleMoment"))
            .withPValue(0.21)
            .withLimit(1e-3);
    assertThat(Explain.finding(finding).sentence())
        .isEqualTo(
            "The strength χ and the dipole moment p are not determined: no shift is seen, a"
                + " constant frequency describes the readings as well (p-value 0.21, level 0.001)."
                + " Widen the range of the power until the minimum of the frequency shows or"
                + " average longer to lower the noise.");
  }

  @Test
  void shift() {
    assertThat(text(fact(FindingCode.SHIFT_SEEN, true).withPValue(1e-20).withLimit(1e-3)))
        .isEqualTo("A shift is seen: a constant frequency is rejected (p-value below 1e-15).");
  }

  @Test
  void weakDirection() {
    Finding finding =
        fact(FindingCode.FULL_RANK, false)
            .ofParameters(List.of("chi", "dipoleMoment"))
            .with("dipoleMoment", -0.5)
            .with("chi", 1)
            .with("relaxationTime", 0.004)
            .with("referenceFrequency", 12.3456)
            .with("fieldExponent", 0.0123)
            .with("attenuation 78 dB ± 1 dB", -0.02);
    assertThat(text(finding))
        .contains(
            "; changing χ +1.00 %, p -0.50 %, f_ref +12.3 Hz, α +0.012, (attenuation 78 dB ± 1 dB)"
                + " -0.02 σ together leaves every prediction the same.")
        .doesNotContain("T10 +0.00");
  }

  /** exp(1.5) = 4.48. */
  @ParameterizedTest
  @CsvSource({
    "dipoleMoment, 1.5, its standard error is a factor of 4.5",
    "chi, 1.5, its standard error is a factor of 4.5",
    "dipoleWidth, 0.4, its standard error is 40 %",
    "fieldExponent, 2.345, its standard error is 2.35",
    "referenceFrequency, 1234.5, its standard error of 1230 Hz exceeds the whole shift"
  })
  void standardErrorsHaveTheirScale(String parameter, double error, String text) {
    Finding finding =
        fact(FindingCode.DETERMINED, false).ofParameters(List.of(parameter)).withValue(error);
    assertThat(text(finding)).contains(" is not determined: " + text);
  }

  @Test
  void anotherMinimum() {
    Finding finding =
        fact(FindingCode.ONE_MINIMUM, false)
            .ofParameters(List.of("dipoleMoment"))
            .withValue(1.23)
            .withLimit(3.84)
            .with("ratio", 2.5);
    assertThat(text(finding))
        .isEqualTo(
            "The dipole moment p is not determined: another minimum of χ², at 2.5 times the dipole"
                + " moment, fits about as well (Δχ² = 1.2, limit 3.84).");
  }

  @Test
  void oneReadingOrTwo() {
    Finding two =
        fact(FindingCode.SEVERAL_READINGS, false)
            .at(List.of(new Place("p.csv", 3), new Place("p.csv", 9)))
            .withPValue(0.02);
    assertThat(text(two)).contains("rests on two readings alone, p.csv:3, p.csv:9;");
    assertThat(text(two.at(List.of(new Place("p.csv", 3)))))
        .contains("rests on one reading alone, p.csv:3;");
  }

  @ParameterizedTest
  @CsvSource({
    "line-in-power, a straight line in the power",
    "line-in-log-power, a straight line in the logarithm of the power",
    "step-in-field, a step at one microwave field",
    "line-in-log-rate, a straight line in the logarithm of the bias rate",
    "line-in-power-over-rate, a straight line in power over bias rate",
    "step-in-rate, a step at one bias rate"
  })
  void featurelessCurves(String subject, String curve) {
    Finding finding =
        fact(FindingCode.NO_FEATURELESS_CURVE, false)
            .ofParameters(List.of("chi"))
            .about(subject)
            .withValue(-2.5)
            .withLimit(10)
            .with("chiSquareOfCurve", 30.25)
            .with("chiSquareOfModel", 32.5);
    assertThat(text(finding))
        .isEqualTo(
            "The strength χ is not determined: "
                + curve
                + " describes the readings better (χ² = 30.25, that of the model 32.5, ΔAIC = -2.5,"
                + " needed 10).");
    assertThat(text(finding.withValue(3))).contains("describes the readings about as well (");
  }

  @Test
  void relaxationThatWouldDecide() {
    Finding finding =
        note(FindingCode.RELAXATION_DECIDED)
            .with("relaxationTime", 3.2e-6)
            .with("dipoleMomentThen", 5.5 * Constants.DEBYE)
            .with("dipoleMomentNow", 5 * Constants.DEBYE);
    assertThat(text(finding))
        .isEqualTo(
            "Relaxation is not seen, but with a relaxation time T10 of 3.2 µs, which fits as well, p"
                + " would be 5.5 D instead of 5 D.");
  }

  @Test
  void sidesOfTheExtremum() {
    Finding rising = note(FindingCode.EXTREMUM_VISIBLE).about("rising-side").withValue(300);
    assertThat(text(rising)).contains("weak-drive side").contains("rests on the curvature");
    assertThat(Explain.finding(rising).remedies()).containsExactly(Remedy.MORE_POWER);
    Finding far = fact(FindingCode.EXTREMUM_VISIBLE, false).about("far-side");
    assertThat(text(far)).contains("strong-drive side").doesNotContain("rests on the curvature");
    assertThat(Explain.finding(far).remedies()).containsExactly(Remedy.LESS_POWER);
    assertThat(text(rising.about("plateau"))).contains("hardly beyond their noise (300 Hz);");
    assertThat(text(rising.about("few-readings"))).contains("oo few readings show the shift");
  }

  @Test
  void chiSquareBothWays() {
    Finding large =
        check(FindingCode.CHI_SQUARE, false).withValue(1.52).withPValue(0.002).withLimit(0.01);
    assertThat(text(large)).startsWith("The readings scatter more than their σ say (χ²/ν = 1.52,");
    assertThat(text(large.withPValue(0.999)))
        .startsWith("The readings scatter less than their σ say (χ²/ν = 1.52, p-value 0.999):");
    Finding spoils =
        fact(FindingCode.CHI_SQUARE, false).withValue(9).withPValue(1e-12).withLimit(1e-6);
    assertThat(text(spoils))
        .isEqualTo(
            "The model does not describe the readings (χ²/ν = 9, p-value 1e-12, level 1e-6).");
    assertThat(Explain.finding(spoils).remedies()).contains(Remedy.TAKE_SIGMA_RELATIVE);
  }

  @Test
  void runsOfSigns() {
    Finding fine =
        check(FindingCode.RUNS, true).withValue(50).withPValue(0.6).with("expected", 49.3);
    assertThat(text(fine))
        .isEqualTo("The residuals show no trend (50 runs of signs, 49 expected, p-value 0.6).");
    assertThat(text(fact(FindingCode.RUNS, false).withValue(12)))
        .contains("does not describe")
        .contains("(12 runs of signs)")
        .contains("intervals mean nothing");
  }

  @Test
  void outliersHaveTheirResiduals() {
    Finding some =
        check(FindingCode.OUTLIERS, false)
            .at(List.of(new Place("p.csv", 3, 6.23), new Place("p.csv", 8, -5.1)))
            .withPValue(1e-5);
    assertThat(text(some))
        .isEqualTo(
            "Outliers (p-value 1e-5), with their studentised residuals: p.csv:3 (+6.2), p.csv:8"
                + " (-5.1).");
    Finding none =
        check(FindingCode.OUTLIERS, true)
            .withValue(2.71)
            .withLimit(0.01)
            .at(List.of(new Place("p.csv", 3, 2.71)));
    assertThat(text(none))
        .isEqualTo("No outliers at the 1 % level (largest studentised residual 2.71 at p.csv:3).");
  }

  @Test
  void influenceOfOneReading() {
    Finding finding =
        check(FindingCode.INFLUENCE, false)
            .withValue(2)
            .withLimit(0.85)
            .at(List.of(new Place("p.csv", 3)))
            .with("change", -0.123)
            .with("standardErrors", 1.26);
    assertThat(text(finding))
        .isEqualTo(
            "The result depends on one reading, p.csv:3 (Cook's distance 2, limit 0.85); without"
                + " p.csv:3 the dipole moment p changes by -12 %, 1.3 standard errors.");
    Finding small =
        check(FindingCode.INFLUENCE, true)
            .withValue(0.02)
            .with("change", 0.001)
            .with("standardErrors", 0.04);
    assertThat(text(small))
        .isEqualTo("No reading alone changes the result much (Cook's distance 0.02).");
    assertThat(text(small.about("tooFewReadings"))).doesNotContain("p changes");
    assertThat(text(check(FindingCode.INFLUENCE, false).about("notConverged")))
        .endsWith("without the most influential reading the fit does not converge.");
  }

  /** 1/√(1 − 0.99²) = 7.09. */
  @Test
  void correlationOfTwo() {
    Finding finding =
        check(FindingCode.CORRELATION, false)
            .ofParameters(List.of("chi", "dipoleMoment"))
            .withValue(-0.99);
    assertThat(text(finding))
        .isEqualTo(
            "The strength χ and the dipole moment p are hardly separated (correlation -0.99): if one"
                + " were known, the error of the other would be 7 times smaller.");
    assertThat(text(finding.withValue(1))).doesNotContain("times smaller");
  }

  @Test
  void startsAndTables() {
    assertThat(text(check(FindingCode.STARTS, true).withValue(2).with("starts", 6)))
        .isEqualTo("2 of 6 starts reached this minimum and none a lower one.");
    assertThat(
            text(
                check(FindingCode.TABLES, false)
                    .withValue(25.25)
                    .with("added", 4)
                    .withPValue(1e-4)
                    .about("b.csv")))
        .contains("(Δχ² = 25.3, 4 added parameters, p-value 0.0001), most in b.csv.");
  }

  @ParameterizedTest
  @CsvSource({
    "dipoleMoment, lower, 8.3391023799538e-30, its lower bound of 2.5 D: the unconstrained minimum lies below",
    "relaxationTime, upper, 1e-5, its upper bound of 10 µs: the unconstrained minimum lies above",
    "referenceFrequency, upper, 5.00012345e9, its upper bound of 5.00012345 GHz: the unconstrained minimum lies above",
    "dipoleWidth, upper, 2, its upper bound of 2: the unconstrained minimum lies above"
  })
  void boundsInUnits(String parameter, String side, double bound, String text) {
    Finding finding =
        note(FindingCode.AT_BOUND).ofParameters(List.of(parameter)).about(side).withValue(bound);
    assertThat(text(finding)).endsWith(" lies at " + text + ".");
  }

  @Test
  void contradictions() {
    assertThat(text(note(FindingCode.BOUNDS_CONTRADICTED).withValue(4.56).with("fall", 20.8)))
        .isEqualTo(
            "The readings contradict the bounds by 4.6 standard errors: without them χ² falls by"
                + " 20.8.");
    assertThat(
            text(
                note(FindingCode.PRIOR_CONTRADICTED).ofParameters(List.of("chi")).withValue(-3.26)))
        .endsWith("the strength χ is fitted 3.3 standard uncertainties below its prior.");
    assertThat(
            text(
                note(FindingCode.CALIBRATION_CONTRADICTED)
                    .about("attenuation 78 dB ± 1 dB")
                    .withValue(4)))
        .endsWith(
            "attenuation 78 dB ± 1 dB is fitted 4.0 standard uncertainties above the calibrated"
                + " value.");
  }

  @Test
  void knownFromPriors() {
    Finding finding = note(FindingCode.KNOWN_FROM_PRIOR);
    assertThat(text(finding.ofParameters(List.of("dipoleMoment", "chi", "relaxationTime"))))
        .isEqualTo(
            "The dipole moment p is known only together with the prior of the strength χ and the"
                + " relaxation time T10.");
    assertThat(text(finding.ofParameters(List.of("chi", "chi"))))
        .isEqualTo("The strength χ is known from its prior, not from the readings.");
  }

  @Test
  void bootstraps() {
    assertThat(
            text(
                note(FindingCode.FEW_REPLICATES)
                    .withValue(5.02)
                    .withLimit(10)
                    .with("replicates", 200)
                    .with("needed", 399.2)))
        .isEqualTo(
            "Only 5.0 of 200 replicates are expected beyond each limit (needed 10): the intervals"
                + " are uncertain and may be far too narrow; 400 replicates are enough.");
    assertThat(text(note(FindingCode.FAILED_REPLICATES).withValue(31).with("replicates", 2000)))
        .startsWith("31 of 2000 bootstrap replicates could not be fitted");
  }

  @Test
  void waldAgainstProfile() {
    Finding finding =
        check(FindingCode.WALD_AGAINST_PROFILE, true)
            .withValue(0.0138)
            .ofParameters(List.of("dipoleMoment"));
    assertThat(text(finding))
        .isEqualTo("Wald and profile-likelihood intervals agree (to 1.4 % of their half-width).");
    Finding apart = check(FindingCode.WALD_AGAINST_PROFILE, false).withValue(1);
    assertThat(text(apart)).endsWith("by a half-width or more.");
    assertThat(Explain.finding(apart).remedies()).containsExactly(Remedy.PROFILE_INTERVALS);
  }

  @Test
  void surveys() {
    assertThat(text(check(FindingCode.ENOUGH_READINGS, false).withValue(2).withLimit(5)))
        .isEqualTo("2 readings are too few for a fit (at least 5).");
    assertThat(text(check(FindingCode.RATES_SWEPT, false).withValue(1).withLimit(3)))
        .endsWith("a sweep of the bias rate (1 bias rate, at least 3).");
    assertThat(
            text(
                check(FindingCode.COVERED_BY_THEORY, false)
                    .withValue(-0.5)
                    .withLimit(1)
                    .with("dipoleMoment", 3 * Constants.DEBYE)))
        .isEqualTo(
            "Some readings are beyond the theory or near its end if the dipole moment p is 3 D (L"
                + " down to -0.5, limit 1).");
  }

  @ParameterizedTest
  @CsvSource({
    "71, true, all readings have a σ: χ² can judge the fit.",
    "0, false, no reading has a σ",
    "30, false, for only 30 of 71 readings"
  })
  void sigmaForAllSomeOrNone(double with, boolean holds, String text) {
    assertThat(text(check(FindingCode.SIGMA_GIVEN, holds).withValue(with).withLimit(71)))
        .containsIgnoringCase(text);
  }

  @Test
  void relaxationNotSeenHasALimit() {
    Finding finding = note(FindingCode.RELAXATION_NOT_SEEN).withPValue(0.4).withValue(1.234e-4);
    assertThat(text(finding))
        .isEqualTo(
            "Relaxation is not seen (p-value 0.4) and is left out of the fit; T10 is longer than 123"
                + " µs.");
    assertThat(text(note(FindingCode.RELAXATION_NOT_SEEN)))
        .endsWith("no limit of T10 can be given.");
  }
}
