package tlsfit.picture;

import java.util.ArrayList;
import java.util.List;
import tlsfit.units.NumberText;

/**
 * An axis.
 *
 * @param label quantity and unit
 * @param logarithmic whether it is divided in decades
 * @param from its value at the left or at the bottom; above 0 where it is logarithmic
 * @param to its value at the right or at the top, above {@code from}
 * @param given its ticks; empty where round numbers do
 */
public record Axis(String label, boolean logarithmic, double from, double to, List<Tick> given) {
  private static final String SUPERSCRIPTS = "º¹²³⁴⁵⁶⁷⁸⁹"; // the font has no U+2070

  /** Checks the range. */
  public Axis {
    if (!(from < to && (!logarithmic || from > 0) && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(label + ": no axis from " + from + " to " + to);
    }
    given = List.copyOf(given);
  }

  /** An axis with round numbers. */
  public Axis(String label, boolean logarithmic, double from, double to) {
    this(label, logarithmic, from, to, List.of());
  }

  /** A vertical axis of names, the first at the top: the k-th at the value −k. */
  public static Axis named(String label, List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      ticks.add(new Tick(-k, names.get(k)));
    }
    return new Axis(label, false, 0.5 - names.size(), 0.5, ticks);
  }

  /** A linear axis. */
  public static Axis linear(String label, double from, double to) {
    return new Axis(label, false, from, to);
  }

  /** A logarithmic axis. */
  public static Axis logarithmic(String label, double from, double to) {
    return new Axis(label, true, from, to);
  }

  /** Where a value lies along the axis, 0 at its beginning and 1 at its end. */
  public double place(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
        : (value - from) / (to - from);
  }

  /**
   * A mark of the axis.
   *
   * @param at its value on the axis
   * @param text what stands beside it; empty for a small one
   */
  public record Tick(double at, String text) {}

  /**
   * Its ticks: round numbers, or decades with small ticks between.
   *
   * @param most how many with text there may be, at least 2
   */
  public List<Tick> ticks(int most) {
    if (!given.isEmpty()) {
      return given;
    }
    return logarithmic && to / from >= 10 ? decades(most) : round(most);
  }

  private List<Tick> round(int most) {
    double least = (to - from) / most;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    double step = 10 * decade;
    for (double factor : new double[] {5, 2, 1}) {
      if (factor * decade >= least) {
        step = factor * decade;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    double last = to + 1e-9 * step;
    double first = Math.ceil(from / step - 1e-9);
    // Counted, since a range at the limit of what a double resolves would have no next number.
    for (int k = 0; k <= most + 1 && (first + k) * step <= last; k++) {
      double value = (first + k) * step + 0.0; // no "-0"
      ticks.add(new Tick(value, NumberText.significant(value, 9).replace('-', '−')));
    }
    return ticks;
  }

  private List<Tick> decades(int most) {
    int first = (int) Math.floor(Math.log10(from) + 1e-9);
    int last = (int) Math.ceil(Math.log10(to) - 1e-9);
    int every = Math.max(1, (int) Math.ceil((last - first) / (double) most));
    boolean between = last - first <= 3;
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      double decade = Math.pow(10, exponent);
      for (int digit = 1; digit < 10; digit++) {
        double value = digit * decade;
        if (value < from * (1 - 1e-9) || value > to * (1 + 1e-9) || (digit > 1 && every > 1)) {
          continue;
        }
        boolean named =
            digit == 1
                ? exponent % every == 0
                : between && (digit == 2 || digit == 5) && 3 * Math.log10(to / from) <= most;
        ticks.add(new Tick(value, named ? text(digit, exponent) : ""));
      }
    }
    return ticks;
  }

  private static String text(int digit, int exponent) {
    return digit == 1
        ? decade(exponent)
        : exponent >= -3 && exponent <= 3
            ? NumberText.significant(digit * Math.pow(10, exponent), 1)
            : digit + "·" + decade(exponent);
  }

  /** A power of ten: 0.01, 10 and 10⁸. */
  static String decade(int exponent) {
    if (exponent < -3) {
      return "1e−" + -exponent; // the font has no superscript minus
    }
    if (exponent <= 3) {
      return NumberText.significant(Math.pow(10, exponent), 1);
    }
    StringBuilder text = new StringBuilder("10");
    for (char digit : Integer.toString(exponent).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
