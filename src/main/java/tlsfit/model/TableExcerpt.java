package tlsfit.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The part of the tables of S(ξ, η) that some points need, for a page that evaluates the integral
 * itself: the same polynomials as in {@link TabulatedIntegral}, in a form that is short.
 *
 * <p>Formats, big-endian. {@link #unrelaxed}: double lower end, double width of an interval, then
 * 13 doubles an interval. {@link #weak} and {@link #strong}: for each patch four floats, its lower
 * corner and its sides, exact since multiples of a power of two; a short, the degree n that is left
 * where the higher terms together stay below {@value #DROPPED}; the first coefficient as a double;
 * and the others up to total degree n as floats, in the order of {@link PatchTable}. So the S of a
 * page is the program's to about 1e-7.
 */
public final class TableExcerpt {
  private static final String UNRELAXED = "s-unrelaxed.intervals";
  private static final String WEAK = "s-weak.patches";
  private static final String STRONG = "s-strong.patches";

  /** What the terms that are left out may add to Q. */
  private static final double DROPPED = 2e-8;

  private final ByteBuffer weakTable = TableResource.read(WEAK);
  private final ByteBuffer strongTable = TableResource.read(STRONG);
  private final BitSet weakPatches = new BitSet();
  private final BitSet strongPatches = new BitSet();

  /**
   * Takes in what is needed about a point.
   *
   * @param lnXi ln ξ
   * @param lnXiReach how far ln ξ may move to both sides
   * @param lnXiEta ln ξη
   * @param lnXiEtaReach how far it may move to both sides
   */
  public void cover(double lnXi, double lnXiReach, double lnXiEta, double lnXiEtaReach) {
    double low = lnXi - lnXiReach;
    double high = lnXi + lnXiReach;
    if (low < 0) {
      mark(
          weakTable,
          weakPatches,
          new Box(low, Math.min(high, 0), lnXiEta - lnXiEtaReach, lnXiEta + lnXiEtaReach));
    }
    if (high >= 0) {
      mark(
          strongTable,
          strongPatches,
          new Box(
              Math.max(low, 0),
              high,
              lnXiEta - lnXiEtaReach - high,
              lnXiEta + lnXiEtaReach - Math.max(low, 0)));
    }
  }

  /** A rectangle of coordinates. */
  private record Box(double left, double right, double bottom, double top) {
    boolean meets(Box other) {
      return left <= other.right
          && other.left <= right
          && bottom <= other.top
          && other.bottom <= top;
    }
  }

  /** A table's head: the lower corner, the smallest side, and where the patches begin. */
  private record Head(double x0, double y0, double side, int patches, int start, int stride) {
    static Head of(ByteBuffer table) {
      int terms = PatchTable.terms(table.getInt(0));
      int columns = table.getInt(28);
      int rows = table.getInt(32);
      if (columns <= 0 || rows <= 0) {
        throw new IllegalStateException(columns + " columns, " + rows + " rows");
      }
      return new Head(
          table.getDouble(4),
          table.getDouble(12),
          table.getDouble(20),
          table.getInt(36),
          40,
          4 * Short.BYTES + terms * Double.BYTES);
    }

    Box box(ByteBuffer table, int patch) {
      int at = start + patch * stride;
      double left = x0 + table.getShort(at) * side;
      double bottom = y0 + table.getShort(at + 2) * side;
      return new Box(
          left,
          left + table.getShort(at + 4) * side,
          bottom,
          bottom + table.getShort(at + 6) * side);
    }
  }

  private static void mark(ByteBuffer table, BitSet patches, Box wanted) {
    Head head = Head.of(table);
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int patch = 0; patch < head.patches; patch++) {
      Box box = head.box(table, patch);
      right = Math.max(right, box.right);
      top = Math.max(top, box.top);
    }
    // beyond the table its nearest point is taken
    Box within =
        new Box(
            Math.min(Math.max(wanted.left, head.x0), right),
            Math.max(Math.min(wanted.right, right), head.x0),
            Math.min(Math.max(wanted.bottom, head.y0), top),
            Math.max(Math.min(wanted.top, top), head.y0));
    for (int patch = 0; patch < head.patches; patch++) {
      if (head.box(table, patch).meets(within)) {
        patches.set(patch);
      }
    }
  }

  /** ln S(ξ, 0) over ln ξ. */
  public byte[] unrelaxed() {
    ByteBuffer table = TableResource.read(UNRELAXED);
    byte[] out = new byte[table.capacity() - 2 * Integer.BYTES];
    ByteBuffer.wrap(out)
        .putDouble(table.getDouble(4))
        .putDouble(table.getDouble(12))
        .put(table.slice(24, table.capacity() - 24));
    return out;
  }

  /** Q over ln ξ and ln ξη, for ξ below 1. */
  public byte[] weak() {
    return patches(weakTable, weakPatches);
  }

  /** Q over ln ξ and ln η, for ξ above 1. */
  public byte[] strong() {
    return patches(strongTable, strongPatches);
  }

  private static byte[] patches(ByteBuffer table, BitSet wanted) {
    Head head = Head.of(table);
    int degree = table.getInt(0);
    int terms = PatchTable.terms(degree);
    int most = 4 * Float.BYTES + Short.BYTES + Double.BYTES + (terms - 1) * Float.BYTES;
    byte[] bytes = new byte[wanted.cardinality() * most];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    for (int patch = wanted.nextSetBit(0); patch >= 0; patch = wanted.nextSetBit(patch + 1)) {
      Box box = head.box(table, patch);
      out.putFloat((float) box.left).putFloat((float) box.bottom);
      out.putFloat((float) (box.right - box.left)).putFloat((float) (box.top - box.bottom));
      int at = head.start + patch * head.stride + 4 * Short.BYTES;
      int left = degree(table, at, degree);
      out.putShort((short) left).putDouble(table.getDouble(at));
      int k = 0;
      for (int i = 0; i <= degree; i++) {
        for (int j = 0; i + j <= degree; j++) {
          if (k > 0 && i + j <= left) {
            out.putFloat((float) table.getDouble(at + k * Double.BYTES));
          }
          k++;
        }
      }
    }
    return Arrays.copyOf(bytes, out.position());
  }

  /** The least degree beyond which all terms together are as good as nothing. */
  private static int degree(ByteBuffer table, int at, int degree) {
    double[] ofDegree = new double[degree + 1];
    int k = 0;
    for (int i = 0; i <= degree; i++) {
      for (int j = 0; i + j <= degree; j++) {
        ofDegree[i + j] += Math.abs(table.getDouble(at + k * Double.BYTES));
        k++;
      }
    }
    int left = degree;
    double dropped = ofDegree[degree];
    while (left > 0 && dropped < DROPPED) {
      left--;
      dropped += ofDegree[left];
    }
    return left;
  }
}
