package tlsfit.picture;

import java.util.Arrays;

/**
 * The ends of an axis around numbers, whatever these are: each axis that shows values of a result
 * is made from one. What no axis can show is left out, and there is always a length.
 *
 * @param from the lower end
 * @param to the upper end, above it
 */
record AxisRange(double from, double to) {
  /** Beyond it, and below one over it, ratios and differences are no numbers any more. */
  private static final double LARGEST = 1e150;

  /** Room at both ends where all values are the same, in their size. */
  private static final double FLAT = 0.5;

  /**
   * The range of a linear axis.
   *
   * @param margin room at both ends, in the distance of the outermost values
   */
  static AxisRange linear(double[] values, double margin) {
    double[] shown = Arrays.stream(values).filter(value -> Math.abs(value) <= LARGEST).toArray();
    double low = Arrays.stream(shown).min().orElse(0);
    double high = Arrays.stream(shown).max().orElse(1);
    double size = Math.max(Math.abs(low), Math.abs(high));
    double room = high > low ? margin * (high - low) : FLAT * size;
    // no less than what a double resolves of the ends
    return new AxisRange(low - Math.max(room, least(size)), high + Math.max(room, least(size)));
  }

  private static double least(double size) {
    return size > 0 ? 1e-9 * size + Double.MIN_NORMAL : 1;
  }

  /**
   * The range of a logarithmic axis: values that are not above 0 are left out.
   *
   * @param margin room at both ends, in the distance of the outermost logarithms
   * @param least factor between the outermost value and the end of the axis
   */
  static AxisRange logarithmic(double[] values, double margin, double least) {
    double[] shown =
        Arrays.stream(values).filter(value -> value >= 1 / LARGEST && value <= LARGEST).toArray();
    double low = Arrays.stream(shown).min().orElse(1);
    double high = Arrays.stream(shown).max().orElse(10);
    double factor = high > low ? Math.pow(high / low, margin) : 1 + FLAT;
    return new AxisRange(low / Math.max(least, factor), high * Math.max(least, factor));
  }

  /** The linear axis with these ends. */
  Axis axis(String label) {
    return Axis.linear(label, from, to);
  }

  /** How many decades there are between the ends, which are above 0. */
  double decades() {
    return Math.log10(to / from);
  }
}
