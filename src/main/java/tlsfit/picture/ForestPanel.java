package tlsfit.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedSample;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Comparison;
import tlsfit.compare.Heterogeneity;
import tlsfit.compare.OtherModelValue;
import tlsfit.compare.Pool;
import tlsfit.compare.PooledMean;
import tlsfit.compare.Quantity;
import tlsfit.compare.QuantityComparison;
import tlsfit.compare.Reference;
import tlsfit.picture.Plot.Corner;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** The forest plot of one quantity: a row for each sample, and one for the mean of all. */
final class ForestPanel {
  /** Height of a row and width of the panel [px]. */
  static final int ROW = 44;

  static final int WIDTH = 560;

  /** Half height of the largest square and of diamonds [rows]. */
  private static final double LARGEST = 0.17;

  private static final double SMALLEST = 0.055;

  /** How far beyond the samples an axis reaches for the mean, as a factor. */
  private static final double FARTHEST = 5;

  private static final int DESCRIPTION = 30;

  private final Comparison comparison;
  private final QuantityComparison quantity;
  private final DisplayUnit unit;
  private final @Nullable PooledMean mean;
  private final List<String> names = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();

  ForestPanel(Comparison comparison, QuantityComparison quantity) {
    this.comparison = comparison;
    this.quantity = quantity;
    unit = DisplayUnit.of(quantity.quantity().key());
    @Nullable Pool pool = quantity.pool();
    mean = pool == null ? null : pool.mean();
    for (int i = 0; i < quantity.values().size(); i++) {
      names.add(name(quantity.values().get(i)) + details(comparison.samples().get(i)));
    }
    if (mean != null) {
      names.add("mean  " + NumberText.significant(unit.show(mean.value()), 4));
    }
  }

  private String name(ComparedValue value) {
    @Nullable Double best = value.value();
    @Nullable Double error = value.standardError();
    String numbers =
        best == null
            ? limit(value)
            : error == null
                ? NumberText.significant(unit.show(best), 4)
                : NumberText.concise(unit.show(best), unit.show(error));
    return value.sample() + "  " + numbers;
  }

  /** Lines below the name beside p: description; readings, verdict, and the other model's p. */
  private String details(ComparedSample sample) {
    if (quantity.quantity() != Quantity.DIPOLE_MOMENT) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    String description = sample.about().description(DESCRIPTION);
    if (!description.isEmpty()) {
      lines.append('\n').append(description);
    }
    List<String> parts = new ArrayList<>();
    parts.add(sample.readings() + " readings");
    parts.add(sample.valid() ? "VALID" : sample.determined() ? "NOT VALID" : "NOT DETERMINED");
    @Nullable OtherModelValue other = sample.otherModel();
    if (other != null) {
      parts.add(other.model() + " " + NumberText.significant(unit.show(other.dipoleMoment()), 3));
    }
    return lines.append('\n').append(String.join(", ", parts)).toString();
  }

  private @Nullable Double other(int sample) {
    return comparison.samples().get(sample).byOtherModel(quantity.quantity());
  }

  private String limit(ComparedValue value) {
    @Nullable Double lower = value.lower();
    @Nullable Double upper = value.upper();
    if (lower != null && upper == null) {
      return "> " + NumberText.significant(unit.show(lower), 3);
    }
    return upper != null && lower == null
        ? "< " + NumberText.significant(unit.show(upper), 3)
        : "–";
  }

  /** Number of rows; one more than names where known values need room for theirs. */
  int rows() {
    return names.size() + (references().isEmpty() ? 0 : 1);
  }

  /** All numbers on the axis, in the unit shown. */
  double[] places() {
    List<@Nullable Double> all = new ArrayList<>();
    for (ComparedValue value : quantity.values()) {
      all.addAll(
          Arrays.asList(
              value.value(), value.lower(), value.upper(), value.totalLower(), value.totalUpper()));
    }
    for (int i = 0; i < quantity.values().size(); i++) {
      all.add(other(i));
    }
    for (Reference reference : references()) {
      all.addAll(List.of(reference.lower(), reference.upper()));
    }
    double[] samples = shown(all);
    if (mean == null || samples.length == 0) {
      return samples;
    }
    double low = Arrays.stream(samples).min().orElseThrow() * unit.size() / FARTHEST;
    double high = Arrays.stream(samples).max().orElseThrow() * unit.size() * FARTHEST;
    all.add(Math.max(mean.predictionLower(), low));
    all.add(Math.min(mean.predictionUpper(), high));
    return shown(all);
  }

  private double[] shown(List<@Nullable Double> all) {
    return all.stream()
        .filter(one -> one != null && one > 0 && Double.isFinite(one))
        .mapToDouble(one -> one == null ? 1 : unit.show(one))
        .toArray();
  }

  private List<Reference> references() {
    return comparison.references(quantity.quantity());
  }

