package tlsfit.table;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table in an HDF5 file: of datasets that are named one by one, of a dataset of
 * compounds, or of the datasets in a group. The rows are numbered from 1.
 */
final class Hdf5Reader {
  private static final int LISTED = 12;
  private static final int DEEPEST = 6;

  private final LayoutChoice choice;

  Hdf5Reader(LayoutChoice choice) {
    this.choice = choice;
  }

  /**
   * The table.
   *
   * @throws TextFile.Unreadable if it cannot be read, or is not clear
   */
  RawTable read(byte[] bytes) throws TextFile.Unreadable {
    try (HdfFile file = HdfFile.fromBytes(bytes)) {
      return table(choice.paths().isEmpty() ? ofDataset(file) : ofPaths(file));
    } catch (RuntimeException | StackOverflowError e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new TextFile.Unreadable(
          "the HDF5 file cannot be read (" + Texts.shown(reason) + ")",
          "it is damaged, or uses a filter that is not known: write it again, plain or with gzip");
    }
  }

  private List<Hdf5Column> ofPaths(HdfFile file) throws TextFile.Unreadable {
    List<Hdf5Column> columns = new ArrayList<>();
    for (String path : choice.paths()) {
      if (!(node(file, path) instanceof Dataset dataset)) {
        throw missing(file, path);
      }
      columns.add(Hdf5Column.of(dataset, path));
    }
    return columns;
  }

  // step by step: the library's own search needs a file on the disk where it fails
  private static Node node(HdfFile file, String path) throws TextFile.Unreadable {
    Node node = file;
    for (String step : path.split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      @Nullable Node child = node instanceof Group group ? group.getChildren().get(step) : null;
      if (child == null) {
        throw missing(file, path);
      }
      node = child;
    }
    return node;
  }

  private static TextFile.Unreadable missing(HdfFile file, String path) {
    return new TextFile.Unreadable(
        "the HDF5 file has no dataset " + Texts.quoted(path), "its datasets are " + datasets(file));
  }

  private List<Hdf5Column> ofDataset(HdfFile file) throws TextFile.Unreadable {
    Node node = node(file, choice.dataset().orElse("/"));
    if (node instanceof Dataset dataset) {
      return dataset.isCompound()
          ? Hdf5Column.ofCompound(dataset)
          : List.of(Hdf5Column.of(dataset, dataset.getName()));
    }
    @Nullable Dataset only = choice.dataset().isEmpty() ? onlyDataset(file) : null;
    if (only != null && only.isCompound()) {
      return Hdf5Column.ofCompound(only);
    }
    List<Hdf5Column> columns = new ArrayList<>();
    for (Node child : ((Group) node).getChildren().values()) {
      if (child instanceof Dataset dataset && Hdf5Column.isColumn(dataset)) {
        columns.add(Hdf5Column.of(dataset, dataset.getName()));
      }
    }
    if (columns.isEmpty()) {
      throw new TextFile.Unreadable(
          "the HDF5 file has no table at " + Texts.quoted(node.getPath()),
          "say where it is, as dataset: PATH, or columns: {frequency: {path: PATH, unit: GHz}}; its"
              + " datasets are "
              + datasets(file));
    }
    return columns;
  }

  // the dataset of a file that has no other; null where there are several
  private static @Nullable Dataset onlyDataset(HdfFile file) throws TextFile.Unreadable {
    List<String> paths = new ArrayList<>();
    collect(file, paths, 0);
    return paths.size() == 1 && node(file, paths.get(0)) instanceof Dataset dataset
        ? dataset
        : null;
  }

  private static String datasets(Group group) {
    List<String> paths = new ArrayList<>();
    collect(group, paths, 0);
    String first = paths.stream().limit(LISTED).collect(Collectors.joining(", "));
    return paths.size() > LISTED ? first + " and more" : first;
  }

  private static void collect(Group group, List<String> paths, int depth) {
    for (Node child : group.getChildren().values()) {
      if (paths.size() > LISTED || depth > DEEPEST) {
        return;
      }
      if (child instanceof Group inner) {
        collect(inner, paths, depth + 1);
      } else {
        paths.add(child.getPath());
      }
    }
  }

  private static RawTable table(List<Hdf5Column> columns) throws TextFile.Unreadable {
    int rows = columns.get(0).cells().size();
    if (columns.stream().anyMatch(column -> column.cells().size() != rows)) {
      throw new TextFile.Unreadable(
          "the datasets differ in length: "
              + columns.stream()
                  .map(column -> column.name() + " has " + column.cells().size())
                  .collect(Collectors.joining(", ")),
          "one number for each row is needed in each");
    }
    if (rows == 0) {
      throw new TextFile.Unreadable("the datasets are empty", "one row at least is needed");
    }
    List<RawTable.Row> table =
        IntStream.range(0, rows)
            .mapToObj(
                i ->
                    new RawTable.Row(
                        i + 1, columns.stream().map(column -> column.cells().get(i)).toList()))
            .toList();
    boolean units = columns.stream().anyMatch(column -> !column.unit().isEmpty());
    // numbers of a machine have no thousands, and a point before their decimals
    Layout layout =
        new Layout(
            "HDF5",
            0,
            false,
            0,
            Collections.nCopies(columns.size(), ColumnDecimals.POINT),
            List.of());
    return new RawTable(
        layout,
        columns.stream().map(Hdf5Column::name).toList(),
        units ? columns.stream().map(Hdf5Column::unit).toList() : List.of(),
        List.of(),
        table);
  }
}
