package tlsfit.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the feed line is coupled to the resonator: the factor g of the stored energy W = g Q_l²
 * P/(Q_c ω0) (theory, section 10).
 */
public enum Coupling {
  /** Notch, or hanger: the resonator beside a line that goes through, g = 2. */
  NOTCH(2, "hanger", "side-coupled", "shunt"),
  /** Measured in reflection from its only port, g = 4. */
  REFLECTION(4),
  /** Two ports, measured in transmission; Q_c is that of the input port, g = 4. */
  TRANSMISSION(4);

  private final double factor;

  // unmodifiable
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> otherKeys;

  Coupling(double factor, String... otherKeys) {
    this.factor = factor;
    this.otherKeys = List.of(otherKeys);
  }

  /** Its word in files and options: {@code notch}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Other words that laboratories have for it: {@code hanger}. */
  public List<String> otherKeys() {
    return otherKeys;
  }

  /**
   * The coupling of a word, by its own or another one of the laboratories, whatever the case, with
   * blanks, hyphens and underscores made equal.
   */
  public static Optional<Coupling> find(String word) {
    String key = word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
    return Arrays.stream(values())
        .filter(coupling -> coupling.key().equals(key) || coupling.otherKeys.contains(key))
        .findFirst();
  }

  /** The factor g [1]. */
  public double factor() {
    return factor;
  }
}
