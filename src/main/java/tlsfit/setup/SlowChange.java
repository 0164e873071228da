package tlsfit.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A slow change of the frequency in one table, in addition to the shift: a nuisance of known shape
 * and unknown amplitude [Hz], in which the frequency is linear.
 *
 * @param table name of the table, as {@link tlsfit.measurement.Sweep#name}
 * @param kind its shape
 */
public record SlowChange(String table, Kind kind) {

  /** What a slow change is a function of; a table has one of each at most. */
  public enum Family {
    /** The reference frequency of the table. */
    REFERENCE,
    /** The order of the rows. */
    DRIFT,
    /** The microwave power. */
    BASELINE;

    /** The name in options and files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The shape of a slow change. */
  public enum Kind {
    /** The table has its own reference frequency, as after another cool-down: 1. */
    OWN_REFERENCE(Family.REFERENCE, "own"),
    /** The number of the row, scaled to −1/2..1/2: the amplitude is the drift over the table. */
    LINEAR_DRIFT(Family.DRIFT, "linear"),
    /** The power, relative to the highest in the table: the amplitude is the shift there. */
    LINEAR_BASELINE(Family.BASELINE, "linear", 1),
    /** The square of the same. */
    QUADRATIC_BASELINE(Family.BASELINE, "quadratic", 2),
    /** Its square root. */
    SQRT_BASELINE(Family.BASELINE, "sqrt", 0.5),
    /** Its fourth root, which is looked for and not fitted on request. */
    FOURTH_ROOT_BASELINE(Family.BASELINE, "fourth-root", 0.25);

    private final Family family;
    private final String value;
    private final double exponent;

    Kind(Family family, String value) {
      this(family, value, Double.NaN);
    }

    Kind(Family family, String value, double exponent) {
      this.family = family;
      this.value = value;
      this.exponent = exponent;
    }

    /** What it is a function of. */
    public Family family() {
      return family;
    }

    /** The name among those of its family, in options and files. */
    public String value() {
      return value;
    }

    /** The name by itself, such as {@code linear-drift}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Power of the microwave power that it grows with [1]; for a baseline only. */
    public double exponent() {
      return exponent;
    }

    /** Whether it can be asked for. */
    public boolean offered() {
      return this != FOURTH_ROOT_BASELINE;
    }

    /** The kinds of a family that can be asked for. */
    public static List<Kind> of(Family family) {
      return Arrays.stream(values())
          .filter(kind -> kind.family == family && kind.offered())
          .toList();
    }

    /** The kind of a family by its name there, if it can be asked for. */
    public static Optional<Kind> find(Family family, String value) {
      return of(family).stream().filter(kind -> kind.value.equals(value)).findFirst();
    }
  }
}
