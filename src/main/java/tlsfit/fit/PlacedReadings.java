package tlsfit.fit;

import java.util.List;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;

/**
 * Readings and where each stands in its table, which stays the same whatever σ they are given.
 *
 * @param readings one below the other, sweep after sweep
 * @param table number of each one's table, from 0
 * @param tableNames the names of the tables' files
 * @param rowPosition of each among the rows of its whole table: from −1/2 to 1/2 [1]
 * @param relativePower of each over the highest one of its whole table, from the fields [1]
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record PlacedReadings(
    List<Reading> readings,
    int[] table,
    List<String> tableNames,
    double[] rowPosition,
    double[] relativePower) {
  PlacedReadings {
    readings = List.copyOf(readings);
    tableNames = List.copyOf(tableNames);
  }

  /** The readings of all sweeps. */
  static PlacedReadings of(Measurement measurement) {
    List<Reading> readings = measurement.readings().toList();
    int n = readings.size();
    int[] table = new int[n];
    double[] rowPosition = new double[n];
    double[] relativePower = new double[n];
    int next = 0;
    for (int t = 0; t < measurement.sweeps().size(); t++) {
      List<Reading> sweep = measurement.sweeps().get(t).readings();
      int rows = sweep.size();
      double highest = sweep.stream().mapToDouble(one -> one.drive().value()).max().orElse(1);
      for (int k = 0; k < rows; k++) {
        table[next] = t;
        rowPosition[next] = rows == 1 ? 0 : k / (rows - 1.0) - 0.5;
        double relative = sweep.get(k).drive().value() / highest;
        relativePower[next++] = relative * relative;
      }
    }
    List<String> names = measurement.sweeps().stream().map(Sweep::name).toList();
    return new PlacedReadings(readings, table, names, rowPosition, relativePower);
  }

  /** Readings of no table. */
  static PlacedReadings of(List<Reading> readings) {
    int n = readings.size();
    return new PlacedReadings(readings, new int[n], List.of(""), new double[n], new double[n]);
  }

  /** Some of the readings, with the places they have here. */
  PlacedReadings subset(List<Integer> numbers) {
    List<Integer> tables = numbers.stream().map(i -> table[i]).distinct().toList();
    return new PlacedReadings(
        numbers.stream().map(readings::get).toList(),
        numbers.stream().mapToInt(i -> tables.indexOf(table[i])).toArray(),
        tables.stream().map(tableNames::get).toList(),
        numbers.stream().mapToDouble(i -> rowPosition[i]).toArray(),
        numbers.stream().mapToDouble(i -> relativePower[i]).toArray());
  }
}
