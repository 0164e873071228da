package tlsfit.report;

import org.jspecify.annotations.Nullable;

/** A cell of a table, with its text and, where it has one, its number. */
public sealed interface Cell {
  /** The cell as shown. */
  String text();

  /** Words. */
  record Text(String text) implements Cell {}

  /**
   * A number.
   *
   * @param value in the unit that the table shows
   * @param text rounded as it is worth
   */
  record Numeric(double value, String text) implements Cell {}

  /**
   * An interval.
   *
   * @param lower its lower end in the unit that the table shows; null where it is open
   * @param upper its upper end; null likewise
   * @param text both ends, or what stands for them
   */
  record Range(@Nullable Double lower, @Nullable Double upper, String text) implements Cell {}

  /** No number, with what stands in its place, such as {@code fixed}. */
  record Absent(String text) implements Cell {}
}
