package tlsfit.table;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Fields of a line that are pieces of the text they stand in, made when they are asked for: a
 * million rows of strings would take half a gigabyte.
 */
final class SlicedFields extends AbstractList<String> implements RandomAccess {
  private final String text;
  private final Pieces pieces;
  private final int first;
  private final int size;

  /**
   * Fields of one record.
   *
   * @param pieces of many records, those of this one from {@code first} on
   */
  SlicedFields(String text, Pieces pieces, int first, int size) {
    this.text = text;
    this.pieces = pieces;
    this.first = first;
    this.size = size;
  }

  @Override
  public String get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return text.substring(pieces.from(first + index), pieces.to(first + index));
  }

  @Override
  public int size() {
    return size;
  }

  /** Whether a field is a {@link PlainNumber}. */
  boolean isPlainNumber(int index) {
    return pieces.isNumber(first + index);
  }

  /** The value of a field; not a number where it is no {@link PlainNumber}. */
  double plainNumber(int index) {
    return pieces.value(first + index);
  }

  /** What the point in a field that is a {@link PlainNumber} tells. */
  NumberShape shape(int index) {
    return pieces.shape(first + index);
  }

  /** Whether a field may be a whole number that begins with 0 and goes on. */
  boolean mayGoOnBehindZero(int index) {
    return (!isPlainNumber(index) || shape(index) == NumberShape.SILENT)
        && length(index) > 1
        && charAt(index, 0) == '0';
  }

  /** Number of characters of a field. */
  int length(int index) {
    return pieces.to(first + index) - pieces.from(first + index);
  }

  /** A character of a field. */
  char charAt(int index, int at) {
    return text.charAt(pieces.from(first + index) + at);
  }
}
