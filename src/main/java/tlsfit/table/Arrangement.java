package tlsfit.table;

import java.util.Optional;

/**
 * How the readings of a table lie in its rows and columns.
 *
 * @param kind as it was said, or that it is to be guessed
 * @param across what the numbers in headers are, as a header: {@code bias-rate [V/s]}; of a wide
 *     table only, empty where the headers say it
 * @param cells what the cells below them are, as a header: {@code frequency [GHz]}; the same
 */
public record Arrangement(Kind kind, Optional<String> across, Optional<String> cells) {
  /** Nothing was said. */
  public static final Arrangement GUESSED = of(Kind.GUESSED);

  /** Where a reading is. */
  public enum Kind {
    /** As the table looks. */
    GUESSED,
    /** A row is a reading. */
    ROWS,
    /** A column is a reading: rows are quantities. */
    TRANSPOSED,
    /** A row holds several readings: one quantity changes from column to column. */
    WIDE
  }

  /** A kind that needs no more words. */
  public static Arrangement of(Kind kind) {
    return new Arrangement(kind, Optional.empty(), Optional.empty());
  }

  /** Whether it is said, or may be guessed where nothing is said. */
  public boolean mayBe(Kind other) {
    return kind == other || kind == Kind.GUESSED;
  }
}
