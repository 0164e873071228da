package tlsfit.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tlsfit.compare.Films.film;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tlsfit.result.FitResult;

class ComparisonTest {
  private static final CompareOptions USUAL = CompareOptions.DEFAULT;
  private static final String LINE = "attenuation 72 dB ± 1.5 dB";

  /**
   * Three films on one line: 3.130 ± 0.033 ± 0.91, 5.266 ± 0.037 ± 1.51, 7.935 ± 0.043 ± 2.20 D.
   */
  private static List<FitResult> threeFilms() {
    return List.of(
        film("SN12", 3.130, 0.033 / 3.130).calibrated(LINE, "", 0.91 / 3.130).result(),
        film("AO03", 5.266, 0.037 / 5.266).calibrated(LINE, "", 1.51 / 5.266).result(),
        film("SO07", 7.935, 0.043 / 7.935).calibrated(LINE, "", 2.20 / 7.935).result());
  }

  private static Comparison compare(CompareOptions options, Films... films) {
    return Comparison.of(Stream.of(films).map(Films::result).toList(), options);
  }

  private static QuantityComparison moments(Comparison comparison) {
    return comparison.of(Quantity.DIPOLE_MOMENT);
  }

  private static Pair pair(CompareOptions options, Films... films) {
    return moments(compare(options, films)).pairs().get(0);
  }

  private static void check(Pair pair, double ratio, double error, double lower, double upper) {
    assertThat(pair.ratio()).isCloseTo(ratio, within(1e-9));
    assertThat(pair.standardError()).isCloseTo(error, within(1e-9));
    assertThat(pair.lower()).isCloseTo(lower, within(1e-9));
    assertThat(pair.upper()).isCloseTo(upper, within(1e-9));
  }

  // numpy 2.4.6, scipy 1.17.1: y = log(p); e = sqrt(s1² + s2² + (g2 - g1)²), with s and g relative;
  // exp(y2 - y1), times e, exp(y2 - y1 ∓ norm.ppf(.975) e)
  @Test
  void threeFilmsOfOneLine() {
    List<Pair> pairs = moments(Comparison.of(threeFilms())).pairs();
    check(
        pairs.get(0),
        1.6824281150159746,
        0.022347979587266146,
        1.6391921362913178,
        1.7268045029793606);
    check(
        pairs.get(1), 2.535143769968051, 0.04551213357384804, 2.447492725054006, 2.625933825509534);
    check(
        pairs.get(2),
        1.506836308393467,
        0.019579632905005858,
        1.4689454737167276,
        1.5457045213175198);
  }

  // the same with e = sqrt(s1² + s2² + g1² + g2²); p-value 2 norm.sf((y2 - y1)/e)
  @Test
  void threeFilmsOfALineEach() {
    List<Pair> pairs =
        moments(
                Comparison.of(
                    threeFilms(), USUAL.withCalibration(new CalibrationSharing.Independent())))
            .pairs();
    assertThat(pairs.get(0).lower()).isCloseTo(0.7554075273006905, within(1e-9));
    assertThat(pairs.get(1).upper()).isCloseTo(5.573319512182591, within(1e-9));
    assertThat(pairs.get(2).pValue()).isCloseTo(0.30409192478740543, within(1e-9));
    // Holm: three times the smallest
    assertThat(pairs.get(1).pValueHolm()).isCloseTo(3 * 0.0206380982984394, within(1e-9));
  }

  // numpy: P = W - W 1 1' W/(1' W 1) with W the inverse of diag(s²), diag(s² + g²) and
  // diag(s²) + g g'; Q = y' P y
  @Test
  void theyHaveNoCommonValue() {
    Pool shared = requireNonNull(moments(Comparison.of(threeFilms())).pool());
    assertThat(shared.statistical().q()).isCloseTo(6798.531616826553, within(1e-6));
    assertThat(shared.withCalibration().q()).isCloseTo(2706.212134135657, within(1e-6));
    Pool apart =
        requireNonNull(
            moments(
                    Comparison.of(
                        threeFilms(), USUAL.withCalibration(new CalibrationSharing.Independent())))
                .pool());
    assertThat(apart.withCalibration().q()).isCloseTo(5.365889997669853, within(1e-9));
    assertThat(apart.withCalibration().pValue()).isCloseTo(0.06836153277825557, within(1e-9));
    assertThat(apart.withCalibration().degreesOfFreedom()).isEqualTo(2);
    assertThat(shared.mean()).isNull();
    Pool asked = requireNonNull(moments(Comparison.of(threeFilms(), USUAL.pooled())).pool());
    assertThat(requireNonNull(asked.mean()).samples()).containsExactly("SN12", "AO03", "SO07");
  }

