package tlsfit.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tlsfit.compare.Films.film;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.result.FitResult;

/** What must hold of ratios, whatever the numbers. */
class ComparisonPropertiesTest {
  private static Pair pair(Films first, Films second) {
    return Comparison.of(List.of(first.result(), second.result()))
        .of(Quantity.DIPOLE_MOMENT)
        .pairs()
        .get(0);
  }

  private static double number(@org.jspecify.annotations.Nullable Double value) {
    return requireNonNull(value);
  }

  @ParameterizedTest
  @CsvSource({"4, 8, 0.03, 0.04", "0.5, 0.4, 0.2, 0.01", "7, 7, 0.1, 0.1", "1, 30, 0.5, 0.5"})
  void theOtherOrderTurnsRatioAndLimitsOver(double p, double q, double a, double b) {
    Pair there =
        pair(
            film("a", p, a, p * Math.exp(-a), p * Math.exp(3 * a)).calibrated("x 1", "", 0.2),
            film("b", q, b).calibrated("x 1", "", 0.3));
    Pair back =
        pair(
            film("b", q, b).calibrated("x 1", "", 0.3),
            film("a", p, a, p * Math.exp(-a), p * Math.exp(3 * a)).calibrated("x 1", "", 0.2));
    assertThat(number(there.ratio()) * number(back.ratio())).isCloseTo(1, within(1e-12));
    assertThat(number(there.lower()) * number(back.upper())).isCloseTo(1, within(1e-12));
    assertThat(number(there.pValue())).isCloseTo(number(back.pValue()), within(1e-12));
    assertThat(number(there.differenceLower()))
        .isCloseTo(-number(back.differenceUpper()), within(1e-40));
  }

  @Test
  void logarithmsOfRatiosAdd() {
    List<Pair> all =
        Comparison.of(
                List.of(
                    film("a", 2, 0.03).result(),
                    film("b", 3, 0.05).result(),
                    film("c", 11, 0.02).result()))
            .of(Quantity.DIPOLE_MOMENT)
            .pairs();
    assertThat(number(all.get(0).ratio()) * number(all.get(2).ratio()))
        .isCloseTo(number(all.get(1).ratio()), within(1e-12));
  }

  /** The p-value is 5 % exactly where the interval of 95 % ends at 1. */
  @Test
  void intervalAndTestAgree() {
    for (double ratio = 1.02; ratio < 1.2; ratio += 0.004) {
      Pair pair = pair(film("a", 4, 0.02, 3.9, 4.3), film("b", 4 * ratio, 0.03));
      assertThat(number(pair.pValue()) < 0.05).isEqualTo(number(pair.lower()) > 1);
    }
  }

  /** An effect that is the same for both cancels; the more it differs, the wider the interval. */
  @Test
  void whatIsSharedCancelsAsFarAsItIsTheSame() {
    double last = 0;
    for (double other : new double[] {0.3, 0.31, 0.35, 0.5}) {
      Pair pair =
          pair(
              film("a", 4, 0.02).calibrated("x 1", "", 0.3),
              film("b", 5, 0.02).calibrated("x 1", "", other));
      double width = number(pair.upper()) - number(pair.lower());
      assertThat(width).isGreaterThan(last);
      assertThat(number(pair.independentUpper())).isGreaterThan(number(pair.upper()));
      last = width;
    }
    assertThat(
            number(
                pair(
                        film("a", 4, 0.02).calibrated("x 1", "", 0.3),
                        film("b", 5, 0.02).calibrated("x 1", "", 0.3))
                    .lower()))
        .isCloseTo(number(pair(film("a", 4, 0.02), film("b", 5, 0.02)).lower()), within(1e-12));
  }

  @Test
  void ofVeryManySamplesNoPairsAreMade() {
    List<FitResult> many = new ArrayList<>();
    for (int i = 0; i <= Comparison.MOST_PAIRED; i++) {
      many.add(film("s" + i, 4 + 0.001 * i, 0.03).result());
    }
    Comparison comparison = Comparison.of(many);
    assertThat(comparison.of(Quantity.DIPOLE_MOMENT).pairs()).isEmpty();
    assertThat(comparison.notes()).extracting(Note::code).contains(Note.Code.PAIRS_LEFT_OUT);
    assertThat(requireNonNull(comparison.of(Quantity.DIPOLE_MOMENT).pool()).mean()).isNotNull();
    assertThat(
            Comparison.of(many, CompareOptions.DEFAULT.withRatioTo("s3"))
                .of(Quantity.DIPOLE_MOMENT)
                .pairs())
        .hasSize(Comparison.MOST_PAIRED);
  }
}
