package tlsfit.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.units.Quantity;

/**
 * The temperature of a measurement: that of the resonator as the sample file says it, else that of
 * the tables where it is the same in all their rows. The theory knows one temperature only.
 */
final class Temperatures {
  private final Optional<Quantity> given;
  private final List<LoadedTable> tables;

  Temperatures(Optional<Quantity> given, List<LoadedTable> tables) {
    this.given = given;
    this.tables = tables;
  }

  /** The temperature [K]; empty where none is known, or the rows differ. */
  OptionalDouble value() {
    if (given.isPresent()) {
      return OptionalDouble.of(given.get().value());
    }
    boolean all = !tables.isEmpty() && tables.stream().allMatch(this::told);
    double[] range = range();
    return all && range[0] == range[1] ? OptionalDouble.of(range[0]) : OptionalDouble.empty();
  }

  /** What was made of the columns, where there are any. */
  Optional<String> note() {
    double[] range = range();
    if (!(range[0] <= range[1])) {
      return Optional.empty();
    }
    String values =
        range[0] == range[1]
            ? String.format(Locale.ROOT, "%.4g mK", range[0] * 1e3)
            : String.format(Locale.ROOT, "%.4g mK to %.4g mK", range[0] * 1e3, range[1] * 1e3);
    String used =
        given.isPresent()
            ? "not used: resonator.temperature is given"
            : value().isPresent()
                ? "used: it is the same in all rows"
                : "not used: it is not one temperature in all rows of all tables";
    return Optional.of("the temperature of the rows, " + values + ", is " + used);
  }

  private boolean told(LoadedTable table) {
    return table
        .values(Role.TEMPERATURE)
        .map(values -> Arrays.stream(values).noneMatch(Double::isNaN))
        .orElse(false);
  }

  private double[] range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (LoadedTable table : tables) {
      for (double value : table.values(Role.TEMPERATURE).orElse(new double[0])) {
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
    return new double[] {low, high};
  }
}
