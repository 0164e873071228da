package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The two tables of polynomials, read from bytes that are written here by hand. */
class PolynomialTablesTest {

  /** (x − 1)² on [0, 2] and 3x − 5 on [2, 4]: with s = x − 1 and s = x − 3, s² and 4 + 3s. */
  private static IntervalTable twoIntervals() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(2);
    out.writeDouble(0);
    out.writeDouble(2);
    out.writeInt(2);
    for (double coefficient : new double[] {0, 0, 1, 4, 3, 0}) {
      out.writeDouble(coefficient);
    }
    return new IntervalTable(ByteBuffer.wrap(bytes.toByteArray()));
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
  private static PatchTable twoPatches() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(1);
    out.writeDouble(0);
    out.writeDouble(0);
    out.writeDouble(1);
    out.writeInt(2);
    out.writeInt(1);
    out.writeInt(2);
    patch(out, 0, new double[] {1, 3, 2});
    patch(out, 1, new double[] {7, 0, 0});
    return new PatchTable(ByteBuffer.wrap(bytes.toByteArray()));
  }

  private static void patch(DataOutputStream out, int column, double[] coefficients)
      throws IOException {
    for (int part : new int[] {column, 0, 1, 1}) {
      out.writeShort(part);
    }
    for (double coefficient : coefficients) {
      out.writeDouble(coefficient);
    }
  }

  private static double[] at(PatchTable table, double x, double y) {
    double[] out = new double[3];
    table.evaluate(x, y, out);
    return out;
  }

  /** s = 2x − 1 and t = 2y − 1 on the left patch, so that the slopes are 4 and 6. */
  @Test
  void patchesHoldPolynomialsAndTheirSlopes() throws IOException {
    PatchTable table = twoPatches();
    assertThat(at(table, 0.5, 0.5)).containsExactly(1, 4, 6);
    assertThat(at(table, 0, 0)).containsExactly(-4, 4, 6);
    assertThat(at(table, 0.75, 0.25)).containsExactly(1 + 1 - 1.5, 4, 6);
    assertThat(at(table, 1.5, 0.3)).containsExactly(7, 0, 0);
  }

  @Test
  void outsideItsRectangleAPatchTableHasTheValueOfTheNearestPoint() throws IOException {
    PatchTable table = twoPatches();
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
  void aMissingTableIsNamed() {
    assertThatThrownBy(() -> PatchTable.load("none.patches"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.patches");
    assertThatThrownBy(() -> IntervalTable.load("none.intervals"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.intervals");
  }
}
