package tlsfit.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tlsfit.result.ExcludedReading;
import tlsfit.result.Setting;
import tlsfit.result.SweepCurve;
import tlsfit.units.NumberText;

/** The excluded readings along a curve: those of its table at its value of the other setting. */
public final class LeftOut {
  /** Relative difference up to which two settings are one. */
  private static final double SAME = 1e-6;

  private LeftOut() {}

  /** The excluded readings that belong to a curve, in their order. */
  public static List<ExcludedReading> along(SweepCurve curve, List<ExcludedReading> excluded) {
    return excluded.stream().filter(one -> isAlong(curve, one)).toList();
  }

  private static boolean isAlong(SweepCurve curve, ExcludedReading reading) {
    Setting setting = reading.setting();
    boolean drive = setting.drive().equals(curve.quantity());
    if (!reading.file().equals(curve.file()) || !(swept(curve, setting) > 0)) {
      return false;
    }
    Double other = curve.other();
    double its = drive ? setting.biasValue() : setting.driveValue();
    return other == null || Math.abs(its - other) <= SAME * Math.abs(other);
  }

  /** The value of what a curve sweeps in a setting [SI]. */
  static double swept(SweepCurve curve, Setting setting) {
    return curve.quantity().equals(setting.drive()) ? setting.driveValue() : setting.biasValue();
  }

  /** The value of what a curve sweeps at an excluded reading [SI]. */
  public static double setting(SweepCurve curve, ExcludedReading reading) {
    return swept(curve, reading.setting());
  }

  /**
   * Points struck out; those beyond the panel lie at its border.
   *
   * @param x their places
   * @param y their places, as many
   * @param panel its ends
   */
  static Series struck(
      List<ExcludedReading> left, double[] x, double[] y, AxisRange panel, String unit) {
    double low = panel.from();
    double high = panel.to();
    double inset = 0.02 * (high - low);
    double[] seen =
        Arrays.stream(y).map(v -> Math.min(Math.max(v, low + inset), high - inset)).toArray();
    boolean beyond = Arrays.stream(y).anyMatch(v -> v < low || v > high);
    List<String> labels =
        IntStream.range(0, y.length)
            .mapToObj(
                i ->
                    left.get(i).file()
                        + ":"
                        + left.get(i).line()
                        + ", left out by \u201c"
                        + left.get(i).reason()
                        + "\u201d, "
                        + NumberText.significant(y[i], 5)
                        + " "
                        + unit)
            .toList();
    return new Series.Points(
        beyond ? "left out (at the border: beyond)" : "left out",
        1,
        Series.Symbol.STRUCK,
        x,
        seen,
        new double[0],
        labels);
  }
}
