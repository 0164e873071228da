package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandauZenerConstantTest {
  private static final QuadratureConstant DIRECT = new QuadratureConstant();
  private static final LandauZenerConstant FAST = new TabulatedConstant();
  private static final LandauZenerIntegral INTEGRAL = new TabulatedIntegral();

  private static double[] evaluate(LandauZenerConstant constant, double xi, double eta) {
    double[] out = new double[3];
    constant.evaluate(xi, eta, out);
    return out;
  }

  private static double[] direct(double xi, double eta) {
    double[] out = new double[3];
    DIRECT.constant(xi, eta, out);
    return out;
  }

  /** C and its derivatives from the tables. */
  private static double[] fast(double xi, double eta) {
    double[] s = new double[3];
    INTEGRAL.evaluate(xi, eta, s);
    double[] lambda = evaluate(FAST, xi, eta);
    return new double[] {
      s[0] * lambda[0], s[1] * lambda[0] + s[0] * lambda[1], s[2] * lambda[0] + s[0] * lambda[2]
    };
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/tlsfit/model/lz-constant.csv")
  void reference(double xi, double eta, double s, double c) {
    assertThat(s * evaluate(FAST, xi, eta)[0]).isCloseTo(c, within(eta < 50 ? 3e-11 : 2e-10));
    if (eta == 0) {
      assertThat(s * DIRECT.unrelaxed(xi)).isCloseTo(c, within(1e-11));
    }
  }

  /**
   * Tanh-sinh in u, in c and in the energy y (numpy 2, two step sizes that agree to 1e-15), as the
   * definition is written.
   */
  @ParameterizedTest
  @CsvSource({
    "2.34272, 554.327, -0.00106360597448355",
    "391.458, 320.74, 0.00318660066449467",
    "34.5669, 159.927, 0.00150343519165297"
  })
  void strongRelaxation(double xi, double eta, double c) {
    assertThat(direct(xi, eta)[0]).isCloseTo(c, within(1e-13));
    assertThat(fast(xi, eta)[0]).isCloseTo(c, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1e-9, 0", "3, 0.1"})
  void refinementChangesNothing(double xi, double eta) {
    double[] coarse = evaluate(DIRECT, xi, eta);
    double[] fine = evaluate(QuadratureConstant.refined(), xi, eta);
    for (int i = 0; i < 3; i++) {
      assertThat(coarse[i]).isCloseTo(fine[i], within(1e-11 * Math.max(1, Math.abs(fine[i]))));
    }
  }

  @Test
  void derivatives() {
    double xi = 0.7;
    double eta = 0.4;
    double[] exact = direct(xi, eta);
    double step = 0.02;
    double[] up = direct(xi * Math.exp(step), eta);
    double[] down = direct(xi * Math.exp(-step), eta);
    // by the slopes at the ends, too: of fourth order
    assertThat((up[0] - down[0]) / (2 * step))
        .isCloseTo((up[1] + 4 * exact[1] + down[1]) / 6, within(1e-10));
    up = direct(xi, eta + step);
    down = direct(xi, eta - step);
    assertThat((up[0] - down[0]) / (2 * step))
        .isCloseTo((up[2] + 4 * exact[2] + down[2]) / 6, within(1e-8));
  }

  @Test
  void tablesAgreeWithQuadrature() {
    SplittableRandom random = new SplittableRandom(20240115L);
    for (int i = 0; i < 6; i++) {
      double xi = Math.exp(random.nextDouble(-12, 12));
      double eta = Math.exp(random.nextDouble(-15, 8));
      double[] exact = direct(xi, eta);
      double[] fast = fast(xi, eta);
      assertThat(fast[0]).as(xi + ", " + eta).isCloseTo(exact[0], within(1e-11));
      assertThat(fast[1]).as(xi + ", " + eta).isCloseTo(exact[1], within(1e-9));
      assertThat(fast[2]).as(xi + ", " + eta).isCloseTo(exact[2], within(1e-8));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-10, 1e-5, 0.02, 0.4, 1.1, 30, 1e4, 1e10})
  void tablesAgreeWithQuadratureWithoutRelaxation(double xi) {
    double[] fast = evaluate(FAST, xi, 0);
    double exact = DIRECT.unrelaxed(xi);
    assertThat(fast[0]).isCloseTo(exact, within(1e-12 * Math.max(1, Math.abs(exact))));
    double slope = Differences.derivative(x -> DIRECT.unrelaxed(Math.exp(x)), Math.log(xi), 0.05);
    assertThat(fast[1]).isCloseTo(slope, within(1e-10));
  }

  /**
   * Far above the resonance even slow relaxation is fast, T1 ∝ 1/E, and for η → 0 ∂C/∂η = k ln(1/η)
   * + …, k = ½ ∫ c dc ∫ du u x² P (1−P): at ξ = 1 scipy, {@code dblquad(lambda u, c:
   * .5*c*u*(1-u*u)*(lambda P: P*(1-P))(exp(-c*(1-u*u)/u)), 0, 1, 0, 1)} = 0.0106588413.
   */
  @Test
  void slowRelaxation() {
    double slope = (fast(1, 1e-8)[2] - fast(1, 1e-6)[2]) / Math.log(100);
    assertThat(slope).isCloseTo(0.0106588413, within(2e-6));
    double[] below = fast(1, 1e-20);
    assertThat(fast(1, 0)[2]).isCloseTo(below[2], within(1e-3)).isPositive();
  }

  @Test
  void smoothAcrossBorders() {
    // every line at which patches may meet
    double side = 0.125;
    SplittableRandom random = new SplittableRandom(7L);
    for (double at = -TabulatedConstant.LN_XI; at <= TabulatedConstant.LN_XI; at += side) {
      double eta = Math.exp(random.nextDouble(-22, 22));
      smooth(fast(Math.exp(at - 1e-12), eta), fast(Math.exp(at + 1e-12), eta), eta);
    }
    for (double at = LnEta.LEAST - 4; at <= LnEta.LARGEST + 4; at += side) {
      double xi = Math.exp(random.nextDouble(-30, 30));
      double eta = Math.exp(at);
      smooth(fast(xi, eta * (1 - 1e-12)), fast(xi, eta * (1 + 1e-12)), eta);
    }
  }

  private static void smooth(double[] left, double[] right, double eta) {
    assertThat(left[0]).isCloseTo(right[0], within(3e-11));
    assertThat(left[1]).isCloseTo(right[1], within(2e-9));
    assertThat(left[2]).isCloseTo(right[2], within(1e-8 / Math.max(1, eta)));
  }

  @Test
  void limits() {
    // w → e^(−γ/2) √v for fast crossings, and half the Rabi frequency for slow ones
    double decades = 10 * Math.log(10);
    assertThat(DIRECT.unrelaxed(1e-30) - DIRECT.unrelaxed(1e-40))
        .isCloseTo(1.5 * decades, within(1e-11));
    assertThat(DIRECT.unrelaxed(1e40) - DIRECT.unrelaxed(1e30))
        .isCloseTo(-0.5 * decades, within(1e-11));
    double slow = DIRECT.unrelaxed(1e40) + 0.5 * Math.log(1e40 / (2 * Math.PI));
    // ⟨−ln c⟩ = 1/3 over 3c² dc;  ∫₀¹ [ln(2u²/x²) − ln x] du = ln 2 − 2 − 3 (ln 2 − 1)
    assertThat(slow).isCloseTo(1 / 3.0 + 1 - 2 * Math.log(2), within(1e-11));
    // all relax: C, too, falls as 1/η
    for (double xi : new double[] {0.1, 10, 1000}) {
      assertThat(fast(xi, 1e6)[0]).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void outsideTheTable() {
    for (double xi : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-20, 1e20, 1e300}) {
      for (double eta : new double[] {0, 1, 1e8, 1e12, 1e300, Double.POSITIVE_INFINITY}) {
        for (double value : evaluate(FAST, xi, eta)) {
          assertThat(Double.isFinite(value)).isTrue();
        }
      }
    }
    for (double xi : new double[] {1e-20, 1e-14, 1e14, 1e20}) {
      assertThat(evaluate(FAST, xi, 0)[0]).isCloseTo(DIRECT.unrelaxed(xi), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e-14, 3e9",
    "1e-3, 6e8",
    "1, 1e10",
    "50, 1e9",
    "1e14, 1e11",
    "1e-20, 1e3",
    "1, 1e-9"
  })
  void derivativesOutsideTheTable(double xi, double eta) {
    double[] fast = evaluate(FAST, xi, eta);
    double byLnXi =
        Differences.derivative(x -> evaluate(FAST, Math.exp(x), eta)[0], Math.log(xi), 0.01);
    double byLnEta =
        Differences.derivative(y -> evaluate(FAST, xi, Math.exp(y))[0], Math.log(eta), 0.01);
    // what counts is S Λ
    double strength = INTEGRAL.value(xi, eta);
    assertThat(strength * fast[1]).isCloseTo(strength * byLnXi, within(1e-9));
    assertThat(strength * eta * fast[2]).isCloseTo(strength * byLnEta, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, NaN"})
  void refusesNonsense(double xi, double eta) {
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(FAST, xi, eta));
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(DIRECT, xi, eta));
  }
}
