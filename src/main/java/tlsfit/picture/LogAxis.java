package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tlsfit.units.NumberText;

/** Logarithmic axes around values above 0, with ticks at round numbers. */
final class LogAxis {
  private static final double MARGIN = 0.06;

  /** Decades from which on an axis has ticks at decades alone. */
  private static final double WIDE = 2.7;

  private LogAxis() {}

  /** A logarithmic axis around values above 0, leaving out what is no normal double. */
  static Axis around(String label, double[] values) {
    double[] shown =
        Arrays.stream(values)
            .filter(value -> value >= Double.MIN_NORMAL && Double.isFinite(value))
            .toArray();
    double low = Arrays.stream(shown).min().orElse(1);
    double high = Arrays.stream(shown).max().orElse(10);
    double factor = Math.max(1.05, Math.pow(10, MARGIN * decades(low, high)));
    double from = Math.max(low / factor, Double.MIN_NORMAL); // no end is 0 or infinite
    double to = Math.min(high * factor, Double.MAX_VALUE);
    return new Axis(label, true, from, to, ticks(from, to));
  }

  private static double decades(double from, double to) {
    return Math.log10(to) - Math.log10(from); // their ratio may be no number
  }

  /** Ticks at 1, 2 and 5 of each decade, or at round numbers where these are too few. */
  private static List<Axis.Tick> ticks(double from, double to) {
    List<Axis.Tick> ticks = new ArrayList<>();
    boolean wide = decades(from, to) > WIDE;
    double[][] choices =
        wide ? new double[][] {{1}} : new double[][] {{1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9}};
    for (double[] steps : choices) {
      ticks.clear();
      int last = (int) Math.ceil(Math.log10(to));
      for (int power = (int) Math.floor(Math.log10(from)); power <= last; power++) {
        for (double step : steps) {
          double at = step * Math.pow(10, power);
          if (at >= from && at <= to) {
            ticks.add(new Axis.Tick(at, NumberText.significant(at, 2)));
          }
        }
      }
      if (ticks.size() >= 2) {
        return ticks;
      }
    }
    return List.of();
  }
}
