package tlsfit.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Some patches of a {@link PatchTable}, in a short form for a page: for each four floats, its lower
 * corner and its sides, exact since multiples of a power of two; a short, the degree n that is left
 * where the higher terms together stay below what may be left out; the first coefficient as a
 * double; and the others up to total degree n as floats, in the order of the table. Big-endian.
 */
final class PatchExcerpt {
  private final double most;
  private final ByteBuffer table;
  private final Head head;
  private final Box[] boxes;
  private final Box whole;
  private final BitSet wanted = new BitSet();

  /**
   * Begins without any patch.
   *
   * @param resource beside this class
   * @param most what the terms that are left out may add together
   */
  PatchExcerpt(String resource, double most) {
    this.most = most;
    table = TableResource.read(resource);
    head = Head.of(table);
    boxes = new Box[head.patches];
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int patch = 0; patch < boxes.length; patch++) {
      boxes[patch] = head.box(table, patch);
      right = Math.max(right, boxes[patch].right);
      top = Math.max(top, boxes[patch].top);
    }
    whole = new Box(head.x0, right, head.y0, top);
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

  /** Takes in all patches that meet a rectangle; beyond the table its nearest point counts. */
  void cover(double left, double right, double bottom, double top) {
    Box within =
        new Box(
            Math.min(Math.max(left, whole.left), whole.right),
            Math.max(Math.min(right, whole.right), whole.left),
            Math.min(Math.max(bottom, whole.bottom), whole.top),
            Math.max(Math.min(top, whole.top), whole.bottom));
    for (int patch = 0; patch < boxes.length; patch++) {
      if (boxes[patch].meets(within)) {
        wanted.set(patch);
      }
    }
  }

  /** The patches taken in. */
  byte[] bytes() {
    int degree = table.getInt(0);
    int terms = PatchTable.terms(degree);
    int longest = 4 * Float.BYTES + Short.BYTES + Double.BYTES + (terms - 1) * Float.BYTES;
    byte[] bytes = new byte[wanted.cardinality() * longest];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    for (int patch = wanted.nextSetBit(0); patch >= 0; patch = wanted.nextSetBit(patch + 1)) {
      Box box = boxes[patch];
      out.putFloat((float) box.left).putFloat((float) box.bottom);
      out.putFloat((float) (box.right - box.left)).putFloat((float) (box.top - box.bottom));
      int at = head.start + patch * head.stride + 4 * Short.BYTES;
      int left = degree(at, degree);
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
  private int degree(int at, int degree) {
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
    while (left > 0 && dropped < most) {
      left--;
      dropped += ofDegree[left];
    }
    return left;
  }

  /** A whole {@link IntervalTable}: double lower end, double width, then 13 doubles an interval. */
  static byte[] intervals(String resource) {
    ByteBuffer table = TableResource.read(resource);
    byte[] out = new byte[table.capacity() - 2 * Integer.BYTES];
    ByteBuffer.wrap(out)
        .putDouble(table.getDouble(4))
        .putDouble(table.getDouble(12))
        .put(table.slice(24, table.capacity() - 24));
    return out;
  }
}
