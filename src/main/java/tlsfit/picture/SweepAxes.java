package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tlsfit.result.ExcludedReading;
import tlsfit.result.SweepCurve;

/** The horizontal axes of a sweep: what was set below, the field above. */
final class SweepAxes {
  /** Room beyond the outermost reading that is left out, in the length of the axis. */
  private static final double MARGIN = 0.03;

  private SweepAxes() {}

  /** Where readings that are left out lie on the axis of a curve. */
  static double[] places(SweepCurve curve, SweptQuantity quantity, List<ExcludedReading> left) {
    return left.stream().mapToDouble(one -> quantity.show(LeftOut.setting(curve, one))).toArray();
  }

  /** The axis of a curve, with room for what is left out beyond its ends. */
  static Axis axis(SweptQuantity quantity, double[] x, double[] left) {
    double first = x[0];
    double last = x[x.length - 1];
    double[] all = DoubleStream.concat(Arrays.stream(x), Arrays.stream(left)).toArray();
    boolean decades = quantity.logarithmic();
    AxisRange around =
        decades ? AxisRange.logarithmic(all, MARGIN, 1) : AxisRange.linear(all, MARGIN);
    double low = Arrays.stream(left).anyMatch(value -> value < first) ? around.from() : first;
    double high = Arrays.stream(left).anyMatch(value -> value > last) ? around.to() : last;
    return new Axis(quantity.label(), decades, low, high);
  }

  /** The field, or its rate, as a second scale where the axis has the setting of a source. */
  static Optional<Plot.Top> top(
      SweepCurve curve, double[] shown, SweptQuantity quantity, List<ExcludedReading> left) {
    boolean drive = !curve.quantity().equals("bias-rate");
    List<Double> field = drive ? curve.acField() : curve.biasRate();
    boolean same = curve.unit().equals(drive ? "V/m" : "V/m/s");
    if (field.isEmpty() || same) {
      return Optional.empty();
    }
    SortedMap<Double, Double> fields = new TreeMap<>();
    for (ExcludedReading one : left) {
      @Nullable Double its = drive ? one.acField() : one.biasRate();
      if (its != null) {
        fields.put(quantity.show(LeftOut.setting(curve, one)), its);
      }
    }
    for (int k = 0; k < shown.length; k++) {
      fields.put(shown[k], field.get(k));
    }
    double[] x = fields.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] values = fields.values().stream().mapToDouble(Double::doubleValue).toArray();
    double low = Arrays.stream(values).min().orElse(1);
    double high = Arrays.stream(values).max().orElse(2);
    if (!(low > 0 && low < high)) {
      return Optional.empty();
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    for (Axis.Tick tick : Axis.logarithmic("", low, high).ticks(8)) {
      for (int k = 0; k + 1 < values.length; k++) {
        double share = Math.log(tick.at() / values[k]) / Math.log(values[k + 1] / values[k]);
        if (share >= 0 && share < 1) {
          // the axis is even in the logarithm of the setting, as its points are
          double at = quantityAt(x, k, share);
          ticks.add(new Axis.Tick(at, tick.text()));
          break;
        }
      }
    }
    String label = drive ? "microwave field F_AC (V/m)" : "rate of the bias field (V/m/s)";
    return Optional.of(new Plot.Top(label, ticks));
  }

  private static double quantityAt(double[] x, int k, double share) {
    return x[k] > 0 && x[k + 1] > 0
        ? x[k] * Math.pow(x[k + 1] / x[k], share)
        : x[k] + share * (x[k + 1] - x[k]);
  }
}
