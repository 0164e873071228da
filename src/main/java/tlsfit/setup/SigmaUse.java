package tlsfit.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Sweep;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** The use of the σ of the tables, as asked; where nothing is asked, the tables decide. */
public enum SigmaUse {
  /** The standard deviations of the readings. */
  ABSOLUTE,
  /** The standard deviations up to one common factor. */
  RELATIVE,
  /** The standard deviations up to a factor of each table's own. */
  PER_TABLE,
  /** Not used: all readings have the same weight. */
  NONE;

  /** The name in options and files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The use of a name, whatever its case; empty where there is none. */
  public static Optional<SigmaUse> find(String key) {
    return Arrays.stream(values()).filter(use -> use.key().equalsIgnoreCase(key)).findFirst();
  }

  /**
   * What is known of σ in a measurement. Where nothing is asked, σ are absolute if all readings
   * have one, and not used if none has.
   *
   * @param asked the use of σ that was asked for
   * @throws SetupException if readings lack the σ that is to be used, or only some have one
   */
  public static Noise noise(Optional<SigmaUse> asked, Measurement measurement) {
    if (asked.isPresent() && asked.get() == NONE) {
      return new Noise.FromScatter();
    }
    if (asked.isPresent() && asked.get() == PER_TABLE) {
      return new Noise.PerTable();
    }
    List<String> without = tablesWithoutSigma(measurement);
    boolean none = without.size() == measurement.sweeps().size();
    if (asked.isEmpty() && none) {
      return new Noise.FromScatter();
    }
    if (!without.isEmpty()) {
      List<String> names = new ArrayList<>(without);
      asked.ifPresent(use -> names.add(0, use.key()));
      RefusalCode code =
          asked.isPresent() ? RefusalCode.ASKED_SIGMA_MISSING : RefusalCode.TABLES_WITHOUT_SIGMA;
      throw new SetupException(
          Refusal.of(code, names.toArray(new String[0])).with("others", none ? 0 : 1));
    }
    return asked.isPresent() && asked.get() == RELATIVE
        ? new Noise.Relative()
        : new Noise.Absolute();
  }

  private static List<String> tablesWithoutSigma(Measurement measurement) {
    return measurement.sweeps().stream()
        .filter(sweep -> sweep.readings().stream().anyMatch(r -> r.sigma().isEmpty()))
        .map(Sweep::name)
        .toList();
  }

  /** The {@link #key}. */
  @Override
  public String toString() {
    return key();
  }
}
