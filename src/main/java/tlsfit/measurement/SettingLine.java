package tlsfit.measurement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tlsfit.units.Require;

/**
 * The line along which a sweep moves: one quantity, in which the user set it, and the fields that
 * belong to each of its values, between the readings too.
 *
 * <p>Fields follow from readings by straight lines of their logarithms. That is exact where a field
 * is a power of the quantity, and right in between where it is not, as with a quality factor of
 * each reading. Beyond the readings the field goes on as the power that the quantity has by itself.
 *
 * @param channel the quantity that changes
 * @param otherChannel the other of drive and bias
 * @param other its value in SI units; empty where it changes along the line, too
 * @param numbers of the readings in their sweep, from 0, in the order of the sweep
 * @param nodes one reading for each different value of the quantity, ascending
 */
public record SettingLine(
    Channel channel,
    Channel otherChannel,
    OptionalDouble other,
    List<Integer> numbers,
    List<Reading> nodes) {
  /** Relative difference up to which two settings are one. */
  private static final double SAME = 1e-9;

  /** Lines that a sweep is cut into at most, beside one for the rest. */
  private static final int MOST_LINES = 12;

  /** Readings that make a line. */
  private static final int FEWEST_READINGS = 3;

  /** Copies the lists. */
  public SettingLine {
    numbers = List.copyOf(numbers);
    nodes = List.copyOf(nodes);
  }

  /**
   * The lines of a sweep, so that each moves drive or bias alone: those of most readings are taken
   * first. What then is left moves both, and is one line along the drive, with the bias that goes
   * with it.
   */
  public static List<SettingLine> of(Sweep sweep) {
    List<Integer> left =
        new ArrayList<>(IntStream.range(0, sweep.readings().size()).boxed().toList());
    List<SettingLine> lines = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Integer> oneBias = largest(groups(sweep, left, SettingLine::bias));
      List<Integer> oneDrive = largest(groups(sweep, left, SettingLine::drive));
      boolean overDrive = oneBias.size() >= oneDrive.size();
      List<Integer> numbers = overDrive ? oneBias : oneDrive;
      boolean together =
          lines.size() == MOST_LINES
              || (numbers.size() < FEWEST_READINGS && numbers.size() < left.size());
      if (together) {
        lines.add(line(sweep, left, true, OptionalDouble.empty()));
        break;
      }
      Reading first = sweep.readings().get(numbers.get(0));
      OptionalDouble other = OptionalDouble.of(overDrive ? bias(first) : drive(first));
      lines.add(line(sweep, numbers, overDrive, other));
      left.removeAll(numbers);
    }
    lines.sort(Comparator.comparing(line -> line.numbers.get(0)));
    return lines;
  }

  private static List<Integer> largest(TreeMap<Double, List<Integer>> groups) {
    return groups.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
  }

  private static TreeMap<Double, List<Integer>> groups(
      Sweep sweep, List<Integer> numbers, ToDoubleFunction<Reading> setting) {
    TreeMap<Double, List<Integer>> groups = new TreeMap<>();
    for (int i : numbers) {
      double value = setting.applyAsDouble(sweep.readings().get(i));
      Double near = groups.ceilingKey(value * (1 - SAME));
      boolean known = near != null && near <= value * (1 + SAME);
      groups.computeIfAbsent(known ? near : value, v -> new ArrayList<>()).add(i);
    }
    return groups;
  }

  private static SettingLine line(
      Sweep sweep, List<Integer> numbers, boolean overDrive, OptionalDouble other) {
    ToDoubleFunction<Reading> setting = overDrive ? SettingLine::drive : SettingLine::bias;
    List<Reading> nodes =
        groups(sweep, numbers, setting).values().stream()
            .map(same -> sweep.readings().get(same.get(0)))
            .sorted(Comparator.comparingDouble(setting))
            .toList();
    InstrumentSetting first = nodes.get(0).setting();
    return overDrive
        ? new SettingLine(first.drive(), first.bias(), other, numbers, nodes)
        : new SettingLine(first.bias(), first.drive(), other, numbers, nodes);
  }

  private static double drive(Reading reading) {
    return reading.setting().driveValue();
  }

  private static double bias(Reading reading) {
    return reading.setting().biasValue();
  }

  private double setting(Reading reading) {
    return channel.isDrive() ? drive(reading) : bias(reading);
  }

  /** The smallest value that was set [SI]. */
  public double lowest() {
    return setting(nodes.get(0));
  }

  /** The largest value that was set [SI]. */
  public double highest() {
    return setting(nodes.get(nodes.size() - 1));
  }

  /**
   * A reading at any value of the quantity, with the fields that belong to it; its frequency and
   * place are those of the reading below.
   *
   * @param value of the quantity in SI units, positive
   */
  public Reading at(double value) {
    Require.positive("value", value);
    int above = 0;
    while (above < nodes.size() && setting(nodes.get(above)) < value) {
      above++;
    }
    Reading low = nodes.get(Math.max(above - 1, 0));
    Reading high = nodes.get(Math.min(above, nodes.size() - 1));
    double step = Math.log(setting(high) / setting(low));
    double share = step == 0 ? 0 : Math.log(value / setting(low)) / step;
    double beyond = step == 0 ? Math.log(value / setting(low)) * channel.exponent() : 0;
    double drive =
        along(low.drive().value(), high.drive().value(), share, channel.isDrive() ? beyond : 0);
    double bias =
        along(
            low.biasRate().value(), high.biasRate().value(), share, channel.isDrive() ? 0 : beyond);
    InstrumentSetting given = low.setting();
    return new Reading(
        low.drive().withValue(drive),
        low.biasRate().withValue(bias),
        low.frequency(),
        low.sigma(),
        channel.isDrive()
            ? new InstrumentSetting(given.drive(), value, given.bias(), given.biasValue())
            : new InstrumentSetting(given.drive(), given.driveValue(), given.bias(), value),
        low.origin());
  }

  private static double along(double low, double high, double share, double beyond) {
    return low == high
        ? low * Math.exp(beyond)
        : Math.exp(Math.log(low) + share * Math.log(high / low) + beyond);
  }
}
