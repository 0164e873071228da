package tlsfit.table;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Fields of a row that do not stand side by side in one line of the file. */
final class PlacedFields extends AbstractList<String> implements RandomAccess {
  private final List<String> fields;
  private final List<RawTable.Place> places;
  private final List<?> whole;

  /**
   * Fields with their places.
   *
   * @param places of each field
   * @param whole equal for fields that come from equal rows of the file
   */
  PlacedFields(List<String> fields, List<RawTable.Place> places, List<?> whole) {
    this.fields = List.copyOf(fields);
    this.places = List.copyOf(places);
    this.whole = whole;
  }

  @Override
  public String get(int index) {
    return fields.get(index);
  }

  @Override
  public int size() {
    return fields.size();
  }

  RawTable.Place place(int index) {
    return places.get(index);
  }

  List<?> whole() {
    return whole;
  }
}
