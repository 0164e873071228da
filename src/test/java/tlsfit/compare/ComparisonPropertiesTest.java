package tlsfit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.compare.Comparison.Difference;
import tlsfit.report.Results;
import tlsfit.result.FitResult;

/** What must hold of differences of logarithms, whatever the numbers. */
class ComparisonPropertiesTest {
  private static Difference difference(FitResult first, FitResult second) {
    return Comparison.of(List.of(first, second)).differences().get(0);
  }

  private static double ratio(Difference difference) {
    return Objects.requireNonNull(difference.ratio());
  }

  private static double errors(Difference difference) {
    return Objects.requireNonNull(difference.standardErrors());
  }

  @ParameterizedTest
  @CsvSource({"4, 8, 0.03, 0.04", "0.5, 0.4, 0.2, 0.01", "7, 7, 0.1, 0.1", "1, 30, 0.5, 0.5"})
  void theOtherOrderChangesTheSignAlone(double p, double q, double a, double b) {
    FitResult first = Results.good("a", p, a);
    FitResult second = Results.good("b", q, b);
    Difference there = difference(first, second);
    Difference back = difference(second, first);
    assertThat(ratio(there) * ratio(back)).isCloseTo(1, within(1e-12));
    assertThat(errors(there)).isCloseTo(-errors(back), within(1e-9));
    assertThat(Objects.requireNonNull(there.standardErrorsWithCalibration()))
        .isCloseTo(-Objects.requireNonNull(back.standardErrorsWithCalibration()), within(1e-9));
  }

  /** A calibration that is wrong for both cancels. */
  @Test
  void aCommonFactorOfBothCancels() {
    Difference small = difference(Results.good("a", 2, 0.03), Results.good("b", 3, 0.05));
    Difference large = difference(Results.good("a", 14, 0.03), Results.good("b", 21, 0.05));
    assertThat(ratio(large)).isCloseTo(ratio(small), within(1e-12));
    assertThat(errors(large)).isCloseTo(errors(small), within(1e-9));
  }

  @Test
  void logarithmsOfRatiosAdd() {
    List<Difference> all =
        Comparison.of(
                List.of(
                    Results.good("a", 2, 0.03),
                    Results.good("b", 3, 0.05),
                    Results.good("c", 11, 0.02)))
            .differences();
    assertThat(all)
        .extracting(one -> one.second() + "/" + one.first())
        .containsExactly("b/a", "c/a", "c/b");
    assertThat(ratio(all.get(0)) * ratio(all.get(2))).isCloseTo(ratio(all.get(1)), within(1e-12));
  }

  @Test
  void errorsThatAreTwiceAsLargeHalveTheDifference() {
    double one = errors(difference(Results.good("a", 2, 0.03), Results.good("b", 3, 0.04)));
    double two = errors(difference(Results.good("a", 2, 0.06), Results.good("b", 3, 0.08)));
    assertThat(two).isCloseTo(one / 2, within(1e-9));
  }

  /** More uncertainty never makes a difference more significant. */
  @Test
  void calibrationLowersTheDifference() {
    Difference d = difference(Results.good("a", 2, 0.03), Results.good("b", 3, 0.04));
    assertThat(Objects.requireNonNull(d.standardErrorsWithCalibration()))
        .isPositive()
        .isLessThan(errors(d));
  }

  @Test
  void oneResultHasNothingToCompareWith() {
    Comparison alone = Comparison.of(List.of(Results.good("a", 2, 0.03)));
    assertThat(alone.samples()).hasSize(1);
    assertThat(alone.differences()).isEmpty();
    assertThat(Comparison.of(List.of()).samples()).isEmpty();
  }
}
