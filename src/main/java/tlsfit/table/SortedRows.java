package tlsfit.table;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The rows among the records of a table, each made when it is asked for. */
final class SortedRows extends AbstractList<RawTable.Row> implements RandomAccess {
  private final List<TableRecord> records;
  private int[] numbers = new int[64];
  private int size;

  SortedRows(List<TableRecord> records) {
    this.records = records;
  }

  /** Takes the record of a number for the next row. */
  void addRecord(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(2 * size, records.size()));
    }
    numbers[size++] = number;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public RawTable.Row get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    TableRecord record = records.get(numbers[index]);
    return new RawTable.Row(record.line(), record.fields());
  }
}