  /** Where the limits of a film are not symmetric, each limit of the ratio takes its own side. */
  @Test
  void limitsKeepTheirSides() {
    // python3: sides .1, .3 of ln p of the first, .2 of the second
    Films skew = film("a", 4, 0.1, 4 * Math.exp(-0.1), 4 * Math.exp(0.3));
    Films even = film("b", 8, 0.1, 8 * Math.exp(-0.2), 8 * Math.exp(0.2));
    Pair pair = pair(USUAL, skew, even);
    assertThat(pair.ratio()).isCloseTo(2, within(1e-12));
    assertThat(pair.lower()).isCloseTo(2 * Math.exp(-Math.sqrt(0.13)), within(1e-12));
    assertThat(pair.upper()).isCloseTo(2 * Math.exp(Math.sqrt(0.05)), within(1e-12));
    double debye = tlsfit.units.Constants.DEBYE;
    assertThat(requireNonNull(pair.difference()) / debye).isCloseTo(4, within(1e-9));
    double down = Math.hypot(8 * -Math.expm1(-0.2), 4 * Math.expm1(0.3));
    assertThat(requireNonNull(pair.differenceLower()) / debye).isCloseTo(4 - down, within(1e-9));
  }

  @Test
  void numbersAreTheSameByTheirNamesGroupsAndValues() {
    double same = 0.0;
    double apart = Math.hypot(0.2, 0.2);
    String gap = "gap 50 nm ± 1 nm";
    CompareOptions shared = USUAL.withCalibration(new CalibrationSharing.Shared());
    CompareOptions byId = USUAL.withCalibration(new CalibrationSharing.ById("x"));
    check(USUAL, LINE, "", "", LINE, "", "", same);
    check(USUAL, LINE, "", "", "attenuation 72 dB ± 2 dB", "", "", apart);
    check(USUAL, LINE, "x", "", "attenuation 71 dB ± 2 dB", "x", "", same);
    check(USUAL, LINE, "x", "", LINE, "y", "", apart);
    check(USUAL, LINE, "x", "", LINE, "", "", apart);
    check(USUAL, LINE, "", "g", LINE, "", "g", same);
    check(USUAL, LINE, "", "g", LINE, "", "h", apart);
    check(USUAL, gap, "", "", gap, "", "", apart);
    check(USUAL, gap, "", "g", gap, "", "g", same);
    check(shared, LINE, "x", "", LINE, "y", "", same);
    check(shared, gap, "", "", gap, "", "", same);
    check(byId, LINE, "x", "", LINE, "x", "", same);
    check(byId, LINE, "y", "", LINE, "y", "", apart);
    check(byId, gap, "", "x", gap, "", "x", same);
  }

  private static void check(
      CompareOptions options,
      String first,
      String firstId,
      String firstGroup,
      String second,
      String secondId,
      String secondGroup,
      double expected) {
    Pair pair =
        pair(
            options,
            film("a", 4, 0.01).group(firstGroup).calibrated(first, firstId, 0.2),
            film("b", 5, 0.01).group(secondGroup).calibrated(second, secondId, 0.2));
    assertThat(pair.calibration())
        .as(String.join(" ", first, firstId, firstGroup, second, secondId, secondGroup))
        .isCloseTo(expected, within(1e-12));
  }

  /** A calibration that was fitted jointly is inside the interval, and is taken out of it first. */
  @Test
  void aFittedCalibrationCancelsAsWell() {
    Pair apart =
        pair(
            USUAL,
            film("a", 4, 0.01).calibrated(LINE, "", 0.2),
            film("b", 5, 0.02).calibrated(LINE, "", 0.21));
    Pair fitted =
        pair(
            USUAL,
            film("a", 4, Math.hypot(0.01, 0.2)).fitted(LINE, 0.2, 1),
            film("b", 5, Math.hypot(0.02, 0.21)).fitted(LINE, 0.21, 1));
    assertThat(fitted.lower()).isCloseTo(requireNonNull(apart.lower()), within(1e-9));
    assertThat(fitted.independentUpper())
        .isCloseTo(requireNonNull(apart.independentUpper()), within(1e-9));
  }

  @Test
  void whatMustNotBeComparedIsNot() {
    Comparison comparison =
        compare(
            USUAL.pooled(),
            film("a", 4, 0.03),
            film("b", 5, 0.03).verdict(false, true),
            film("c", 5, 0.03).verdict(false, false),
            film("d", 5, 0.03, 4.5, null),
            film("e", 15, 0.02).model("lz", 2),
            film("f", 4.1, 0.03));
    QuantityComparison moments = moments(comparison);
    assertThat(moments.values())
        .extracting(ComparedValue::obstacle)
        .containsExactly(
            null, Obstacle.NOT_VALID, Obstacle.NOT_DETERMINED, Obstacle.LIMIT, null, null);
    assertThat(moments.pairs().stream().filter(pair -> pair.ratio() != null))
        .extracting(pair -> pair.second() + "/" + pair.first())
        .containsExactly("f/a");
    assertThat(requireNonNull(requireNonNull(moments.pool()).mean()).samples())
        .containsExactly("a", "f");
    assertThat(moments.pairs().get(3).obstacle()).isEqualTo(Obstacle.OTHER_MODEL);
    assertThat(comparison.notes()).contains(new Note(Note.Code.MODELS, List.of("log", "lz")));
    assertThat(comparison.of(Quantity.CHI).values())
        .extracting(ComparedValue::obstacle)
        .containsOnly(Obstacle.ABSENT);
    assertThat(comparison.comparesAnything()).isTrue();
  }

