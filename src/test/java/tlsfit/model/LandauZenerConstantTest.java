package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandauZenerConstantTest {
  private static final QuadratureConstant DIRECT = new QuadratureConstant();
  private static final LandauZenerConstant FAST = new TabulatedConstant();
  private static final LandauZenerIntegral INTEGRAL = new QuadratureIntegral();

  private static double[] evaluate(LandauZenerConstant constant, double xi, double eta) {
    double[] out = new double[3];
    constant.evaluate(xi, eta, out);
    return out;
  }

  private static double direct(double xi, double eta) {
    return evaluate(DIRECT, xi, eta)[LandauZenerConstant.VALUE];
  }

  /** η of the table's coordinate. */
  private static double eta(double y) {
    return Math.expm1(y) / TabulatedConstant.ETA_SCALE;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/tlsfit/model/lz-constant.csv")
  void reference(double xi, double eta, double s, double c) {
    double[] out = new double[3];
    DIRECT.constant(xi, eta, out);
    assertThat(out[0]).isCloseTo(c, within(1e-12));
    assertThat(s * direct(xi, eta)).isCloseTo(c, within(1e-12));
    assertThat(s * evaluate(FAST, xi, eta)[0]).isCloseTo(c, within(2e-12));
  }

  @Test
  void refinementChangesNothing() {
    QuadratureConstant refined = QuadratureConstant.refined();
    for (double xi : new double[] {1e-50, 1e-12, 1e-3, 1, 1e5, 1e12, 1e50}) {
      for (double eta : new double[] {0, 1e-8, 0.1, 30, 1e8}) {
        double[] coarse = evaluate(DIRECT, xi, eta);
        double[] fine = evaluate(refined, xi, eta);
        assertThat(coarse[0]).isCloseTo(fine[0], within(3e-13 * Math.abs(fine[0])));
        assertThat(coarse[1]).isCloseTo(fine[1], within(1e-11 * Math.abs(fine[1])));
        assertThat(coarse[2]).isCloseTo(fine[2], within(2e-10 * Math.abs(fine[2])));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e-9, 0.3",
    "1e-4, 50",
    "0.02, 3",
    "0.7, 0.4",
    "1.6, 20",
    "40, 1",
    "1e3, 1e4",
    "1e7, 2",
    "1e10, 1e6"
  })
  void derivatives(double xi, double eta) {
    double[] exact = evaluate(DIRECT, xi, eta);
    double lnXi = Math.log(xi);
    assertThat(exact[LandauZenerConstant.BY_LN_XI])
        .isCloseTo(Differences.derivative(x -> direct(Math.exp(x), eta), lnXi, 0.05), within(1e-9));
    double byLnEta = Differences.derivative(y -> direct(xi, Math.exp(y)), Math.log(eta), 0.05);
    assertThat(eta * exact[LandauZenerConstant.BY_ETA])
        .isCloseTo(byLnEta, within(1e-9 * Math.max(1, Math.abs(byLnEta))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-10, 1e-3, 0.5, 2, 100, 1e9})
  void noRelaxationIsAnOrdinaryPoint(double xi) {
    // forward differences of third order; beyond η² the expansion has η³ ln η
    double h = 1e-3;
    double forward =
        (-11 * direct(xi, 0) + 18 * direct(xi, h) - 9 * direct(xi, 2 * h) + 2 * direct(xi, 3 * h))
            / (6 * h);
    assertThat(evaluate(DIRECT, xi, 0)[LandauZenerConstant.BY_ETA])
        .isCloseTo(forward, within(1e-5));
    assertThat(evaluate(FAST, xi, 0)[LandauZenerConstant.BY_ETA])
        .isCloseTo(evaluate(DIRECT, xi, 0)[LandauZenerConstant.BY_ETA], within(5e-8));
  }

  @Test
  void tableAgreesWithQuadrature() {
    SplittableRandom random = new SplittableRandom(20240115L);
    double[] s = new double[3];
    for (int i = 0; i < 400; i++) {
      double xi = Math.exp(TabulatedConstant.LN_XI * (2 * random.nextDouble() - 1));
      double eta = i % 10 == 0 ? 0 : eta(TabulatedConstant.LN_ETA * random.nextDouble());
      double[] exact = evaluate(DIRECT, xi, eta);
      double[] fast = evaluate(FAST, xi, eta);
      INTEGRAL.evaluate(xi, eta, s);
      double root = Math.sqrt(1 + eta);
      assertThat(fast[0]).isCloseTo(exact[0], within(1e-11 * root));
      assertThat(s[0] * fast[0]).isCloseTo(s[0] * exact[0], within(2e-12));
      assertThat(fast[1]).isCloseTo(exact[1], within(1e-9 * root));
      assertThat(fast[2]).isCloseTo(exact[2], within(5e-8 / root));
    }
  }

  @Test
  void smoothAcrossBorders() {
    // every line at which patches may meet
    double side = 0.25;
    SplittableRandom random = new SplittableRandom(7L);
    for (double at = -TabulatedConstant.LN_XI + side; at < TabulatedConstant.LN_XI; at += side) {
      double y = 24 * random.nextDouble();
      double root = Math.sqrt(1 + eta(y));
      double[] left = evaluate(FAST, Math.exp(at - 1e-12), eta(y));
      double[] right = evaluate(FAST, Math.exp(at + 1e-12), eta(y));
      assertThat(left[0]).isCloseTo(right[0], within(2e-11 * root));
      assertThat(left[1]).isCloseTo(right[1], within(1e-8 * root));
      assertThat(left[2]).isCloseTo(right[2], within(1e-8 / root));
    }
    for (double at = side; at < TabulatedConstant.LN_ETA; at += side) {
      double xi = Math.exp(27 * (2 * random.nextDouble() - 1));
      double root = Math.sqrt(1 + eta(at));
      double[] below = evaluate(FAST, xi, eta(at - 1e-12));
      double[] above = evaluate(FAST, xi, eta(at + 1e-12));
      assertThat(below[0]).isCloseTo(above[0], within(2e-11 * root));
      assertThat(below[1]).isCloseTo(above[1], within(1e-8 * root));
      assertThat(below[2]).isCloseTo(above[2], within(1e-8 / root));
    }
  }

  @Test
  void limits() {
    // w → e^(−γ/2) √v for fast crossings, and half the Rabi frequency for slow ones
    assertThat(evaluate(DIRECT, 1e-40, 0)[LandauZenerConstant.BY_LN_XI])
        .isCloseTo(1.5, within(1e-11));
    assertThat(evaluate(DIRECT, 1e40, 0)[LandauZenerConstant.BY_LN_XI])
        .isCloseTo(-0.5, within(1e-11));
    double slow = direct(1e40, 0) + 0.5 * Math.log(1e40 / (2 * Math.PI));
    // ⟨−ln c⟩ = 1/3 over 3c² dc;  ∫₀¹ [ln(2u²/x) + (u/x) arcsin u − ln x] du = ln 2 − 2 + 1 + 2(1 −
    // ln 2)
    assertThat(slow).isCloseTo(1 / 3.0 + 1 - Math.log(2), within(1e-11));
  }

  @Test
  void outsideTheTable() {
    double edge = Math.exp(TabulatedConstant.LN_XI);
    for (double xi : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-20, 1e20, 1e300}) {
      for (double eta : new double[] {0, 1, 1e8, 1e12, 1e300}) {
        double[] fast = evaluate(FAST, xi, eta);
        assertThat(fast).doesNotContain(Double.NaN);
        assertThat(Double.isInfinite(fast[0])).isFalse();
      }
    }
    // What counts is SΛ beside ln(ω0/√v0) S.
    TabulatedIntegral integral = new TabulatedIntegral();
    for (double xi : new double[] {1e-20, 1e-14, 1e14, 1e20}) {
      for (double eta : new double[] {0, 1, 1e5}) {
        double error = evaluate(FAST, xi, eta)[0] - evaluate(DIRECT, xi, eta)[0];
        assertThat(integral.value(xi, eta) * error).as(xi + ", " + eta).isCloseTo(0, within(2e-6));
      }
    }
    for (double eta : new double[] {0, 3, 1e6}) {
      double inside = evaluate(FAST, edge * (1 - 1e-12), eta)[0];
      assertThat(evaluate(FAST, edge * (1 + 1e-12), eta)[0])
          .isCloseTo(inside, within(1e-11 * Math.sqrt(1 + eta)));
    }
    // the continuation below the smallest ξ of the quadrature
    assertThat(direct(1e-52, 1) - direct(1e-50, 1)).isCloseTo(-3 * Math.log(10), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1e-14, 3e9", "1e-3, 6e8", "1, 1e10", "50, 1e9", "1e14, 1e11", "1e-20, 1e3"})
  void derivativesOutsideTheTable(double xi, double eta) {
    double[] fast = evaluate(FAST, xi, eta);
    double byLnXi =
        Differences.derivative(x -> evaluate(FAST, Math.exp(x), eta)[0], Math.log(xi), 0.01);
    double byLnEta =
        Differences.derivative(y -> evaluate(FAST, xi, Math.exp(y))[0], Math.log(eta), 0.01);
    assertThat(fast[LandauZenerConstant.BY_LN_XI]).isCloseTo(byLnXi, within(1e-6));
    assertThat(eta * fast[LandauZenerConstant.BY_ETA]).isCloseTo(byLnEta, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-20, 1e-6, 1, 1e6, 1e20})
  void continuousWhereTheTableEnds(double xi) {
    double edge = TabulatedConstant.LARGEST_ETA * Math.max(1, 7e-13 / xi);
    double inside = evaluate(FAST, xi, edge * (1 - 1e-6))[0];
    assertThat(evaluate(FAST, xi, edge * (1 + 1e-6))[0])
        .isCloseTo(inside, within(1e-3 + 2e-6 * Math.abs(inside)));
  }

  @Test
  void followsTheQuadratureAboveTheTable() {
    // Λ there is about −50; what counts is S Λ, and S is below 1e-8
    for (double xi : new double[] {1e-6, 1e-2, 1, 1e2}) {
      for (double eta : new double[] {4e9, 4e11, 4e14}) {
        assertThat(evaluate(FAST, xi, eta)[0])
            .as(xi + ", " + eta)
            .isCloseTo(direct(xi, eta), within(0.3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, NaN"})
  void refusesNonsense(double xi, double eta) {
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(FAST, xi, eta));
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(DIRECT, xi, eta));
  }

  @Test
  void resourceIsWhatItsToolMakes() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    LzTables.builder(12, 16, 4).build(LzTables.constant(), file);
    PatchTable made = new PatchTable(ByteBuffer.wrap(file.toByteArray()));
    PatchTable kept = PatchTable.load(TabulatedConstant.RESOURCE);
    double[] a = new double[3];
    double[] b = new double[3];
    for (double x = 12.1; x < 16; x += 0.7) {
      for (double y = 0; y < 4; y += 0.7) {
        made.evaluate(x, y, a);
        kept.evaluate(x, y, b);
        assertThat(a[0]).isCloseTo(b[0], within(1e-13));
      }
    }
  }
}
