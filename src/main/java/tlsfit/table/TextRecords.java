package tlsfit.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The records of a text, one after the other. Where the fields of one are pieces of the text, only
 * their places and numbers are kept, and the record is made when it is asked for: a million of them
 * take 100 MB in this way, and none of the garbage collector's time.
 */
final class TextRecords extends AbstractList<TableRecord> implements RandomAccess {
  private static final int FIRST_SIZE = 64;

  /** More than is needed by as much as lines are shorter further down. */
  private static final double SPARE = 1.1;

  private final String text;
  private final List<TableRecord> others = new ArrayList<>();
  private final Pieces pieces = new Pieces(FIRST_SIZE);
  private int[] lines = new int[FIRST_SIZE]; // of an other one −1, −2, ...
  private int[] ends = new int[FIRST_SIZE]; // of its pieces
  private int size;

  /** Takes the text that the pieces are of. */
  TextRecords(String text) {
    this.text = text;
  }

  /** Adds a record whose fields are pieces of the text. */
  void addPieces(int line, Pieces fields) {
    int at = fields.from(0);
    if (fields.size() > pieces.room()) {
      pieces.resize(larger(pieces.size(), fields.size(), at));
    }
    pieces.addAll(fields);
    add(line, at);
  }

  /** Adds any other record. */
  void addOther(TableRecord record) {
    others.add(record);
    add(-others.size(), 0);
  }

  private void add(int line, int at) {
    if (size == lines.length) {
      int length = larger(size, 1, at);
      lines = Arrays.copyOf(lines, length);
      ends = Arrays.copyOf(ends, length);
    }
    lines[size] = line;
    ends[size] = pieces.size();
    size++;
  }

  // by what the text has taken so far, so that large arrays are hardly ever copied
  private int larger(int length, int more, int at) {
    double expected = at > 0 ? SPARE * length * text.length() / at : 0;
    double least = length + Math.max(more, length / 2);
    return (int) Math.min(Integer.MAX_VALUE / 2 - 8, Math.max(least, expected));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public TableRecord get(int index) {
    int line = lines[index];
    if (line < 0) {
      return others.get(-line - 1);
    }
    int first = index == 0 ? 0 : ends[index - 1];
    return new TableRecord(
        line, false, "", new SlicedFields(text, pieces, first, ends[index] - first));
  }
}
