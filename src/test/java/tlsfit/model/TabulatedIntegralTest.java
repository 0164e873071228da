package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TabulatedIntegralTest {
  private final TabulatedIntegral integral = new TabulatedIntegral();
  private final QuadratureIntegral quadrature = new QuadratureIntegral();

  // As in QuadratureIntegralTest.
  @ParameterizedTest
  @CsvFileSource(resources = "integral.csv", numLinesToSkip = 1)
  void agreesWithCertifiedValues(double xi, double eta, double expected) {
    assertThat(integral.value(xi, eta)).isCloseTo(expected, relative(1e-12));
  }

  @Test
  void agreesWithQuadratureAtRandomPoints() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20240115);
    double[] fast = new double[3];
    double[] exact = new double[3];
    for (int i = 0; i < 2400; i++) {
      // Half of them over the whole range, half where the function bends.
      double reach = i % 2 == 0 ? Math.log(1e12) : 6;
      double etaReach = i % 2 == 0 ? Math.log(1e8) : 8;
      double xi = Math.exp(random.nextDouble(-reach, reach));
      double eta = i % 10 == 9 ? 0 : Math.exp(random.nextDouble(-etaReach, etaReach));
      integral.evaluate(xi, eta, fast);
      quadrature.evaluate(xi, eta, exact);
      String place = "xi = " + xi + ", eta = " + eta;
      assertThat(fast[0]).as(place).isCloseTo(exact[0], relative(1e-12));
      // The derivative by ln ξ vanishes with S for ξ → ∞ and beside S for η → ∞: relative to S.
      assertThat(fast[1]).as(place).isCloseTo(exact[1], within(2e-11 * exact[0]));
      assertThat(fast[2]).as(place).isCloseTo(exact[2], relative(1e-10));
    }
  }

  @Test
  void quadratureItselfIsExactAtRandomPoints() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
    QuadratureIntegral refined = QuadratureIntegral.refined();
    for (int i = 0; i < 200; i++) {
      double xi = Math.exp(random.nextDouble(-27, 27));
      double eta = Math.exp(random.nextDouble(-18, 18));
      assertThat(quadrature.value(xi, eta)).isCloseTo(refined.value(xi, eta), relative(1e-13));
    }
  }

  @Test
  void isSmoothAcrossTheBordersOfPatches() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(11);
    for (int i = 0; i < 4000; i++) {
      // Every border lies on a multiple of 1/4 of ln ξ, ln η or ln ξη.
      double border = 0.25 * random.nextInt(-40, 40);
      double along = random.nextDouble(-10, 10);
      double tiny = 2e-14;
      double x = i % 3 == 0 ? border : along;
      double y = i % 3 == 0 ? along : i % 3 == 1 ? border : border - along;
      double dx = i % 3 == 0 ? tiny : 0;
      double dy = i % 3 == 0 ? 0 : tiny;
      double[] before = at(x - dx, y - dy);
      double[] after = at(x + dx, y + dy);
      String place = "ln xi = " + x + ", ln eta = " + y;
      assertThat(after[0]).as(place).isCloseTo(before[0], relative(2e-12));
      assertThat(after[1]).as(place).isCloseTo(before[1], within(1e-10 * before[0]));
      assertThat(after[2]).as(place).isCloseTo(before[2], relative(1e-9));
    }
  }

  // Beyond the tables: what is left out is of the order of 1/η there, and of ξ ln ξ below.
  @ParameterizedTest
  @CsvSource({
    "1e-14, 1e13, 1e-9",
    "1e-15, 3e12, 1e-9",
    "1e-13, 0, 1e-9",
    "1e-3, 1e10, 1e-9",
    "1e-10, 2e9, 1e-9",
    "5, 1e10, 1e-9",
    "1e10, 3e9, 1e-7",
    "1e13, 1e13, 1e-7",
    "1e15, 1, 1e-9",
    "1e300, 1e300, 1e-7",
    "1e-300, 0, 1e-9",
  })
  void continuesBeyondTheTables(double xi, double eta, double tolerance) {
    assertThat(integral.value(xi, eta)).isCloseTo(quadrature.value(xi, eta), relative(tolerance));
  }

  @Test
  void hasLimitsForEveryArgument() {
    double[] out = new double[3];
    for (double xi : new double[] {0, 1e-300, 1, 1e300, Double.POSITIVE_INFINITY}) {
      for (double eta : new double[] {0, 1e-300, 1, 1e300, Double.POSITIVE_INFINITY}) {
        integral.evaluate(xi, eta, out);
        assertThat(out[0]).as(xi + ", " + eta).isBetween(0.0, 1.0 / 3 + 1e-12);
        assertThat(out).as(xi + ", " + eta).doesNotContain(Double.NaN);
      }
    }
  }

  @Test
  void batchIsPointByPoint() {
    double[] xi = {0, 1e-5, 0.7, 1, 30, 1e13};
    double[] eta = {1, 0, 2, 1e9, 1e-9, 5};
    double[] value = new double[6];
    double[] byLnXi = new double[6];
    double[] byEta = new double[6];
    integral.evaluateBatch(xi, eta, value, byLnXi, byEta);
    double[] out = new double[3];
    for (int i = 0; i < xi.length; i++) {
      integral.evaluate(xi[i], eta[i], out);
      assertThat(new double[] {value[i], byLnXi[i], byEta[i]}).containsExactly(out);
    }
  }

  @Test
  void batchRefusesUnequalLengths() {
    double[] two = new double[2];
    double[] three = new double[3];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> integral.evaluateBatch(two, two, two, three, two))
        .withMessageContaining("2, 2, 2, 3, 2");
  }

  private double[] at(double x, double y) {
    double[] out = new double[3];
    integral.evaluate(Math.exp(x), Math.exp(y), out);
    return out;
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}