  @Test
  void otherEditionsAreNotCompared() {
    Comparison comparison =
        compare(USUAL, film("a", 4, 0.03).model("lz", 1), film("b", 4, 0.03).model("lz", 2));
    assertThat(moments(comparison).pairs().get(0).obstacle()).isEqualTo(Obstacle.OTHER_EDITION);
    assertThat(comparison.notes())
        .containsExactly(new Note(Note.Code.EDITIONS, List.of("lz 1", "lz 2")));
    assertThat(comparison.comparesAnything()).isFalse();
    assertThat(compare(USUAL, film("a", 4, 0.03)).comparesAnything()).isFalse();
  }

  @Test
  void ratiosToOneSampleAreCorrectedForTheirOwnNumber() {
    Films[] films = {film("a", 4, 0.03), film("b", 4.2, 0.03), film("c", 4.4, 0.03)};
    List<Pair> pairs = moments(compare(USUAL.withRatioTo("b"), films)).pairs();
    assertThat(pairs)
        .extracting(pair -> pair.second() + "/" + pair.first())
        .containsExactly("a/b", "c/b");
    double smaller =
        Math.min(requireNonNull(pairs.get(0).pValue()), requireNonNull(pairs.get(1).pValue()));
    assertThat(pairs.stream().mapToDouble(pair -> requireNonNull(pair.pValueHolm())).min())
        .hasValue(2 * smaller);
    assertThatThrownBy(() -> compare(USUAL.withRatioTo("z"), films))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("z");
  }

  @Test
  void resultsOfOneSampleAreNumbered() {
    assertThat(compare(USUAL, film("a", 4, 0.03), film("a", 4, 0.03)).samples())
        .extracting(ComparedSample::name)
        .containsExactly("a", "a #2");
  }

  @Test
  void anotherLevelTakesOtherQuantiles() {
    CompareOptions wide =
        new CompareOptions(
            OptionalDouble.of(0.99),
            USUAL.calibration(),
            USUAL.ratioTo(),
            false,
            List.of(),
            USUAL.against());
    Pair pair = pair(wide, film("a", 4, 0.03), film("b", 8, 0.04));
    // scipy.stats.norm.ppf(0.995)*0.05
    assertThat(Math.log(requireNonNull(pair.upper()) / 2))
        .isCloseTo(0.12879146517744502, within(1e-9));
  }

  // python3: 2*norm.sf(log(4.5/4)/hypot(.03, .05)), 2*norm.sf(log(4.5/4.3)/.03)
  @Test
  void samplesAreTestedAgainstKnownValues() {
    double debye = tlsfit.units.Constants.DEBYE;
    CompareOptions known =
        USUAL.withReferences(
            List.of(
                new Reference("book", Quantity.DIPOLE_MOMENT, 4 * debye, 4 * debye, 0.2 * debye),
                new Reference("range", Quantity.DIPOLE_MOMENT, 3.7 * debye, 4.3 * debye, 0),
                new Reference("other", Quantity.CHI, 1e-4, 1e-4, 0)));
    List<ReferenceTest> tests = moments(compare(known, film("a", 4.5, 0.03))).references();
    assertThat(tests).hasSize(2);
    assertThat(tests.get(0).ratio()).isCloseTo(1.125, within(1e-12));
    assertThat(tests.get(0).pValue()).isCloseTo(0.04338728814741147, within(1e-9));
    assertThat(tests.get(1).ratio()).isCloseTo(4.5 / 4.3, within(1e-12));
    assertThat(tests.get(1).pValue()).isCloseTo(0.12966798160404194, within(1e-9));
    assertThat(moments(compare(known, film("a", 4, 0.03))).references().get(1).pValue()).isOne();
  }

  /**
   * ln p on a straight line over the thickness, in nm and µm: the slope is found, without scatter.
   */
  @Test
  void aLineOverACovariateIsFound() {
    Comparison comparison =
        compare(
            USUAL.withAgainst("thickness"),
            film("a", 4, 0.03).covariate("thickness", 20, "nm"),
            film("b", 4 * Math.exp(0.2), 0.03).covariate("thickness", 0.04, "µm"),
            film("c", 4 * Math.exp(0.6), 0.03).covariate("thickness", 80, "nm"),
            film("d", 4, 0.03).covariate("thickness", 3, "°C"));
    CovariateLine line = requireNonNull(moments(comparison).line());
    assertThat(line.slope()).isCloseTo(0.01, within(1e-12));
    assertThat(line.unit()).isEqualTo("nm");
    assertThat(line.residual().degreesOfFreedom()).isOne();
    assertThat(line.curve()).hasSize(41);
    assertThat(line.curve().get(0).x()).isEqualTo(20);
    assertThat(comparison.notes()).contains(new Note(Note.Code.NO_COVARIATE, List.of("d")));
  }
}
