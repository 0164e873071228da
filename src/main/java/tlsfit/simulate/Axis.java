package tlsfit.simulate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import tlsfit.measurement.Channel;
import tlsfit.units.Numbers;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * An axis of a table: the values of one channel, a range or one value for all rows.
 *
 * @param channel what it is
 * @param unit the unit it is written in
 * @param from first value in this unit
 * @param to last value
 */
record Axis(Channel channel, Unit unit, double from, double to) {
  private static final MathContext WRITTEN = new MathContext(6);

  /**
   * Reads {@code -100..-40 dBm} or {@code 16000 V/s}.
   *
   * @param key that of a channel
   * @param text the values
   * @throws SimulationException if the text is none, or its unit is not one of the channel
   */
  static Axis parse(String key, String text) {
    String stripped = text.strip();
    int blank = stripped.indexOf(' ');
    String numbers = blank < 0 ? stripped : stripped.substring(0, blank);
    int dots = numbers.indexOf("..");
    try {
      Unit unit = Unit.of(blank < 0 ? "" : stripped.substring(blank));
      double from = Numbers.parse(dots < 0 ? numbers : numbers.substring(0, dots));
      double to = dots < 0 ? from : Numbers.parse(numbers.substring(dots + 2));
      Axis axis = new Axis(channel(key, unit), unit, from, to);
      if (!unit.isDecibel() && !(from > 0 && to > 0)) {
        throw new SimulationException(key + " must be above zero, as in " + example(key));
      }
      return axis;
    } catch (UnitException e) {
      throw new SimulationException(
          key + "=" + stripped + ": " + e.getMessage() + "; write " + example(key));
    }
  }

  private static Channel channel(String key, Unit unit) {
    return Channel.of(key, unit)
        .filter(channel -> !channel.countsCycles(unit.toString()))
        .orElseThrow(
            () ->
                new SimulationException(
                    key
                        + " in "
                        + unit
                        + ": its unit is one of "
                        + Channel.ofKey(key).stream().flatMap(c -> c.units().stream()).toList()
                        + ", as in "
                        + example(key)));
  }

  // a laboratory sweeps the voltage of its bias
  private static String example(String key) {
    Channel usual =
        Channel.ofKey(key).stream()
            .filter(channel -> channel.isDrive() || channel == Channel.VOLTAGE_RATE)
            .findFirst()
            .orElseThrow();
    return key + "=" + usual.exampleRange();
  }

  /** Its key in options and sample files. */
  String key() {
    return channel.key();
  }

  /** Whether it is one value for all rows. */
  boolean isConstant() {
    return from == to;
  }

  /** The header of its column. */
  String header() {
    return channel.header(unit);
  }

  /**
   * The values as they are written, to six digits: evenly spaced in the logarithm, and in decibels.
   */
  List<String> values(int points) {
    if (isConstant()) {
      return List.of(written(from));
    }
    String[] values = new String[points];
    for (int i = 0; i < points; i++) {
      double t = (double) i / (points - 1);
      values[i] =
          written(
              unit.isDecibel() ? from + t * (to - from) : from * Math.exp(t * Math.log(to / from)));
    }
    return Arrays.asList(values);
  }

  private static String written(double value) {
    BigDecimal rounded = new BigDecimal(value).round(WRITTEN).stripTrailingZeros();
    boolean plain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7);
    return plain ? rounded.toPlainString() : rounded.toString().replace("E+", "e");
  }

  /** A written value in SI. */
  double toSi(String value) {
    return unit.toSi(Double.parseDouble(value));
  }
}
