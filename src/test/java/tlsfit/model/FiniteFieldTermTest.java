package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FiniteFieldTermTest {
  private static final QuadratureFiniteField DIRECT = new QuadratureFiniteField();
  private static final FiniteFieldTerm FAST = new TabulatedFiniteField();

  /** Direct quadrature at a ζ that more than one row of the reference has. */
  private static final Map<Double, QuadratureFiniteField.Slice> SLICES = new HashMap<>();

  private static double[] evaluate(FiniteFieldTerm term, double zeta, double eta) {
    double[] out = new double[3];
    term.evaluate(zeta, eta, out);
    return out;
  }

  /** η of the table's coordinate. */
  private static double eta(double y) {
    return Math.expm1(y) / TabulatedFiniteField.ETA_SCALE;
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/tlsfit/model/lz-finite-field.csv")
  void reference(double zeta, double eta, double d) {
    double[] direct = new double[3];
    SLICES.computeIfAbsent(zeta, DIRECT::at).evaluate(eta, direct);
    assertThat(direct[0]).isCloseTo(d, within(5e-12));
    assertThat(evaluate(FAST, zeta, eta)[0]).isCloseTo(d, within(5e-12));
  }

  @ParameterizedTest
  @CsvSource({"1e-8, 0", "1e-3, 1", "0.5, 30", "1, 1e8"})
  void refinementChangesNothing(double zeta, double eta) {
    double[] coarse = evaluate(DIRECT, zeta, eta);
    double[] fine = evaluate(QuadratureFiniteField.refined(), zeta, eta);
    double root = Math.sqrt(1 + eta);
    assertThat(coarse[0]).isCloseTo(fine[0], within(2e-13 / root));
    assertThat(coarse[1]).isCloseTo(fine[1], within(2e-13 / root));
    assertThat(coarse[2]).isCloseTo(fine[2], within(2e-13 / root));
  }

  @ParameterizedTest
  @CsvSource({"0.003, 2", "0.8, 10", "5, 1e4"})
  void derivatives(double zeta, double eta) {
    double[] exact = evaluate(DIRECT, zeta, eta);
    double byLnZeta =
        Differences.derivative(z -> evaluate(DIRECT, Math.exp(z), eta)[0], Math.log(zeta), 0.05);
    assertThat(exact[FiniteFieldTerm.BY_LN_ZETA]).isCloseTo(byLnZeta, within(1e-10));
    QuadratureFiniteField.Slice slice = DIRECT.at(zeta);
    double[] out = new double[3];
    double byLnEta =
        Differences.derivative(
            y -> {
              slice.evaluate(Math.exp(y), out);
              return out[0];
            },
            Math.log(eta),
            0.05);
    assertThat(eta * exact[FiniteFieldTerm.BY_ETA]).isCloseTo(byLnEta, within(1e-10));
  }

  @Test
  void tableAgreesWithQuadrature() {
    SplittableRandom random = new SplittableRandom(20240116L);
    double[] exact = new double[3];
    for (int column = 0; column < 16; column++) {
      double lnZeta = -20 + 24 * random.nextDouble();
      QuadratureFiniteField.Slice slice = DIRECT.at(Math.exp(lnZeta));
      for (int i = 0; i < 12; i++) {
        double eta = i == 0 ? 0 : eta(TabulatedFiniteField.LN_ETA * random.nextDouble());
        slice.evaluate(eta, exact);
        double[] fast = evaluate(FAST, Math.exp(lnZeta), eta);
        double root = Math.sqrt(1 + eta);
        assertThat(fast[0]).isCloseTo(exact[0], within(1e-11 / root));
        assertThat(fast[1]).isCloseTo(exact[1], within(1e-10));
        assertThat(fast[2]).isCloseTo(exact[2], within(5e-8 / root));
      }
    }
  }

  @Test
  void smoothAcrossBorders() {
    double side = 0.25;
    SplittableRandom random = new SplittableRandom(8L);
    for (double at = TabulatedFiniteField.LN_ZETA_FROM + side;
        at < TabulatedFiniteField.LN_ZETA_TO;
        at += side) {
      double eta = eta(24 * random.nextDouble());
      double[] left = evaluate(FAST, Math.exp(at - 1e-12), eta);
      double[] right = evaluate(FAST, Math.exp(at + 1e-12), eta);
      for (int i = 0; i < 3; i++) {
        assertThat(left[i]).isCloseTo(right[i], within(1e-8 / Math.sqrt(1 + eta)));
      }
    }
    for (double at = side; at < TabulatedFiniteField.LN_ETA; at += side) {
      double zeta = Math.exp(-28 + 44 * random.nextDouble());
      double[] below = evaluate(FAST, zeta, eta(at - 1e-12));
      double[] above = evaluate(FAST, zeta, eta(at + 1e-12));
      for (int i = 0; i < 3; i++) {
        assertThat(below[i]).isCloseTo(above[i], within(1e-8 / Math.sqrt(1 + eta(at))));
      }
    }
  }

  @Test
  void limits() {
    // D → 0.342 √ζ, and its logarithmic slope ½
    double[] weak = evaluate(DIRECT, 1e-10, 0);
    assertThat(weak[0] / 1e-5).isCloseTo(0.3423, within(1e-4));
    assertThat(weak[1] / weak[0]).isCloseTo(0.5, within(1e-5));
    // strong drive: J vanishes, and ln κ remains
    assertThat(evaluate(DIRECT, 1e10, 0)[1]).isCloseTo(1 / 3.0, within(1e-6));
  }

  @Test
  void outsideTheTable() {
    for (double zeta : new double[] {0, 1e-20, 1, 1e8, 1e300}) {
      for (double eta : new double[] {0, 1e12, 1e300}) {
        double[] fast = evaluate(FAST, zeta, eta);
        for (double value : fast) {
          assertThat(Double.isFinite(value)).isTrue();
        }
      }
    }
    assertThat(evaluate(FAST, 0, 0)[0]).isCloseTo(0, within(1e-100));
    assertThat(evaluate(FAST, 1e-14, 1)[0]).isCloseTo(evaluate(DIRECT, 1e-14, 1)[0], within(1e-13));
    assertThat(evaluate(FAST, Math.exp(-28 - 1e-12), 1)[0])
        .isCloseTo(evaluate(FAST, Math.exp(-28 + 1e-12), 1)[0], within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"1e-14, 3e9", "1e-3, 6e8", "1, 1e10", "1e8, 3", "1e12, 1e3", "1e9, 1e11"})
  void derivativesOutsideTheTable(double zeta, double eta) {
    double[] fast = evaluate(FAST, zeta, eta);
    double byLnZeta =
        Differences.derivative(z -> evaluate(FAST, Math.exp(z), eta)[0], Math.log(zeta), 0.01);
    double byLnEta =
        Differences.derivative(y -> evaluate(FAST, zeta, Math.exp(y))[0], Math.log(eta), 0.01);
    assertThat(fast[FiniteFieldTerm.BY_LN_ZETA]).isCloseTo(byLnZeta, within(1e-9));
    assertThat(eta * fast[FiniteFieldTerm.BY_ETA]).isCloseTo(byLnEta, within(1e-9));
  }

  @Test
  void continuousWhereTheTableEnds() {
    double last = Math.exp(TabulatedFiniteField.LN_ZETA_TO);
    for (double eta : new double[] {0, 1, 1e6, 1e12}) {
      assertThat(evaluate(FAST, last * (1 + 1e-9), eta)[0])
          .isCloseTo(evaluate(FAST, last * (1 - 1e-9), eta)[0], within(1e-8));
    }
    double edge = eta(TabulatedFiniteField.LN_ETA);
    for (double zeta : new double[] {1e-20, 1e-3, 1, 1e10}) {
      assertThat(evaluate(FAST, zeta, edge * (1 + 1e-6))[0])
          .isCloseTo(evaluate(FAST, zeta, edge * (1 - 1e-6))[0], within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"1e8, 0", "1e9, 1", "1e11, 1e3"})
  void followsTheQuadratureBeyondTheTable(double zeta, double eta) {
    assertThat(evaluate(FAST, zeta, eta)[0])
        .isCloseTo(evaluate(DIRECT, zeta, eta)[0], within(5e-6));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, NaN"})
  void refusesNonsense(double zeta, double eta) {
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(FAST, zeta, eta));
    assertThatIllegalArgumentException().isThrownBy(() -> evaluate(DIRECT, zeta, eta));
  }

  @Test
  void resourceIsWhatItsToolMakes() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    LzTables.builder(12, 16, 4).build(LzTables.finiteField(12, 16, 4), file);
    PatchTable made = new PatchTable(ByteBuffer.wrap(file.toByteArray()));
    PatchTable kept = PatchTable.load(TabulatedFiniteField.RESOURCE);
    double[] a = new double[3];
    double[] b = new double[3];
    for (double x = 12.1; x < 16; x += 0.7) {
      for (double y = 0; y < 4; y += 0.7) {
        made.evaluate(x, y, a);
        kept.evaluate(x, y, b);
        assertThat(a[0]).isCloseTo(b[0], within(2e-12));
      }
    }
  }
}
