package tlsfit.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A smooth function of two variables as polynomials on rectangular patches, small where the
 * function bends and large where it does not, with its two first derivatives.
 *
 * <p>A rectangle of unit-less coordinates is divided into equal root squares; a root square is
 * halved, along either side, as often as the function demands. On each resulting patch stands one
 * polynomial of fixed total degree in the patch's own coordinates in [−1, 1]. A grid of the
 * smallest squares that occur says which patch a point belongs to, so that finding it costs two
 * multiplications.
 *
 * <p>Format, big-endian: int total degree n; double x and y of the lower corner; double side of the
 * smallest square; int columns and rows of the grid; int number of patches; per patch: short
 * column, row, width, height (in smallest squares), then (n+1)(n+2)/2 doubles, the coefficients of
 * sⁱ tʲ by rising i, within i by rising j.
 */
final class PatchTable {
  private final int degree;
  private final int terms;
  private final double x0;
  private final double y0;
  private final double inverseSide;
  private final int columns;
  private final int rows;
  private final int[] patchOf;
  private final double[] centreX;
  private final double[] centreY;
  private final double[] scaleX;
  private final double[] scaleY;
  private final double[] coefficients;

  PatchTable(ByteBuffer in) {
    degree = in.getInt();
    terms = terms(degree);
    x0 = in.getDouble();
    y0 = in.getDouble();
    double side = in.getDouble();
    inverseSide = 1 / side;
    columns = in.getInt();
    rows = in.getInt();
    int patches = in.getInt();
    patchOf = new int[columns * rows];
    centreX = new double[patches];
    centreY = new double[patches];
    scaleX = new double[patches];
    scaleY = new double[patches];
    coefficients = new double[patches * terms];
    for (int patch = 0; patch < patches; patch++) {
      int column = in.getShort();
      int row = in.getShort();
      int width = in.getShort();
      int height = in.getShort();
      centreX[patch] = x0 + (column + 0.5 * width) * side;
      centreY[patch] = y0 + (row + 0.5 * height) * side;
      scaleX[patch] = 2 / (width * side);
      scaleY[patch] = 2 / (height * side);
      for (int r = row; r < row + height; r++) {
        int first = r * columns + column;
        Arrays.fill(patchOf, first, first + width, patch);
      }
      in.asDoubleBuffer().get(coefficients, patch * terms, terms);
      in.position(in.position() + terms * Double.BYTES);
    }
  }

  /**
   * Reads a table from the class path.
   *
   * @param resource name of the resource beside this class
   */
  static PatchTable load(String resource) {
    return new PatchTable(TableResource.read(resource));
  }

  /** Number of coefficients of a polynomial in two variables. */
  static int terms(int degree) {
    return (degree + 1) * (degree + 2) / 2;
  }

  /**
   * Evaluates the function; outside the rectangle, at its nearest point.
   *
   * @param x first coordinate
   * @param y second coordinate
   * @param out receives the value, and the derivatives by x and by y
   */
  void evaluate(double x, double y, double[] out) {
    int patch = patchAt(x, y);
    double s = Math.min(Math.max((x - centreX[patch]) * scaleX[patch], -1), 1);
    double t = Math.min(Math.max((y - centreY[patch]) * scaleY[patch], -1), 1);
    // Horner in t within Horner in s, from the highest power down, each with its derivative; three
    // powers of s at a time, whose chains of operations do not wait for each other.
    double value = 0;
    double byS = 0;
    double byT = 0;
    int i = degree;
    int third = (patch + 1) * terms; // where the row of the power before begins
    for (; i >= 2; i -= 3) {
      int length = degree - i + 1;
      int first = third - length;
      int second = first - length - 1;
      third = second - length - 2;
      double a = coefficients[first + length - 1];
      double aByT = 0;
      double bByT = coefficients[second + length];
      double b = bByT * t + coefficients[second + length - 1];
      double cByT = coefficients[third + length + 1];
      double c = cByT * t + coefficients[third + length];
      cByT = cByT * t + c;
      c = c * t + coefficients[third + length - 1];
      for (int k = length - 2; k >= 0; k--) {
        aByT = aByT * t + a;
        a = a * t + coefficients[first + k];
        bByT = bByT * t + b;
        b = b * t + coefficients[second + k];
        cByT = cByT * t + c;
        c = c * t + coefficients[third + k];
      }
      byS = byS * s + value;
      value = value * s + a;
      byS = byS * s + value;
      value = value * s + b;
      byS = byS * s + value;
      value = value * s + c;
      byT = ((byT * s + aByT) * s + bByT) * s + cByT;
    }
    for (; i >= 0; i--) {
      int end = third;
      third -= degree - i + 1;
      double inner = coefficients[end - 1];
      double innerByT = 0;
      for (int k = end - 2; k >= third; k--) {
        innerByT = innerByT * t + inner;
        inner = inner * t + coefficients[k];
      }
      byS = byS * s + value;
      value = value * s + inner;
      byT = byT * s + innerByT;
    }
    out[0] = value;
    out[1] = byS * scaleX[patch];
    out[2] = byT * scaleY[patch];
  }

  /** The patch of a point, or of the nearest one in the rectangle. */
  private int patchAt(double x, double y) {
    int column = Math.min(Math.max((int) ((x - x0) * inverseSide), 0), columns - 1);
    int row = Math.min(Math.max((int) ((y - y0) * inverseSide), 0), rows - 1);
    return patchOf[row * columns + column];
  }

  /** The value alone, at half the cost. */
  double value(double x, double y) {
    int patch = patchAt(x, y);
    double s = Math.min(Math.max((x - centreX[patch]) * scaleX[patch], -1), 1);
    double t = Math.min(Math.max((y - centreY[patch]) * scaleY[patch], -1), 1);
    return degree == TwelfthDegree.DEGREE
        ? TwelfthDegree.ofTwo(coefficients, patch * terms, s, t)
        : value(patch, s, t);
  }

  private double value(int patch, double s, double t) {
    double value = 0;
    int end = (patch + 1) * terms;
    for (int i = degree; i >= 0; i--) {
      int start = end - (degree - i + 1);
      double inner = coefficients[end - 1];
      for (int k = end - 2; k >= start; k--) {
        inner = inner * t + coefficients[k];
      }
      value = value * s + inner;
      end = start;
    }
    return value;
  }
}
