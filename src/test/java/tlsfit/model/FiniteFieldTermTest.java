package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FiniteFieldTermTest {
  private static final FiniteFieldTerm DIRECT = new QuadratureFiniteField();
  private static final FiniteFieldTerm FAST = new TabulatedFiniteField();

  private static double[] evaluate(FiniteFieldTerm term, double zeta, double eta) {
    double[] out = new double[3];
    term.evaluate(zeta, eta, out);
    return out;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/tlsfit/model/lz-finite-field.csv")
  void reference(double zeta, double eta, double d) {
    assertThat(evaluate(FAST, zeta, eta)[0]).isCloseTo(d, within(3e-8));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0980184, 0, 0.000567969",
    "0.0244664, 1.15322, 0.026792151",
    "0.0325062, 253.845, -0.003013503"
  })
  void quadrature(double zeta, double eta, double d) {
    double[] direct = evaluate(DIRECT, zeta, eta);
    assertThat(direct[0]).isCloseTo(d, within(3e-8));
    double[] fast = evaluate(FAST, zeta, eta);
    assertThat(fast[0]).isCloseTo(direct[0], within(1e-9));
    assertThat(fast[1]).isCloseTo(direct[1], within(1e-8));
    if (eta > 0) { // at 0 it has a logarithm, ζ³ times a small number
      assertThat(fast[2]).isCloseTo(direct[2], within(1e-8));
    }
  }

  /** Where the theory has ended the table is coarse. */
  private static double scale(double zeta) {
    return 1 + 300 * Math.min(zeta * zeta, 50);
  }

  @Test
  void derivatives() {
    for (double zeta : new double[] {1e-9, 3e-6, 1e-3, 0.05, 0.9, 3, 1e3}) {
      for (double eta : new double[] {1e-10, 3e-7, 0.02, 1, 70, 1e7, 3e10}) {
        double[] fast = evaluate(FAST, zeta, eta);
        double byLnZeta =
            Differences.derivative(z -> evaluate(FAST, Math.exp(z), eta)[0], Math.log(zeta), 0.01);
        double byLnEta =
            Differences.derivative(y -> evaluate(FAST, zeta, Math.exp(y))[0], Math.log(eta), 0.01);
        assertThat(fast[1]).isCloseTo(byLnZeta, within(1e-8 * scale(zeta)));
        assertThat(eta * fast[2]).isCloseTo(byLnEta, within(1e-8 * scale(zeta)));
      }
    }
  }

  @Test
  void smoothAcrossBorders() {
    // every line at which patches may meet, and where the coordinates are held back
    double side = 0.125;
    SplittableRandom random = new SplittableRandom(8L);
    for (double at = -20; at <= -2; at += side) {
      double eta = Math.exp(random.nextDouble(-22, 22));
      smooth(
          evaluate(FAST, Math.exp(at - 1e-12), eta),
          evaluate(FAST, Math.exp(at + 1e-12), eta),
          eta);
    }
    for (double at = LnEta.LEAST - 2; at <= LnEta.LARGEST + 2; at += side) {
      double zeta = Math.exp(random.nextDouble(-18, -2));
      double eta = Math.exp(at);
      smooth(evaluate(FAST, zeta, eta * (1 - 1e-12)), evaluate(FAST, zeta, eta * (1 + 1e-12)), eta);
    }
  }

  private static void smooth(double[] left, double[] right, double eta) {
    assertThat(left[0]).isCloseTo(right[0], within(5e-9));
    assertThat(left[1]).isCloseTo(right[1], within(3e-8));
    assertThat(left[2]).isCloseTo(right[2], within(2e-8 / Math.max(1, eta)));
  }

  @Test
  void limits() {
    // as ζ, but for a logarithm; without relaxation as ζ²
    assertThat(evaluate(FAST, 1e-6, 1)[0]).isBetween(1e-6, 3e-5);
    assertThat(evaluate(FAST, 1e-8, 1)[0]).isBetween(1e-8, 4e-7);
    assertThat(evaluate(FAST, 1e-3, 0)[0]).isCloseTo(0, within(3e-7));
    assertThat(Math.abs(evaluate(FAST, 0.067, 0)[0])).isLessThan(3e-4);
    assertThat(evaluate(FAST, 0, 3)[0]).isZero();
    // the population follows its equilibrium at each instant
    double[] relaxed = evaluate(FAST, 0.03, 1e8);
    assertThat(relaxed[0]).isCloseTo(evaluate(FAST, 0.03, 1e10)[0], within(1e-8)).isNegative();
  }

  @Test
  void outsideTheTable() {
    for (double zeta : new double[] {0, 1e-300, 1e-20, 1, 1e8, 1e300}) {
      for (double eta : new double[] {0, 1e12, 1e300, Double.POSITIVE_INFINITY}) {
        for (double value : evaluate(FAST, zeta, eta)) {
          assertThat(Double.isFinite(value)).isTrue();
        }
      }
    }
    assertThat(evaluate(DIRECT, 0, 1)).containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, NaN"})
  void refusesNonsense(double zeta, double eta) {
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(FAST, zeta, eta));
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(DIRECT, zeta, eta));
  }
}
