package tlsfit.table;

import java.util.OptionalDouble;

/** A cell read as a number: a value, none because it is missing, or a fault. */
public sealed interface CellNumber {
  /**
   * A number.
   *
   * @param value as it is written
   * @param error written behind it, as in {@code 5.0123(4)} and {@code 5.0123 ± 0.0004}; empty
   *     where there is none
   * @param unit written behind it; empty where there is none
   */
  record Value(double value, OptionalDouble error, String unit) implements CellNumber {

    /** A number with nothing behind it. */
    public static Value of(double value) {
      return new Value(value, OptionalDouble.empty(), "");
    }
  }

  /** The cell says that there is no number. */
  record Missing() implements CellNumber {}

  /**
   * The cell is no number that can be read.
   *
   * @param mend what to do
   */
  record Fault(String mend) implements CellNumber {}

  /** Plus, minus, and the dashes that stand for a minus. */
  static boolean isSign(char c) {
    return c == '-' || c == '+' || c == '\u2212' || isDash(c);
  }

  /** Dashes that word processors make of a minus sign. */
  static boolean isDash(char c) {
    return (c >= '\u2010' && c <= '\u2015') || c == '\ufe63' || c == '\uff0d';
  }
}
