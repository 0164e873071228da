package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two tables of polynomials, read from bytes that are written here by hand. */
class PolynomialTablesTest {

  /** (x − 1)² on [0, 2] and 3x − 5 on [2, 4]: with s = x − 1 and s = x − 3, s² and 4 + 3s. */
  private static IntervalTable twoIntervals() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(12);
    out.writeDouble(0);
    out.writeDouble(2);
    out.writeInt(2);
    for (double[] coefficients : new double[][] {{0, 0, 1}, {4, 3}}) {
      write(out, Arrays.copyOf(coefficients, 13));
    }
    return new IntervalTable(ByteBuffer.wrap(bytes.toByteArray()));
  }

  private static void write(DataOutputStream out, double[] coefficients) throws IOException {
    for (double coefficient : coefficients) {
      out.writeDouble(coefficient);
    }
  }

  private static double[] at(IntervalTable table, double x) {
    double[] out = new double[2];
    table.evaluate(x, out);
    return out;
  }

  @Test
  void intervalsHoldPolynomialsAndTheirSlopes() throws IOException {
    IntervalTable table = twoIntervals();
    assertThat(at(table, 0)).containsExactly(1, -2);
    assertThat(at(table, 0.5)).containsExactly(0.25, -1);
    assertThat(at(table, 1)).containsExactly(0, 0);
    assertThat(at(table, 2.5)).containsExactly(2.5, 3);
    assertThat(at(table, 4)).containsExactly(7, 3);
  }

  @Test
  void outsideItsRangeAnIntervalTableHasTheValueOfItsEnd() throws IOException {
    IntervalTable table = twoIntervals();
    assertThat(at(table, -100)[0]).isEqualTo(1);
    assertThat(at(table, 1e300)[0]).isEqualTo(7);
    assertThat(at(table, Double.NEGATIVE_INFINITY)[0]).isEqualTo(1);
  }

  /** ln S(ξ, 0), the table of intervals that the program carries, against quadrature. */
  @Test
  void theTableOfTheUnrelaxedIntegralIsItsLogarithm() {
    IntervalTable table = IntervalTable.load("s-unrelaxed.intervals");
    QuadratureIntegral quadrature = new QuadratureIntegral();
    DoubleUnaryOperator logarithm = x -> Math.log(quadrature.value(Math.exp(x), 0));
    for (double x = -25; x < 25; x += 4.3) {
      double[] found = at(table, x);
      assertThat(found[0]).isCloseTo(logarithm.applyAsDouble(x), within(1e-12));
      assertThat(found[1]).isCloseTo(Differences.derivative(logarithm, x, 0.05), within(1e-9));
    }
  }

  /**
   * On the left half of [0, 2] × [0, 1] the plane 1 + 2s + 3t in s, t of [−1, 1], on the right half
   * the constant 7.
   */
  private static PatchTable twoPatches(int degree) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(degree);
    out.writeDouble(0);
    out.writeDouble(0);
    out.writeDouble(1);
    out.writeInt(2);
    out.writeInt(1);
    out.writeInt(2);
    patch(out, 0, degree, 1, 3, 2);
    patch(out, 1, degree, 7, 0, 0);
    return new PatchTable(ByteBuffer.wrap(bytes.toByteArray()));
  }

  /** The patch of the plane a + b t + c s. */
  private static void patch(
      DataOutputStream out, int column, int degree, double a, double b, double c)
      throws IOException {
    for (int part : new int[] {column, 0, 1, 1}) {
      out.writeShort(part);
    }
    double[] coefficients = new double[PatchTable.terms(degree)];
    coefficients[0] = a;
    coefficients[1] = b;
    coefficients[degree + 1] = c;
    write(out, coefficients);
  }

  private static double[] at(PatchTable table, double x, double y) {
    double[] out = new double[3];
    table.evaluate(x, y, out);
    return out;
  }

  /** s = 2x − 1 and t = 2y − 1 on the left patch, so that the slopes are 4 and 6. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9, 12})
  void patchesHoldPolynomialsAndTheirSlopes(int degree) throws IOException {
    PatchTable table = twoPatches(degree);
    assertThat(at(table, 0.5, 0.5)).containsExactly(1, 4, 6);
    assertThat(at(table, 0, 0)).containsExactly(-4, 4, 6);
    assertThat(at(table, 0.75, 0.25)).containsExactly(1 + 1 - 1.5, 4, 6);
    assertThat(at(table, 1.5, 0.3)).containsExactly(7, 0, 0);
    assertThat(table.value(0.75, 0.25)).isEqualTo(0.5);
  }

  @Test
  void outsideItsRectangleAPatchTableHasTheValueOfTheNearestPoint() throws IOException {
    PatchTable table = twoPatches(1);
    assertThat(at(table, -5, 0.5)[0]).isEqualTo(at(table, 0, 0.5)[0]);
    assertThat(at(table, 0.5, 9)[0]).isEqualTo(at(table, 0.5, 1)[0]);
    assertThat(at(table, -1e9, -1e9)[0]).isEqualTo(at(table, 0, 0)[0]);
    assertThat(at(table, 1e9, 0)[0]).isEqualTo(7);
  }

  /** All sⁱ tʲ with i + j ≤ n: 1, 3, 6, 10 for n = 0 … 3. */
  @Test
  void aPolynomialOfTotalDegreeHasATriangleOfTerms() {
    for (int degree = 0; degree < 20; degree++) {
      int terms = 0;
      for (int i = 0; i <= degree; i++) {
        terms += degree - i + 1;
      }
      assertThat(PatchTable.terms(degree)).isEqualTo(terms);
    }
  }

  @Test
  void aTableOfAnotherDegreeIsRefused() {
    ByteBuffer other = ByteBuffer.allocate(100).putInt(11).rewind();
    assertThatThrownBy(() -> new IntervalTable(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("11");
  }

  /** Written out, the powers are those of the definition. */
  @Test
  void polynomialsOfTheTwelfthDegreeAreSumsOfPowers() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    double[] c = random.doubles(2 * 91, -1, 1).toArray();
    for (double[] at : new double[][] {{0.3, -0.7}, {-1, 1}, {0, 0.9}, {0.99, 0}}) {
      double one = 0;
      double two = 0;
      int k = 91;
      for (int i = 0; i <= 12; i++) {
        one += c[91 + i] * Math.pow(at[1], i);
        for (int j = 0; j <= 12 - i; j++) {
          two += c[k++] * Math.pow(at[0], i) * Math.pow(at[1], j);
        }
      }
      assertThat(TwelfthDegree.ofOne(c, 91, at[1])).isCloseTo(one, within(1e-13));
      assertThat(TwelfthDegree.ofTwo(c, 91, at[0], at[1])).isCloseTo(two, within(1e-13));
    }
  }

  @Test
  void aMissingTableIsNamed() {
    assertThatThrownBy(() -> PatchTable.load("none.patches"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.patches");
    assertThatThrownBy(() -> IntervalTable.load("none.intervals"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.intervals");
  }
}
