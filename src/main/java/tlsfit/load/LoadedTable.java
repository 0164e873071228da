package tlsfit.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.measurement.Channel;
import tlsfit.units.Dimension;

/**
 * A table read and checked, its numbers in SI, not yet converted to fields.
 *
 * @param entry what the sample file says of it
 * @param sha256 of the file
 * @param headerLine line of the header
 * @param data the numbers of the rows
 * @param dimensions what each column or constant measures
 * @param excluded the rows that are left out of the fit, in columns as those of the data
 * @param reasons why each of them is left out
 * @param notes what was understood
 * @param warnings those of the notes that should not be missed
 */
record LoadedTable(
    TableEntry entry,
    String sha256,
    int headerLine,
    NumberColumns data,
    Map<Role, Dimension> dimensions,
    NumberColumns excluded,
    List<String> reasons,
    List<String> notes,
    List<String> warnings) {
  LoadedTable {
    dimensions = new EnumMap<>(dimensions);
  }

  /** The same with other rows, and others left out. */
  LoadedTable with(NumberColumns rows, NumberColumns left, List<String> why) {
    return new LoadedTable(entry, sha256, headerLine, rows, dimensions, left, why, notes, warnings);
  }

  /** The rows that are left out, as a table. */
  LoadedTable ofExcluded() {
    return with(excluded, excluded.none(), List.of());
  }

  String file() {
    return entry.file();
  }

  int rows() {
    return data.rows();
  }

  boolean hasColumn(Role role) {
    return data.has(role);
  }

  /** Whether it is known for every row, from a column or as a constant. */
  boolean has(Role role) {
    return dimensions.containsKey(role);
  }

  /** The column or constant that says how strong the microwave is. */
  Role drive() {
    return Role.DRIVES.stream().filter(this::has).findFirst().orElseThrow();
  }

  /** What the drive is given as. */
  Channel driveChannel() {
    return channel(drive());
  }

  /** What the bias is given as. */
  Channel biasChannel() {
    return channel(Role.BIAS_RATE);
  }

  private Channel channel(Role role) {
    return Optional.ofNullable(dimensions.get(role)).flatMap(role::channel).orElseThrow();
  }

  /** Values row by row; empty where neither a column nor a constant holds them. */
  Optional<double[]> values(Role role) {
    return data.values(role)
        .or(
            () ->
                Optional.ofNullable(entry.constants().get(role))
                    .map(
                        constant -> {
                          double[] values = new double[rows()];
                          Arrays.fill(values, constant.quantity().value());
                          return values;
                        }));
  }

  int line(int row) {
    return data.line(row);
  }
}
