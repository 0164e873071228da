package tlsfit.measurement;

import java.util.List;

/**
 * The readings of one table.
 *
 * @param name the table's file name, without folders
 * @param readings in the order of the file
 */
public record Sweep(String name, List<Reading> readings) {
  public Sweep {
    readings = readings instanceof ReadingColumns ? readings : List.copyOf(readings);
  }
}
