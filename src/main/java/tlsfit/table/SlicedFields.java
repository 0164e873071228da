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
}
