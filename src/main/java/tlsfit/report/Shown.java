package tlsfit.report;

import org.jspecify.annotations.Nullable;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.PdgRounding;

/** Numbers of a parameter as they are shown: to the digits that its error is worth, in its unit. */
final class Shown {
  private static final int DIGITS_OF_FIXED = 7;

  /** From so many zeros behind the point on, a power of ten is shorter. */
  private static final int MOST_DECIMALS = 5;

  private final DisplayUnit unit;
  private final int decimals;

  private Shown(DisplayUnit unit, int decimals) {
    this.unit = unit;
    this.decimals = decimals;
  }

  /** In the usual unit of the parameter. */
  static Shown of(ParameterEstimate parameter) {
    return of(parameter, DisplayUnit.of(parameter.name(), parameter.unit()));
  }

  /** In another unit. */
  static Shown of(ParameterEstimate parameter, DisplayUnit unit) {
    return new Shown(
        unit,
        decimals(
            unit,
            parameter.standardError(),
            parameter.value(),
            parameter.interval().lower(),
            parameter.interval().upper()));
  }

  /** Of a value with its error. */
  static Shown of(double value, @Nullable Double error, DisplayUnit unit) {
    return new Shown(unit, decimals(unit, error, value, null, null));
  }

  /** What the error is worth, but no less than two digits of the smallest number shown. */
  private static int decimals(
      DisplayUnit unit,
      @Nullable Double error,
      @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper) {
    int decimals = Integer.MIN_VALUE;
    if (error != null && error > 0) {
      decimals = PdgRounding.decimals(unit.show(error));
    }
    boolean alone = decimals == Integer.MIN_VALUE;
    for (@Nullable Double shown : new @Nullable Double[] {value, lower, alone ? upper : null}) {
      if (shown != null && shown != 0) {
        decimals = Math.max(decimals, NumberText.decimals(unit.show(shown), alone ? 3 : 2));
      }
    }
    return decimals == Integer.MIN_VALUE ? 0 : decimals;
  }

  DisplayUnit unit() {
    return unit;
  }

  /** The unit as it stands in a column of units, a power of ten without the sign of times. */
  String unitText() {
    return unit.symbol().startsWith("×") ? unit.symbol().substring(1) : unit.symbol();
  }

  /** A value, or an end of an interval. */
  String value(double si) {
    return NumberText.fixed(unit.show(si), decimals);
  }

  /** A value that is known exactly. */
  String exact(double si) {
    return NumberText.significant(unit.show(si), DIGITS_OF_FIXED);
  }

  /** An error to as many decimals as the value has, or fewer where it is large. */
  String error(double si) {
    double size = unit.show(Math.abs(si));
    int worth = size > 0 ? Math.min(decimals, PdgRounding.decimals(size)) : decimals;
    return decimals > MOST_DECIMALS && size < 1
        ? NumberText.significant(size, size > 0 ? Math.max(1, 1 + worth + exponent(size)) : 1)
        : NumberText.fixed(size, Math.max(worth, Math.min(decimals, 0)));
  }

  /** The same without a power of ten where decimals do. */
  String plainError(double si) {
    return NumberText.fixed(unit.show(Math.abs(si)), decimals);
  }

  private static int exponent(double size) {
    return (int) Math.floor(Math.log10(size));
  }

  /** The value as a cell. */
  Cell cell(double si) {
    return new Cell.Numeric(unit.show(si), value(si));
  }

  /** The error as a cell; a dash where there is none. */
  Cell errorCell(@Nullable Double si) {
    return si == null ? new Cell.Absent("–") : new Cell.Numeric(unit.show(si), error(si));
  }

  /** An interval as a cell, open ends said in words. */
  Cell interval(@Nullable Double lower, @Nullable Double upper) {
    String text;
    if (lower != null) {
      text =
          upper == null
              ? "> " + value(lower) + ", no upper limit"
              : value(lower) + " – " + value(upper);
    } else {
      text = upper == null ? "no limit" : "< " + value(upper) + ", no lower limit";
    }
    return new Cell.Range(
        lower == null ? null : unit.show(lower), upper == null ? null : unit.show(upper), text);
  }
}
