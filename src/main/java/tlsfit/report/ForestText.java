package tlsfit.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedSample;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Comparison;
import tlsfit.compare.Pool;
import tlsfit.compare.PooledMean;
import tlsfit.compare.QuantityComparison;
import tlsfit.compare.Reference;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** A forest plot in text, on a logarithmic axis. */
final class ForestText {
  private static final int WIDTH = 62;
  private static final int NARROWEST = 44;

  /** Width of a line without the unit behind the axis. */
  private static final int LINE = 88;

  private static final int DESCRIPTION = 20;
  private static final double[] STEPS = {1, 2, 3, 5};
  private static final double[] FINE_STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8};

  /** Ratio of the ends below which an axis has fine steps. */
  private static final double FINE = Math.log(6);

  /** Ends of the axis where the values span less. */
  private static final double LEAST = Math.log(2);

  private static final double MARGIN = 0.04;

  private final QuantityComparison quantity;
  private final List<Reference> references;
  private final DisplayUnit unit;
  private final List<ComparedSample> samples;
  private final double low;
  private final double high;
  private int width = WIDTH;

  private ForestText(QuantityComparison quantity, Comparison comparison) {
    this.quantity = quantity;
    samples = comparison.samples();
    references = comparison.references(quantity.quantity());
    unit = CompareWords.unit(quantity.quantity());
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double at : places()) {
      least = Math.min(least, Math.log(at));
      most = Math.max(most, Math.log(at));
    }
    double wider = Math.max(LEAST - (most - least), 2 * MARGIN * (most - least)) / 2;
    low = least - wider;
    high = most + wider;
  }

  /** The lines of the plot; none where no sample has a number. */
  static List<String> of(QuantityComparison quantity, Comparison comparison) {
    ForestText plot = new ForestText(quantity, comparison);
    return plot.places().length == 0 ? List.of() : plot.lines();
  }

  /** Whether the other model's values are in the plot. */
  static boolean showsOther(QuantityComparison quantity, Comparison comparison) {
    return comparison.samples().stream()
        .anyMatch(sample -> sample.byOtherModel(quantity.quantity()) != null);
  }

  private @Nullable Double other(int sample) {
    return samples.get(sample).byOtherModel(quantity.quantity());
  }

  private double[] places() {
    List<Double> places = new ArrayList<>();
    for (ComparedValue value : quantity.values()) {
      for (@Nullable Double at :
          Arrays.asList(
              value.value(),
              value.lower(),
              value.upper(),
              value.totalLower(),
              value.totalUpper())) {
        if (at != null && at > 0) {
          places.add(unit.show(at));
        }
      }
    }
    for (int i = 0; i < samples.size(); i++) {
      @Nullable Double other = other(i);
      if (other != null) {
        places.add(unit.show(other));
      }
    }
    for (Reference reference : references) {
      places.add(unit.show(reference.lower()));
      places.add(unit.show(reference.upper()));
    }
    // A factor of a thousand standard errors is more than a double holds.
    return places.stream()
        .mapToDouble(at -> at)
        .filter(at -> at > 0 && Double.isFinite(at))
        .toArray();
  }

  private List<String> lines() {
    List<String> heads = heads();
    @Nullable Pool pool = quantity.pool();
    @Nullable PooledMean mean = pool == null ? null : pool.mean();
    int beside = heads.stream().mapToInt(String::length).max().orElse(0);
    beside = Math.max(beside, mean == null ? 0 : 4);
    for (Reference reference : references) {
      beside = Math.max(beside, reference.label().length());
    }
    width = Math.min(Math.max(LINE - beside - 2, NARROWEST), WIDTH);
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(beside + 2) + axis());
    for (int i = 0; i < samples.size(); i++) {
      lines.add(line(heads.get(i), beside, bar(quantity.values().get(i), other(i))));
    }
    if (mean != null) {
      char[] cells = blank();
      fill(cells, mean.predictionLower(), mean.predictionUpper(), '·');
      fill(cells, mean.lower(), mean.upper(), '═');
      cells[cell(mean.value())] = '◆';
      lines.add(line("mean", beside, cells));
    }
    for (Reference reference : references) {
      char[] cells = blank();
      fill(cells, reference.lower(), reference.upper(), '░');
      lines.add(line(reference.label(), beside, cells));
    }
    return lines;
  }

  /** What stands beside each row: name, description and number of readings, and a bad verdict. */
  private List<String> heads() {
    List<List<String>> columns = new ArrayList<>();
    columns.add(samples.stream().map(ComparedSample::name).toList());
    columns.add(samples.stream().map(one -> one.about().description(DESCRIPTION)).toList());
    columns.add(samples.stream().map(one -> Integer.toString(one.readings())).toList());
    columns.add(samples.stream().map(one -> one.valid() ? "" : CompareWords.verdict(one)).toList());
    List<StringBuilder> heads = new ArrayList<>();
    samples.forEach(sample -> heads.add(new StringBuilder()));
    for (List<String> column : columns) {
      int widest = column.stream().mapToInt(String::length).max().orElse(0);
      for (int i = 0; widest > 0 && i < column.size(); i++) {
        String cell = column.get(i);
        boolean number = column == columns.get(2);
        String blanks = " ".repeat(widest - cell.length());
        heads.get(i).append(heads.get(i).isEmpty() ? "" : "  ");
        heads.get(i).append(number ? blanks + cell : cell + blanks);
      }
    }
    return heads.stream().map(head -> head.toString().stripTrailing()).toList();
  }

  private static String line(String name, int beside, char[] cells) {
    return (name + " ".repeat(beside - name.length() + 2) + new String(cells)).stripTrailing();
  }

  private char[] bar(ComparedValue value, @Nullable Double other) {
    char[] cells = blank();
    boolean counts = value.obstacle() == null;
    @Nullable Double best = value.value();
    @Nullable Double from = value.totalLower();
    @Nullable Double to = value.totalUpper();
    if (from != null && to != null) {
      fill(cells, from, to, '╌');
    }
    @Nullable Double lower = value.lower();
    @Nullable Double upper = value.upper();
    if (lower != null && upper != null) {
      fill(cells, lower, upper, '━');
    } else if (lower != null) {
      fill(cells, lower, Double.POSITIVE_INFINITY, '─');
      cells[cell(lower)] = '├';
      cells[width - 1] = '▶';
    } else if (upper != null) {
      fill(cells, 0, upper, '─');
      cells[cell(upper)] = '┤';
      cells[0] = '◀';
    }
    if (other != null) {
      cells[cell(other)] = '◇';
    }
    if (best != null && best > 0) {
      cells[cell(best)] = counts ? '╋' : '○';
    } else if (lower == null && upper == null && other == null) {
      return "not determined".toCharArray();
    }
    return cells;
  }

  private char[] blank() {
    char[] cells = new char[width];
    Arrays.fill(cells, ' ');
    return cells;
  }

  private void fill(char[] cells, double from, double to, char with) {
    int last = cell(to);
    for (int i = cell(from); i <= last; i++) {
      cells[i] = with;
    }
  }

  /** The cell of a value in SI, those beyond the axis at its ends. */
  private int cell(double si) {
    double part = (Math.log(unit.show(si)) - low) / (high - low);
    return (int) Math.round(Math.min(Math.max(part, 0), 1) * (width - 1));
  }

  private String axis() {
    char[] cells = new char[width + 8];
    Arrays.fill(cells, ' ');
    int free = 0;
    int last = (int) Math.ceil(high / Math.log(10));
    for (int power = (int) Math.floor(low / Math.log(10)); power <= last; power++) {
      for (double step : high - low < FINE ? FINE_STEPS : STEPS) {
        double at = step * Math.pow(10, power);
        if (Math.log(at) < low || Math.log(at) > high) {
          continue;
        }
        String label = NumberText.significant(at, 2);
        int from = Math.max(cell(at * unit.size()) - label.length() / 2, 0);
        if (from >= free && from + label.length() <= cells.length) {
          label.getChars(0, label.length(), cells, from);
          free = from + label.length() + 2;
        }
      }
    }
    return new String(cells).stripTrailing() + "  " + unit.symbol().replace("×", "");
  }
}
