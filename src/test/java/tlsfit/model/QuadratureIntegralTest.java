package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class QuadratureIntegralTest {
  private final QuadratureIntegral integral = new QuadratureIntegral();

  // integral.csv: certified values of the project's theory, by adaptive quadrature in higher
  // precision, good to 1e-13 relative.
  @ParameterizedTest
  @CsvFileSource(resources = "integral.csv", numLinesToSkip = 1)
  void agreesWithCertifiedValues(double xi, double eta, double expected) {
    assertThat(integral.value(xi, eta)).isCloseTo(expected, relative(1e-12));
  }

  // The limits of theory.md: (ln 2/2) ξ; 1/3; 1/(4η); and for ξ ≪ 1 ≪ ξη the half of the last that
  // comes from u → 0.
  @ParameterizedTest
  @CsvSource({
    "1e-9, 0, 3.4657359027997265e-10, 1e-7",
    "1e9, 0, 0.3333333333333333, 1e-8",
    "1e14, 1e7, 2.5e-8, 1e-6",
    "1e-7, 1e-2, 3.4657359027997265e-8, 1e-5",
    "1e-6, 1e12, 1.25e-13, 1e-5",
  })
  void hasTheLimitsOfTheTheory(double xi, double eta, double expected, double tolerance) {
    assertThat(integral.value(xi, eta)).isCloseTo(expected, relative(tolerance));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0", "0.3, 0.2", "1, 3", "7, 0.01", "50, 20", "1e4, 100"})
  void derivativesAgreeWithDifferences(double xi, double eta) {
    double[] out = new double[3];
    integral.evaluate(xi, eta, out);
    double byLnXi = Differences.derivative(t -> integral.value(xi * Math.exp(t), eta), 0, 0.05);
    assertThat(out[LandauZenerIntegral.BY_LN_XI]).isCloseTo(byLnXi, within(1e-9 * out[0]));
    if (eta > 0) {
      double byEta = Differences.derivative(e -> integral.value(xi, e), eta, 0.02 * eta);
      assertThat(out[LandauZenerIntegral.BY_ETA]).isCloseTo(byEta, relative(1e-8));
    } else {
      // one-sided at the end of the range
      double slope = (integral.value(xi, 1e-6) - integral.value(xi, 0)) / 1e-6;
      assertThat(out[LandauZenerIntegral.BY_ETA]).isCloseTo(slope, relative(1e-4));
    }
  }

  @Test
  void deficitIsTheDifferenceWithoutCancellation() {
    double[] out = new double[4];
    integral.evaluateAll(2, 0.5, out);
    double difference = integral.value(2, 0) - integral.value(2, 0.5);
    assertThat(out[QuadratureIntegral.DEFICIT]).isCloseTo(difference, relative(1e-12));
  }

  @Test
  void hasLimitsForEveryArgument() {
    for (double xi : new double[] {0, 1e-300, 1, 1e300, Double.POSITIVE_INFINITY}) {
      for (double eta : new double[] {0, 1e-300, 1, 1e300, Double.POSITIVE_INFINITY}) {
        assertThat(integral.value(xi, eta)).isBetween(0.0, 1.0 / 3 + 1e-15);
      }
    }
  }

  @Test
  void refusesNegativeArguments() {
    assertThatThrownBy(() -> integral.value(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> integral.value(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}