  /** The panel with its axes. */
  Stack stack() {
    Axis x = LogAxis.around(label(), places());
    for (Reference reference : references()) {
      double low = unit.show(reference.lower());
      double high = unit.show(reference.upper());
      series.add(
          high > low
              ? new Series.Region(reference.label(), low, high)
              : new Series.Mark(reference.label(), true, low, Stroke.DASHED));
    }
    for (int k = 0; k < quantity.values().size(); k++) {
      @Nullable Double other = other(k);
      if (other != null) {
        hollow(unit.show(other), -k, x);
      }
      row(quantity.values().get(k), -k, x);
    }
    if (mean != null) {
      double at = 1.0 - names.size();
      line(Stroke.DASHED, inside(mean.predictionLower(), x), inside(mean.predictionUpper(), x), at);
      diamond(inside(mean.lower(), x), mean.value(), inside(mean.upper(), x), at);
    }
    List<String> rows = new ArrayList<>(names);
    if (rows() > names.size()) {
      rows.add("");
    }
    return new Stack(
        "",
        x,
        Optional.empty(),
        List.of(
            new Panel(
                Axis.named("", rows),
                1,
                series,
                references().isEmpty() ? Optional.empty() : Optional.of(Corner.BOTTOM_RIGHT))));
  }

  private String label() {
    String label =
        quantity.quantity() == Quantity.LOSS_TANGENT
            ? "tan δ0 × 10⁴"
            : ParameterLabels.axis(quantity.quantity().key(), quantity.unit());
    @Nullable Pool pool = quantity.pool();
    if (pool == null) {
      return label;
    }
    Heterogeneity found = pool.withCalibration();
    return label
        + "    Q = "
        + NumberText.significant(found.q(), 3)
        + ", dof "
        + found.degreesOfFreedom()
        + ", p-value "
        + NumberText.probability(found.pValue()).replace('-', '−')
        + ", I² = "
        + NumberText.percent(found.iSquared(), 3);
  }

  private void row(ComparedValue value, double at, Axis x) {
    @Nullable Double lower = value.lower();
    @Nullable Double upper = value.upper();
    @Nullable Double from = value.totalLower();
    @Nullable Double to = value.totalUpper();
    @Nullable Double best = value.value();
    if (lower != null && upper != null) {
      if (from != null && to != null) {
        line(Stroke.THIN, from, to, at);
      }
      line(Stroke.THICK, lower, upper, at);
    } else if (lower != null) {
      arrow(unit.show(lower), x.to(), x, at);
    } else if (upper != null) {
      arrow(unit.show(upper), x.from(), x, at);
    }
    if (best != null && best > 0) {
      double place = unit.show(best);
      if (value.obstacle() == null) {
        square(place, at, x, weight(value.sample()));
      } else {
        series.add(
            ComparePlots.points("", 7, Symbol.RING, new double[] {place}, new double[] {at}));
      }
    }
  }

  private void line(Stroke stroke, double from, double to, double at) {
    series.add(
        new Series.Line(
            "",
            stroke == Stroke.THICK ? 0 : 7,
            stroke,
            new double[] {unit.show(from), unit.show(to)},
            new double[] {at, at}));
  }

  /** From a limit to the end of the axis, with a head. */
  private void arrow(double limit, double end, Axis x, double at) {
    series.add(
        new Series.Line("", 0, Stroke.THIN, new double[] {limit, end}, new double[] {at, at}));
    series.add(
        new Series.Line(
            "",
            0,
            Stroke.THICK,
            new double[] {limit, limit},
            new double[] {at - SMALLEST, at + SMALLEST}));
    double back = end * Math.pow(x.to() / x.from(), end > limit ? -0.03 : 0.03);
    series.add(
        new Series.Area(
            "", 0, 1, true, new double[] {end, back, back}, new double[] {at, at + 0.1, at - 0.1}));
  }

  /** Weight in the mean relative to the largest; where there is none, the same for all. */
  private double weight(String sample) {
    if (mean == null) {
      return 0.15;
    }
    int k = mean.samples().indexOf(sample);
    double most = mean.weights().stream().mapToDouble(one -> one).max().orElse(1);
    return k < 0 ? 0.1 : Math.max(mean.weights().get(k) / most, 0.02);
  }

  /** A square of an area in proportion to the weight. */
  private void square(double place, double at, Axis x, double weight) {
    double half = Math.max(SMALLEST, LARGEST * Math.sqrt(weight));
    double across = across(half, x);
    series.add(
        new Series.Area(
            "",
            0,
            1,
            true,
            new double[] {place / across, place * across, place * across, place / across},
            new double[] {at - half, at - half, at + half, at + half}));
  }

  /** A number of rows as a factor of the axis, as wide as they are high. */
  private double across(double rows, Axis x) {
    double beside = names.stream().mapToDouble(Painter::margin).max().orElse(0);
    return Math.pow(x.to() / x.from(), rows * ROW / (WIDTH - beside - Painter.RIGHT));
  }

  /** A small hollow diamond, of the other model. */
  private void hollow(double place, double at, Axis x) {
    double half = 0.6 * LARGEST;
    double across = across(half, x);
    series.add(
        new Series.Line(
            "",
            7,
            Stroke.THIN,
            new double[] {place / across, place, place * across, place, place / across},
            new double[] {at, at + half, at, at - half, at}));
  }

  /** A value in SI, or the end of the axis beyond which it lies. */
  private double inside(double si, Axis x) {
    return Math.min(Math.max(si, x.from() * unit.size()), x.to() * unit.size());
  }

  private void diamond(double from, double value, double to, double at) {
    double low = unit.show(from);
    double middle = unit.show(value);
    double high = unit.show(to);
    series.add(
        new Series.Area(
            "",
            1,
            0.8,
            true,
            new double[] {low, middle, high, middle},
            new double[] {at, at + LARGEST, at, at - LARGEST}));
  }
}
