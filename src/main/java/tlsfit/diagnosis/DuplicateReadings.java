package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import tlsfit.fit.Fit;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Reading;

/**
 * Readings that were given twice: rows with the same drive, bias rate, frequency and σ, to the last
 * digit. Each copy counts as a measurement of its own, and makes all errors too small.
 *
 * <p>Frequencies may be equal by chance where they were rounded: of two readings at one setting,
 * with noise s and rounded to a multiple of g, with the probability g/(2 √π s), the density at 0 of
 * the difference of two normal numbers. Of all pairs at one setting together the equal ones follow
 * Poisson's law.
 *
 * @param copies the readings that repeat an earlier one
 * @param pValue probability of as many copies by chance
 */
record DuplicateReadings(List<Reading> copies, double pValue) {
  /** How near to a multiple of a least difference counts as one [1]. */
  private static final double NEARLY = 0.01;

  /** Decimal grids that are tried, from 1 GHz down. */
  private static final double COARSEST = 1e9;

  private static final int PARTS = 4;

  private record Setting(Drive drive, BiasRate biasRate) {}

  private record Row(Setting setting, double frequency, OptionalDouble sigma) {
    private static Row of(Reading reading) {
      return new Row(
          new Setting(reading.drive(), reading.biasRate()), reading.frequency(), reading.sigma());
    }
  }

  DuplicateReadings {
    copies = List.copyOf(copies);
  }

  /**
   * Looks for copies.
   *
   * @param readings all of a fit, or some
   * @param fit whose noise makes frequencies equal or not
   */
  static DuplicateReadings of(List<Reading> readings, Fit fit) {
    Map<Row, Integer> seen = new LinkedHashMap<>();
    Map<Setting, Integer> settings = new LinkedHashMap<>();
    List<Reading> copies = new ArrayList<>();
    for (Reading reading : readings) {
      Row row = Row.of(reading);
      settings.merge(row.setting, 1, Integer::sum);
      if (seen.merge(row, 1, Integer::sum) > 1) {
        copies.add(reading);
      }
    }
    if (copies.isEmpty()) {
      return new DuplicateReadings(copies, 1);
    }
    double pairs = settings.values().stream().mapToDouble(n -> 0.5 * n * (n - 1)).sum();
    double[] frequencies = readings.stream().mapToDouble(Reading::frequency).toArray();
    double noise = 2 * Math.sqrt(Math.PI) * fit.typicalSigma();
    double expected = pairs * Math.min(1, grid(frequencies) / noise);
    return new DuplicateReadings(
        copies, PoissonDistribution.of(expected).survivalProbability(copies.size() - 1));
  }

  /** How often each row occurs. */
  static Map<Object, Long> rows(List<Reading> readings) {
    return readings.stream().collect(Collectors.groupingBy(Row::of, Collectors.counting()));
  }

  /**
   * The grid that all frequencies lie on [Hz]: the least difference of two or a simple part of it,
   * if all others are multiples, as those of an instrument's points are; else a power of ten, as of
   * rounded text; else the least difference itself, above which no grid can be.
   */
  static double grid(double[] frequencies) {
    double[] sorted = Arrays.stream(frequencies).sorted().distinct().toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      least = Math.min(least, sorted[i] - sorted[i - 1]);
    }
    double rounding = 4 * Math.ulp(sorted[sorted.length - 1]);
    for (int part = 1; sorted.length > 2 && part <= PARTS; part++) {
      if (onGrid(sorted, sorted[0], least / part, NEARLY)) {
        return least / part;
      }
    }
    double grid = COARSEST;
    while (grid > rounding && !onGrid(sorted, 0, grid, rounding / grid)) {
      grid /= 10;
    }
    return grid > rounding ? grid : least;
  }

  private static boolean onGrid(double[] frequencies, double from, double grid, double near) {
    return Arrays.stream(frequencies)
        .allMatch(
            frequency -> {
              double steps = (frequency - from) / grid;
              return Math.abs(steps - Math.rint(steps)) <= near;
            });
  }
}
