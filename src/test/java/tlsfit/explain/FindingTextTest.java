package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
  void aDriftThatIsMissing() {
    Finding finding =
        fact(FindingCode.SLOW_CHANGE, false)
            .about("linear-drift")
            .at(List.of(new Place("power.csv", 2)))
            .withValue(352.4)
            .withPValue(1e-70)
            .withLimit(2e-6)
            .with("amplitude", -30234)
            .with("standardError", 1510)
            .with("candidates", 5);
    assertThat(Explain.finding(finding).sentence())
        .isEqualTo(
            "A drift in row order in power.csv is missing in the fit: with it χ² falls by more than"
                + " chance (Δχ² = 352, p-value below 1e-15, level 2e-6, of 5 tests), its amplitude"
                + " being -30200 ± 1500 Hz; the fit takes it for part of the shift, and its"
                + " parameters are wrong. Fit the drift jointly with drift: linear in the entry of"
                + " that table or sweep up and down to find a drift.");
    assertThat(text(check(FindingCode.SLOW_CHANGE, true).about("sqrt-baseline").withPValue(0.2)))
        .isEqualTo(
            "No slow change is missing; nearest is a baseline with the square root of power in one"
                + " table (p-value 0.2).");
  }

  /** Every kind has its words; the fourth root has no key of its own. */
  @ParameterizedTest
  @CsvSource({
    "own-reference, reference: own",
    "linear-drift, drift: linear",
    "linear-baseline, baseline: linear",
    "quadratic-baseline, baseline: quadratic",
    "sqrt-baseline, baseline: sqrt",
    "fourth-root-baseline, baseline: sqrt"
  })
  void theKeyThatFitsItIsNamed(String kind, String key) {
    Finding finding = check(FindingCode.SLOW_CHANGE, false).about(kind);
    assertThat(Explain.finding(finding).sentence())
        .contains(SlowText.of(kind).substring(1))
        .contains(key);
  }

  @Test
  void aSlowChangeIsPartOfADirection() {
    Finding finding = fact(FindingCode.FULL_RANK, false).with("linear-drift a b.csv", 1234.5);
    assertThat(text(finding)).contains("(a drift in row order in a b.csv) +1230 Hz");
    assertThat(SlowText.brief("linear-drift a b.csv")).isEqualTo("drift in a b.csv");
    assertThat(SlowText.brief("other a.csv")).isEqualTo("other a.csv");
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

  /** Of p and χ the interval is told: {@link #intervalsThatDetermineNothing}. */
  @ParameterizedTest
  @CsvSource({
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
            .with("ratio", 2.5)
            .with("lower", 1.8 * Constants.DEBYE)
            .with("upper", 2.2 * Constants.DEBYE)
            .with("rivalLower", 4.5 * Constants.DEBYE)
            .with("rivalUpper", Double.POSITIVE_INFINITY);
    assertThat(text(finding))
        .isEqualTo(
            "The dipole moment p is not determined: the readings allow 1.8 to 2.2 D, and as well"
                + " more than 4.5 D (Δχ² = 1.2).");
    assertThat(text(finding.with("rivalLower", 0).with("rivalUpper", 0.5 * Constants.DEBYE)))
        .contains("and as well less than 0.5 D");
  }

  /** Excluded at 95 %, but not at the level that the finding names. */
  @Test
  void anotherMinimumThatIsBarelyExcluded() {
    Finding finding =
        fact(FindingCode.ONE_MINIMUM, false)
            .ofParameters(List.of("dipoleMoment"))
            .withValue(5.67)
            .withLimit(10.83)
            .with("ratio", 9)
            .with("lower", 3.13 * Constants.DEBYE)
            .with("upper", 4.66 * Constants.DEBYE)
            .with("rivalLower", 29.4 * Constants.DEBYE)
            .with("rivalUpper", 39.8 * Constants.DEBYE)
            .with("level", 0.999);
    assertThat(text(finding))
        .isEqualTo(
            "The dipole moment p is not determined: the readings allow 3.13 to 4.66 D, but at a"
                + " level of 99.9 % also 29.4 to 39.8 D (Δχ² = 5.7, limit 10.8).");
  }

  /** Details may be missing: then the ratio of the two minima says where the other lies. */
  @Test
  void anotherMinimumWithoutIntervals() {
    Finding finding =
        fact(FindingCode.ONE_MINIMUM, false)
            .ofParameters(List.of("dipoleMoment"))
            .withValue(1.23)
            .with("ratio", 2.5);
    assertThat(text(finding))
        .isEqualTo(
            "The dipole moment p is not determined: another minimum of χ², at 2.5 times its value,"
                + " fits about as well (Δχ² = 1.2).");
  }

  /** A closed interval that is too wide, one open on a side, and none. */
  @Test
  void intervalsThatDetermineNothing() {
    Finding wide =
        fact(FindingCode.DETERMINED, false)
            .ofParameters(List.of("dipoleMoment"))
            .withValue(15)
            .withLimit(10)
            .with("lower", 2 * Constants.DEBYE)
            .with("upper", 30 * Constants.DEBYE);
    assertThat(text(wide))
        .isEqualTo("The dipole moment p is not determined: its confidence interval is 2 to 30 D.");
    assertThat(text(wide.with("chi", -0.5).with("dipoleMoment", 1)))
        .as("the ends of the interval are no part of the combination")
        .isEqualTo(
            "The dipole moment p is not determined: its confidence interval is 2 to 30 D; the"
                + " readings hardly change with χ -0.50 %, p +1.00 % together.");
    Finding open =
        fact(FindingCode.DETERMINED, false)
            .ofParameters(List.of("chi"))
            .withValue(Double.POSITIVE_INFINITY)
            .withLimit(10)
            .with("lower", 2.5e-4)
            .with("upper", Double.POSITIVE_INFINITY);
    assertThat(text(open))
        .isEqualTo(
            "The strength χ is not determined: the readings say only that it is more than"
                + " 2.5 ×10⁻⁴.");
    assertThat(text(open.with("lower", 0)))
        .isEqualTo("The strength χ is not determined: any value fits the readings.");
  }

  @Test
  void aSpreadOfTheDipoleMoments() {
    Finding seen =
        fact(FindingCode.SPREAD, false)
            .withValue(31.4)
            .withPValue(1e-8)
            .withLimit(1e-5)
            .with("width", 0.512)
            .with("widthAllowed", 0.55);
    assertThat(text(seen))
        .isEqualTo(
            "A spread of the dipole moments, or of the local field, of width 0.51 in ln p describes"
                + " the readings better than one dipole moment (Δχ² = 31.4, p-value 1e-8, level"
                + " 1e-5); the fit puts it into T10 and p.");
    assertThat(Explain.finding(seen).remedies()).containsExactly(Remedy.DISTRIBUTION);
    Finding maybe =
        check(FindingCode.SPREAD, false).withValue(12).withPValue(2e-4).with("width", 0.3);
    assertThat(text(maybe)).contains("the fit may put it into T10 and p");
    Finding none = check(FindingCode.SPREAD, true).withValue(0).withPValue(1).with("width", 0);
    assertThat(text(none)).isEqualTo("No spread of the dipole moments shows (Δχ² = 0, p-value 1).");
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
    assertThat(text(large.about("small")))
        .startsWith(
            "The readings scatter less than their σ say (χ²/ν = 1.52, two-sided p-value 0.002,");
    Finding spoils =
        fact(FindingCode.CHI_SQUARE, false).withValue(9).withPValue(1e-12).withLimit(1e-5);
    assertThat(text(spoils))
        .isEqualTo(
            "The readings scatter more than their σ say (χ²/ν = 9, two-sided p-value 1e-12, level 1e-5): the"
                + " model does not describe them, or the σ are too small.");
  }

  /** A contradiction is not cured by another scale of the noise. */
  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {"CHI_SQUARE", "TABLES", "RUNS", "SERIAL_CORRELATION"})
  void noScaleOfSigmaIsAdvisedForAContradiction(FindingCode code) {
    assertThat(FindingGuide.of(code).settings())
        .extracting(Remedy::setting)
        .doesNotContain(Optional.of(Setting.SIGMA_RELATIVE), Optional.of(Setting.SIGMA_PER_TABLE));
  }

  @Test
  void neighboursThatAreAlike() {
    Finding along =
        fact(FindingCode.SERIAL_CORRELATION, false)
            .withValue(0.512)
            .with("expected", 2.17)
            .withPValue(2e-7)
            .withLimit(1e-5)
            .about("sweeps");
    assertThat(text(along))
        .isEqualTo(
            "Neighbouring residuals are alike along the sweeps (von Neumann's ratio 0.512, 2.17"
                + " expected, p-value 2e-7, level 1e-5): the shape of the model is wrong or the"
                + " frequency drifted during a sweep, and all errors are too small.");
    assertThat(text(along.about("rows"))).contains("in the order of the rows (").contains("drifts");
  }

  @Test
  void copies() {
    Finding copies =
        fact(FindingCode.DUPLICATE_READINGS, false)
            .withValue(4)
            .with("readings", 40)
            .withPValue(1e-16)
            .withLimit(1e-5)
            .at(List.of(new Place("p.csv", 3)));
    assertThat(text(copies))
        .isEqualTo(
            "4 readings of 40 repeat another in drive, bias rate, frequency and σ to the last digit"
                + " (p-value below 1e-15, level 1e-5): p.csv:3; copies are no measurements, and make"
                + " all errors too small.");
    Finding table =
        fact(FindingCode.IDENTICAL_INPUTS, false)
            .withValue(40)
            .about("b.csv")
            .at(List.of(new Place("a.csv", 2), new Place("b.csv", 2)));
    assertThat(text(table)).startsWith("B.csv holds the same readings as a.csv (40 rows):");
  }

  @Test
  void oneSigmaThatDecides() {
    Finding finding =
        fact(FindingCode.SIGMA_DECIDES, false)
            .about("dipoleMoment")
            .withValue(0.9987)
            .with("sigmaRatio", 0.001)
            .with("standardErrors", 31.4)
            .at(List.of(new Place("p.csv", 3)));
    assertThat(text(finding))
        .isEqualTo(
            "A few readings with σ down to 0.001 of the median decide the dipole moment p, p.csv:3"
                + " (99.9 % of what is known of it comes from them); without them it changes by 31"
                + " standard errors.");
  }

  @ParameterizedTest
  @CsvSource({
    "dipoleMoment, 1.0440556503e-26, 3.33564095e-27, The dipole moment p of 3130 D exceeds 1000 D",
    "relaxationTime, 1e-10, 1e-9, The relaxation time T10 of 0.0001 µs is below 0.001 µs",
    "chi, 0.3, 0.1, The strength χ of 0.3 exceeds 0.1",
    "acField, 2.5e9, 1e9, The microwave field of 2.5e9 V/m exceeds 1e9 V/m"
  })
  void whatCannotBe(String subject, double value, double limit, String begin) {
    Finding finding =
        fact(FindingCode.PLAUSIBLE, false)
            .about(subject)
            .withValue(value)
            .withLimit(limit)
            .with("lowestField", 0.0123)
            .with("highestField", 12.3)
            .with("lowestRate", 4.5e6)
            .with("highestRate", 4.5e6);
    assertThat(text(finding))
        .startsWith(begin)
        .contains(
            "; it follows from microwave fields of 0.0123 to 12.3 V/m and bias rates of 4500000"
                + " V/m/s:");
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
        check(FindingCode.INFLUENCE, true)
            .withValue(2)
            .withLimit(0.85)
            .at(List.of(new Place("p.csv", 3)))
            .with("change", -0.123)
            .with("standardErrors", 1.26);
    assertThat(text(finding))
        .isEqualTo(
            "The reading with the largest influence is p.csv:3 (Cook's distance 2, median of F"
                + " 0.85); without it the dipole moment p changes by -12 %, 1.3 standard errors.");
    assertThat(text(finding.with("standardErrors", 0.04))).doesNotContain("p changes");
    assertThat(text(check(FindingCode.INFLUENCE, true).about("notConverged")))
        .endsWith("without it the fit does not converge.");
  }

  /** 1/√(1 − 0.99²) = 7.09. */
  @Test
  void correlationOfTwo() {
    Finding finding =
        check(FindingCode.CORRELATION, true)
            .ofParameters(List.of("chi", "dipoleMoment"))
            .withValue(-0.99);
    assertThat(text(finding))
        .isEqualTo(
            "The strongest correlation is that of the strength χ and the dipole moment p (-0.99): if"
                + " one were known, the error of the other would be 7.1 times smaller.");
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
        .isEqualTo(
            "The Wald interval of the dipole moment p differs from that of the profile likelihood by"
                + " 1.4 % of their half-width.");
    assertThat(Explain.finding(finding).remedies()).as("told only").isEmpty();
    assertThat(text(finding.withValue(1))).endsWith("by a half-width or more.");
    assertThat(FindingGuide.of(FindingCode.WALD_AGAINST_PROFILE).settings())
        .containsExactly(Remedy.PROFILE_INTERVALS);
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
        .isEqualTo("Relaxation is not seen (p-value 0.4): T10 is longer than 123 µs.");
    assertThat(text(note(FindingCode.RELAXATION_NOT_SEEN)))
        .isEqualTo("Relaxation is not seen: no limit of T10 can be given.");
  }
}
