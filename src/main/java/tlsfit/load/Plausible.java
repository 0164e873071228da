package tlsfit.load;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.units.NumberText;

/** What values of a column can be at all: beyond it, a unit is wrong or a number is none. */
final class Plausible {
  /** Superconducting resonators are built from some MHz to some ten GHz. */
  private static final double LOWEST_FREQUENCY = 1e6;

  private static final double HIGHEST_FREQUENCY = 1e11;

  /** +50 dBm: no source at a refrigerator gives more. */
  private static final double HIGHEST_POWER = 100;

  /** 10 dB as a ratio. */
  private static final double LARGEST_POWER_ERROR = 10;

  /** No field, rate or number of photons is as large; programs write such for no number. */
  private static final double LARGEST = 1e30;

  /** σ over the frequency; a resonance that is known no better is none. */
  private static final double LARGEST_SIGMA = 0.01;

  private Plausible() {}

  /**
   * Why a value cannot be meant.
   *
   * @param value in SI units
   * @return what to do; empty where it can
   */
  static Optional<String> objection(Role role, double value, TableColumn column) {
    @Nullable String expected =
        switch (role) {
          case FREQUENCY ->
              value >= LOWEST_FREQUENCY && value <= HIGHEST_FREQUENCY
                  ? null
                  : "a resonance frequency of 1 MHz to 100 GHz is expected";
          case POWER_SIGMA ->
              value >= 1 && value <= LARGEST_POWER_ERROR
                  ? null
                  : "an error of 0 dB to 10 dB is expected";
          case POWER ->
              value <= HIGHEST_POWER ? null : "a source power of +50 dBm at most is expected";
          default ->
              Math.abs(value) < LARGEST ? null : "no such value is measured: leave the cell empty";
        };
    return expected == null
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "in %s this is %s; %s: check the unit, which can be said in the sample file, as"
                    + " columns: {%s: {column: %d, unit: %s}}",
                column.unit(),
                shown(role, value),
                expected,
                role.key(),
                column.index() + 1,
                mostProbable(role, column)));
  }

  private static String mostProbable(Role role, TableColumn column) {
    String usual = role == Role.FREQUENCY ? "GHz" : role.units().get(0).toString();
    return column.unit().toString().equals("GHz") ? "Hz" : usual;
  }

  private static String shown(Role role, double value) {
    return role == Role.POWER
        ? NumberText.significant(10 * Math.log10(value) + 30, 4) + " dBm"
        : NumberText.significant(role.units().get(0).fromSi(value), 4)
            + (role.isPlainNumber() ? "" : " " + role.units().get(0));
  }

  /**
   * Whether σ is too large for a resonance.
   *
   * @param sigma [Hz], or relative
   * @param frequency [Hz]; 1 for a relative σ
   */
  static boolean isTooLarge(double sigma, double frequency) {
    return sigma >= LARGEST_SIGMA * frequency;
  }
}
