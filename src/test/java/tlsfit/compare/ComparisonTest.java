package tlsfit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tlsfit.report.Results;
import tlsfit.result.FitResult;

class ComparisonTest {
  private static final FitResult A = Results.good("a", 4, 0.03);

  private static Comparison.Difference difference(FitResult first, FitResult second) {
    Comparison comparison = Comparison.of(List.of(first, second));
    assertThat(comparison.differences()).hasSize(1);
    return comparison.differences().get(0);
  }

  /** By hand: ln(8/4) / √(0.03² + 0.04²) = 0.693147/0.05; with twice 0.21095 of calibration. */
  @Test
  void differsByTheLogarithmOverItsStandardError() {
    Comparison.Difference d = difference(A, Results.good("b", 8, 0.04));
    assertThat(d.obstacle()).isEmpty();
    assertThat(d.ratio()).isCloseTo(2, within(1e-12));
    assertThat(d.standardErrors()).isCloseTo(13.862943611198906, within(1e-9));
    double withCalibration = Math.sqrt(0.05 * 0.05 + 2 * 0.21095 * 0.21095);
    assertThat(d.standardErrorsWithCalibration())
        .isCloseTo(Math.log(2) / withCalibration, within(1e-9));
  }

  @Test
  void changesItsSignWithTheOrder() {
    FitResult b = Results.good("b", 8, 0.04);
    assertThat(difference(b, A).standardErrors()).isCloseTo(-13.862943611198906, within(1e-9));
  }

  @Test
  void saysWhyThereIsNoDifference() {
    FitResult lz = Results.withModel(Results.good("z", 15, 0.02), "lz");
    assertThat(difference(A, lz).obstacle()).isEqualTo("different models, log and lz");
    assertThat(difference(A, Results.notDetermined()).obstacle())
        .isEqualTo("dipoleMoment of control is not determined");
    assertThat(difference(Results.fixed(), A).obstacle())
        .isEqualTo("dipoleMoment of given was fixed");
    assertThat(difference(A, lz).ratio()).isNull();
    assertThat(difference(A, lz).standardErrors()).isNull();
  }

  @Test
  void withoutCalibrationThereIsOneFigureOnly() {
    Comparison.Difference d = difference(Results.openLimit(), Results.openLimit());
    assertThat(d.standardErrors()).isZero();
    assertThat(d.standardErrorsWithCalibration()).isNull();
  }

  @Test
  void numbersResultsOfOneSample() {
    Comparison comparison = Comparison.of(List.of(A, A, Results.fixed()));
    assertThat(comparison.samples())
        .extracting(Comparison.Sample::name)
        .containsExactly("a", "a #2", "given");
    assertThat(comparison.differences()).hasSize(3);
  }
}
