package tlsfit.picture;

import java.util.ArrayList;
import java.util.List;
import tlsfit.units.NumberText;

/** Logarithmic axes around values above 0, with ticks at round numbers. */
final class LogAxis {
  private static final double MARGIN = 0.06;
  private static final double LEAST_FACTOR = 1.05;

  /** Decades from which on an axis has ticks at decades alone. */
  private static final double WIDE = 2.7;

  private LogAxis() {}

  /** A logarithmic axis around values above 0, leaving out what no axis can show. */
  static Axis around(String label, double[] values) {
    AxisRange range = AxisRange.logarithmic(values, MARGIN, LEAST_FACTOR);
    return new Axis(label, true, range.from(), range.to(), ticks(range));
  }

  /** Ticks at 1, 2 and 5 of each decade, or at round numbers where these are too few. */
  private static List<Axis.Tick> ticks(AxisRange range) {
    List<Axis.Tick> ticks = new ArrayList<>();
    boolean wide = range.decades() > WIDE;
    double[][] choices =
        wide ? new double[][] {{1}} : new double[][] {{1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9}};
    for (double[] steps : choices) {
      ticks.clear();
      int last = (int) Math.ceil(Math.log10(range.to()));
      for (int power = (int) Math.floor(Math.log10(range.from())); power <= last; power++) {
        for (double step : steps) {
          double at = step * Math.pow(10, power);
          if (at >= range.from() && at <= range.to()) {
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
