package tlsfit.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of a table that a user leaves out of the fit: by their lines, or by a condition. */
sealed interface Exclusion {

  /** As it is written. */
  String text();

  /** Where it is written. */
  YamlNode.Scalar place();

  /** Whether it leaves out a row by its line. */
  default boolean names(int line) {
    return false;
  }

  /**
   * Lines, both ends included.
   *
   * @param place where it is written
   * @param from the first
   * @param to the last
   */
  record Lines(YamlNode.Scalar place, int from, int to) implements Exclusion {
    @Override
    public String text() {
      return (from == to ? "line " : "lines ") + place.text();
    }

    @Override
    public boolean names(int line) {
      return line >= from && line <= to;
    }
  }

  /**
   * Comparisons that all hold.
   *
   * @param place where it is written
   * @param comparisons one at least
   */
  record Condition(YamlNode.Scalar place, List<Comparison> comparisons) implements Exclusion {
    @Override
    public String text() {
      return place.text();
    }
  }

  /** How two numbers are compared. */
  enum Sign {
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">="),
    EQUAL("="),
    UNEQUAL("!=");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    /** The sign of a text such as {@code >=}. */
    static Optional<Sign> of(String text) {
      String plain = text.replace("==", "=").replace("≤", "<=").replace("≥", ">=");
      for (Sign sign : values()) {
        if (sign.text.equals(plain.toLowerCase(Locale.ROOT))) {
          return Optional.of(sign);
        }
      }
      return Optional.empty();
    }

    /** The same with the two sides exchanged. */
    Sign turned() {
      return switch (this) {
        case BELOW -> ABOVE;
        case AT_MOST -> AT_LEAST;
        case ABOVE -> BELOW;
        case AT_LEAST -> AT_MOST;
        case EQUAL, UNEQUAL -> this;
      };
    }

    boolean holds(double value, double limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case ABOVE -> value > limit;
        case AT_LEAST -> value >= limit;
        case EQUAL -> value == limit;
        case UNEQUAL -> value != limit && !Double.isNaN(value);
      };
    }
  }

  /**
   * A comparison of a number of each row.
   *
   * @param role what is compared
   * @param sign how
   * @param limit in SI, as values of the role are kept
   */
  record Comparison(Role role, Sign sign, double limit) {}
}
