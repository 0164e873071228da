package tlsfit.table;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column out of an HDF5 file, its numbers written so that they read back to the last bit.
 *
 * @param name of the column: the path of its dataset, or the name of a member of a compound
 * @param unit from an attribute; empty where there is none
 * @param cells one for each row
 */
record Hdf5Column(String name, String unit, List<String> cells) {
  private static final long MOST_ROWS = 20_000_000;
  private static final List<String> UNIT_ATTRIBUTES = List.of("unit", "units", "Unit", "Units");

  /**
   * Whether a dataset is a column: of one dimension, or of several whose lengths are 1 but for one,
   * as MATLAB writes vectors.
   */
  static boolean isColumn(Dataset dataset) {
    int[] lengths = dataset.getDimensions();
    long several = Arrays.stream(lengths).filter(length -> length != 1).count();
    return !dataset.isCompound() && (lengths.length == 1 || several == 1);
  }

  /** A dataset that is a column. */
  static Hdf5Column of(Dataset dataset, String name) throws TextFile.Unreadable {
    checkSize(dataset);
    if (!isColumn(dataset)) {
      throw new TextFile.Unreadable(
          "the dataset " + Texts.quoted(dataset.getPath()) + " of the HDF5 file is no column",
          "datasets of one dimension are needed, or a compound, as dataset: PATH");
    }
    return new Hdf5Column(name, unit(dataset), cells(dataset.getDataFlat()));
  }

  /** The members of a dataset of compounds. */
  static List<Hdf5Column> ofCompound(Dataset dataset) throws TextFile.Unreadable {
    checkSize(dataset);
    @Nullable Object units = value(dataset, UNIT_ATTRIBUTES);
    List<Hdf5Column> columns = new ArrayList<>();
    Map<?, ?> members = (Map<?, ?>) dataset.getData();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = String.valueOf(member.getKey());
      @Nullable Object values = member.getValue();
      if (values == null || !values.getClass().isArray() || isNested(values)) {
        throw new TextFile.Unreadable(
            "the member " + Texts.quoted(name) + " of " + dataset.getPath() + " is no column",
            "HDF5 compounds of plain numbers are needed (of pandas: to_hdf with"
                + " data_columns=True), or CSV");
      }
      @Nullable Object own = value(dataset, List.of(name + "_unit", name + "_units", name));
      String unit = own == null ? element(units, columns.size()) : String.valueOf(own);
      columns.add(new Hdf5Column(name, unit, cells(values)));
    }
    return columns;
  }

  private static boolean isNested(Object values) {
    @Nullable Class<?> component = values.getClass().getComponentType();
    return component != null && component.isArray();
  }

  private static void checkSize(Dataset dataset) throws TextFile.Unreadable {
    if (dataset.getSize() > MOST_ROWS) {
      throw new TextFile.Unreadable(
          "the dataset "
              + Texts.quoted(dataset.getPath())
              + " declares "
              + dataset.getSize()
              + " numbers, too large for a table",
          "a table of resonance frequencies is needed");
    }
  }

  private static String unit(Dataset dataset) {
    @Nullable Object unit = value(dataset, UNIT_ATTRIBUTES);
    return unit == null ? "" : element(unit, 0);
  }

  private static @Nullable Object value(Node node, List<String> names) {
    for (String name : names) {
      @Nullable Attribute attribute = node.getAttributes().get(name);
      if (attribute != null) {
        return attribute.getData();
      }
    }
    return null;
  }

  private static String element(@Nullable Object value, int index) {
    if (value == null) {
      return "";
    }
    if (!value.getClass().isArray()) {
      return index == 0 ? String.valueOf(value).strip() : "";
    }
    return index < Array.getLength(value) ? String.valueOf(Array.get(value, index)).strip() : "";
  }

  private static List<String> cells(Object values) {
    int length = Array.getLength(values);
    List<String> cells = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      @Nullable Object value = Array.get(values, i);
      // a float as the double that it is, not as the shortest text of a float
      cells.add(
          value instanceof Float number
              ? String.valueOf(number.doubleValue())
              : String.valueOf(value).strip());
    }
    return cells;
  }
}
