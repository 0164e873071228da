package tlsfit.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Makes the file of a {@link PatchTable}: Chebyshev interpolation on squares that are halved, along
 * the side whose highest terms are the largest, until the error at points between the nodes is
 * below a tolerance.
 *
 * @param degree total degree of the polynomials
 * @param x0 x of the lower corner
 * @param y0 y of the lower corner
 * @param rootSide side of the root squares
 * @param rootColumns root squares along x
 * @param rootRows root squares along y
 * @param deepest how often each side of a root square may be halved
 * @param tolerance largest absolute error allowed at a point
 */
record PatchTableBuilder(
    int degree,
    double x0,
    double y0,
    double rootSide,
    int rootColumns,
    int rootRows,
    int deepest,
    DoubleBinaryOperator tolerance) {

  /** Where the error is looked at, in a patch's coordinates: ends, middle and between. */
  private static final double[] PROBES = {-1, -0.75, 0.07, 0.6, 1};

  @SuppressWarnings("ArrayRecordComponent") // coefficients on their way to the file
  private record Patch(
      int column,
      int row,
      int width,
      int height,
      double[] coefficients,
      double error,
      boolean bendsAlongX) {}

  /** With one tolerance everywhere. */
  PatchTableBuilder(
      int degree,
      double x0,
      double y0,
      double rootSide,
      int rootColumns,
      int rootRows,
      int deepest,
      double tolerance) {
    this(degree, x0, y0, rootSide, rootColumns, rootRows, deepest, (x, y) -> tolerance);
  }

  /** Builds the table, writes it and returns a line that describes it. */
  String build(DoubleBinaryOperator function, OutputStream out) throws IOException {
    List<Patch> patches =
        IntStream.range(0, rootColumns * rootRows)
            .parallel()
            .boxed()
            .flatMap(
                root -> {
                  List<Patch> found = new ArrayList<>();
                  int size = 1 << deepest;
                  divide(
                      function,
                      root % rootColumns * size,
                      root / rootColumns * size,
                      size,
                      size,
                      found);
                  return found.stream();
                })
            .sorted(Comparator.comparing(Patch::row).thenComparing(Patch::column))
            .toList();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(degree);
    data.writeDouble(x0);
    data.writeDouble(y0);
    data.writeDouble(rootSide / (1 << deepest));
    data.writeInt(rootColumns << deepest);
    data.writeInt(rootRows << deepest);
    data.writeInt(patches.size());
    for (Patch patch : patches) {
      data.writeShort(patch.column);
      data.writeShort(patch.row);
      data.writeShort(patch.width);
      data.writeShort(patch.height);
      for (double coefficient : patch.coefficients) {
        data.writeDouble(coefficient);
      }
    }
    data.flush();
    double worst = patches.stream().mapToDouble(Patch::error).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%d patches, %d bytes, largest error between the nodes %.2f of the tolerance",
        patches.size(),
        data.size(),
        worst);
  }

  private void divide(
      DoubleBinaryOperator function,
      int column,
      int row,
      int width,
      int height,
      List<Patch> found) {
    Patch patch = interpolate(function, column, row, width, height);
    if (patch.error <= 1 || (width == 1 && height == 1)) {
      found.add(patch);
    } else if (height == 1 || (width > 1 && patch.bendsAlongX)) {
      divide(function, column, row, width / 2, height, found);
      divide(function, column + width / 2, row, width / 2, height, found);
    } else {
      divide(function, column, row, width, height / 2, found);
      divide(function, column, row + height / 2, width, height / 2, found);
    }
  }

  private Patch interpolate(
      DoubleBinaryOperator function, int column, int row, int width, int height) {
    double side = rootSide / (1 << deepest);
    double halfX = 0.5 * width * side;
    double halfY = 0.5 * height * side;
    double centreX = x0 + column * side + halfX;
    double centreY = y0 + row * side + halfY;
    int nodes = degree + 1;
    double[][] values = new double[nodes][nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        values[i][j] =
            function.applyAsDouble(
                centreX + halfX * Interpolation.node(i, nodes),
                centreY + halfY * Interpolation.node(j, nodes));
      }
    }
    double[][] chebyshev = chebyshev(values);
    double tailX = 0;
    double tailY = 0;
    for (int p = 0; p < nodes; p++) {
      for (int q = nodes / 2; q < nodes; q++) {
        tailX += Math.abs(chebyshev[q][p]);
        tailY += Math.abs(chebyshev[p][q]);
      }
    }
    double[] coefficients = monomials(chebyshev);
    double error = 0;
    for (double s : PROBES) {
      for (double t : PROBES) {
        double x = centreX + halfX * s;
        double y = centreY + halfY * t;
        double difference = polynomial(coefficients, s, t) - function.applyAsDouble(x, y);
        error = Math.max(error, Math.abs(difference) / tolerance.applyAsDouble(x, y));
      }
    }
    return new Patch(column, row, width, height, coefficients, error, tailX > tailY);
  }

  /** Chebyshev coefficients of the interpolant through values at the nodes. */
  private static double[][] chebyshev(double[][] values) {
    int n = values.length;
    double[][] result = new double[n][n];
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < n; q++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            sum +=
                values[i][j]
                    * Interpolation.polynomialAtNode(p, i, n)
                    * Interpolation.polynomialAtNode(q, j, n);
          }
        }
        result[p][q] = sum * (p == 0 ? 1 : 2) * (q == 0 ? 1 : 2) / (n * n);
      }
    }
    return result;
  }

  /** Coefficients of sⁱ tʲ, of the terms of total degree up to {@link #degree} alone. */
  private double[] monomials(double[][] chebyshev) {
    double[][] power = Interpolation.chebyshevInPowers(degree);
    double[] result = new double[PatchTable.terms(degree)];
    for (int i = 0, k = 0; i <= degree; i++) {
      for (int j = 0; i + j <= degree; j++, k++) {
        for (int p = i; p <= degree; p++) {
          for (int q = j; p + q <= degree; q++) {
            result[k] += chebyshev[p][q] * power[p][i] * power[q][j];
          }
        }
      }
    }
    return result;
  }

  private double polynomial(double[] coefficients, double s, double t) {
    double sum = 0;
    for (int i = 0, k = 0; i <= degree; i++) {
      for (int j = 0; i + j <= degree; j++, k++) {
        sum += coefficients[k] * Math.pow(s, i) * Math.pow(t, j);
      }
    }
    return sum;
  }
}
