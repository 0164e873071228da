package tlsfit.simulate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tlsfit.units.Numbers;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * The values of one quantity over a table: a range, or one value for all rows.
 *
 * @param key what it is, as in a sample file: {@code power}, {@code bias-rate}
 * @param unit the unit it is written in
 * @param from first value in this unit
 * @param to last value
 */
record Axis(String key, Unit unit, double from, double to) {
  private static final MathContext WRITTEN = new MathContext(6);

  private static final Map<String, List<Unit>> UNITS =
      Map.of(
          "power", List.of(Unit.DBM),
          "photons", List.of(Unit.ONE),
          "ac-field", List.of(Unit.of("V/m")),
          "rabi-frequency", List.of(Unit.of("1/s"), Unit.of("rad/s")),
          "bias-rate",
              List.of(Unit.of("V/s"), Unit.of("V/m/s"), Unit.of("1/s^2"), Unit.of("rad/s^2")));

  static boolean isKey(String key) {
    return UNITS.containsKey(key);
  }

  /** Reads {@code -100..-40 dBm} or {@code 16000 V/s}. */
  static Axis parse(String key, String text) {
    String stripped = text.strip();
    int blank = stripped.indexOf(' ');
    String numbers = blank < 0 ? stripped : stripped.substring(0, blank);
    int dots = numbers.indexOf("..");
    try {
      Unit unit = Unit.of(blank < 0 ? "" : stripped.substring(blank));
      double from = Numbers.parse(dots < 0 ? numbers : numbers.substring(0, dots));
      double to = dots < 0 ? from : Numbers.parse(numbers.substring(dots + 2));
      Axis axis = new Axis(key, unit, from, to);
      axis.check();
      return axis;
    } catch (UnitException e) {
      throw new SimulationException(
          key + "=" + stripped + ": " + e.getMessage() + "; write " + example(key));
    }
  }

  private void check() {
    List<Unit> allowed = UNITS.getOrDefault(key, List.of());
    // Hz would count cycles where radians are meant.
    if (allowed.stream().noneMatch(unit::mayStandFor) || unit.toString().contains("Hz")) {
      throw new SimulationException(
          key + " in " + unit + ": its unit is one of " + allowed + ", as in " + example(key));
    }
    if (!unit.isDecibel() && !(from > 0 && to > 0)) {
      throw new SimulationException(key + " must be above zero, as in " + example(key));
    }
  }

  private static String example(String key) {
    return switch (key) {
      case "power" -> "power=-100..-40 dBm";
      case "photons" -> "photons=1..1e6";
      case "ac-field" -> "ac-field=10..1000 V/m";
      case "rabi-frequency" -> "rabi-frequency=1e6..1e9 1/s";
      default -> "bias-rate=1e2..1e6 V/s";
    };
  }

  boolean isConstant() {
    return from == to;
  }

  /** The header of its column. */
  String header() {
    String name = key.replace('-', '_');
    return unit.equals(Unit.ONE) ? name : name + " [" + unit + "]";
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
