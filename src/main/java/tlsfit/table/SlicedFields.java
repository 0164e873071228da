package tlsfit.table;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Fields of a line that are pieces of the text they stand in, made when they are asked for: a
 * million rows of strings would take half a gigabyte.
 */
final class SlicedFields extends AbstractList<String> implements RandomAccess {
  private final String text;
  // begin and end of each field
  private final int[] bounds;

  SlicedFields(String text, int[] bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  @Override
  public String get(int index) {
    return text.substring(bounds[2 * index], bounds[2 * index + 1]);
  }

  @Override
  public int size() {
    return bounds.length / 2;
  }

  /** Whether a field is a {@link PlainNumber}. */
  boolean isPlainNumber(int index) {
    return PlainNumber.is(text, bounds[2 * index], bounds[2 * index + 1]);
  }

  /** What the marks in a field tell. */
  NumberShape shape(int index) {
    return NumberShape.of(text, bounds[2 * index], bounds[2 * index + 1]);
  }

  /** Number of characters of a field. */
  int length(int index) {
    return bounds[2 * index + 1] - bounds[2 * index];
  }

  /** A character of a field. */
  char charAt(int index, int at) {
    return text.charAt(bounds[2 * index] + at);
  }

  // as of any list of these strings, without making them
  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < bounds.length; i += 2) {
      int field = 0;
      for (int at = bounds[i]; at < bounds[i + 1]; at++) {
        field = 31 * field + text.charAt(at);
      }
      hash = 31 * hash + field;
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }
}
