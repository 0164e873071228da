package tlsfit.table;

import java.util.Arrays;

/**
 * Pieces of a text that are fields of lines, one after the other, with the numbers that some of
 * them are.
 */
final class Pieces {
  private static final byte NO_NUMBER = -1;

  /** What a number without commas can be; the place is its code. */
  private static final NumberShape[] SHAPES = {
    NumberShape.SILENT, NumberShape.POINT, NumberShape.POINT_OR_THOUSANDS
  };

  private int[] bounds; // begin and end of each
  private double[] values;
  private byte[] shapes;
  private int size;

  /** None, with room for some. */
  Pieces(int room) {
    bounds = new int[2 * room];
    values = new double[room];
    shapes = new byte[room];
  }

  /** Number of pieces. */
  int size() {
    return size;
  }

  /** Forgets all. */
  void clear() {
    size = 0;
  }

  /** Adds a piece that is no plain number. */
  void addText(int from, int to) {
    add(from, to, Double.NaN, NO_NUMBER);
  }

  /** Adds the number that was scanned last. */
  void addNumber(int from, int to, NumberScan scan) {
    add(from, to, scan.value(), code(scan.shape()));
  }

  private static byte code(NumberShape shape) {
    return (byte) (shape == SHAPES[0] ? 0 : shape == SHAPES[1] ? 1 : 2);
  }

  private void add(int from, int to, double value, byte shape) {
    if (size == values.length) {
      resize(2 * size);
    }
    bounds[2 * size] = from;
    bounds[2 * size + 1] = to;
    values[size] = value;
    shapes[size] = shape;
    size++;
  }

  /** How many more there is room for. */
  int room() {
    return values.length - size;
  }

  /** Makes room, all in all. */
  void resize(int room) {
    bounds = Arrays.copyOf(bounds, 2 * room);
    values = Arrays.copyOf(values, room);
    shapes = Arrays.copyOf(shapes, room);
  }

  /** Adds all of others, for which there must be room. */
  void addAll(Pieces others) {
    System.arraycopy(others.bounds, 0, bounds, 2 * size, 2 * others.size);
    System.arraycopy(others.values, 0, values, size, others.size);
    System.arraycopy(others.shapes, 0, shapes, size, others.size);
    size += others.size;
  }

  /** The same, not changed any more. */
  Pieces copy() {
    Pieces copy = new Pieces(size);
    copy.addAll(this);
    return copy;
  }

  /** Where a piece begins in the text. */
  int from(int index) {
    return bounds[2 * index];
  }

  /** Where it ends. */
  int to(int index) {
    return bounds[2 * index + 1];
  }

  /** Its value; not a number where it is no {@link PlainNumber}. */
  double value(int index) {
    return values[index];
  }

  /** Whether it is a {@link PlainNumber}. */
  boolean isNumber(int index) {
    return shapes[index] != NO_NUMBER;
  }

  /** What the point in a number tells. */
  NumberShape shape(int index) {
    return SHAPES[shapes[index]];
  }
}
