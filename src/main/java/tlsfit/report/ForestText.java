package tlsfit.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Pool;
import tlsfit.compare.PooledMean;
import tlsfit.compare.QuantityComparison;
import tlsfit.compare.Reference;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** A forest plot in text, on a logarithmic axis. */
final class ForestText {
  private static final int WIDTH = 62;
  private static final double[] STEPS = {1, 2, 3, 5};

  /** Ends of the axis where the values span less. */
  private static final double LEAST = Math.log(2);

  private static final double MARGIN = 0.04;

  private final QuantityComparison quantity;
  private final List<Reference> references;
  private final DisplayUnit unit;
  private final double low;
  private final double high;

  private ForestText(QuantityComparison quantity, List<Reference> references) {
    this.quantity = quantity;
    this.references =
        references.stream().filter(one -> one.quantity() == quantity.quantity()).toList();
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
  static List<String> of(QuantityComparison quantity, List<Reference> references) {
    ForestText plot = new ForestText(quantity, references);
    return plot.places().length == 0 ? List.of() : plot.lines();
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
    for (Reference reference : references) {
      places.add(unit.show(reference.lower()));
      places.add(unit.show(reference.upper()));
    }
    return places.stream().mapToDouble(at -> at).toArray();
  }

  private List<String> lines() {
    int width =
        quantity.values().stream().mapToInt(value -> value.sample().length()).max().orElse(0);
    @Nullable Pool pool = quantity.pool();
    @Nullable PooledMean mean = pool == null ? null : pool.mean();
    width = Math.max(width, mean == null ? 0 : 4);
    for (Reference reference : references) {
      width = Math.max(width, reference.label().length());
    }
    List<String> lines = new ArrayList<>();
    lines.add(" ".repeat(width + 2) + axis());
    for (ComparedValue value : quantity.values()) {
      lines.add(line(value.sample(), width, bar(value)));
    }
    if (mean != null) {
      char[] cells = blank();
      fill(cells, mean.predictionLower(), mean.predictionUpper(), '·');
      fill(cells, mean.lower(), mean.upper(), '═');
      cells[cell(mean.value())] = '◆';
      lines.add(line("mean", width, cells));
    }
    for (Reference reference : references) {
      char[] cells = blank();
      fill(cells, reference.lower(), reference.upper(), '░');
      lines.add(line(reference.label(), width, cells));
    }
    return lines;
  }

  private static String line(String name, int width, char[] cells) {
    return (name + " ".repeat(width - name.length() + 2) + new String(cells)).stripTrailing();
  }

  private char[] bar(ComparedValue value) {
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
      cells[WIDTH - 1] = '▶';
    } else if (upper != null) {
      fill(cells, 0, upper, '─');
      cells[cell(upper)] = '┤';
      cells[0] = '◀';
    }
    if (best != null && best > 0) {
      cells[cell(best)] = counts ? '╋' : '○';
    } else if (lower == null && upper == null) {
      return "not determined".toCharArray();
    }
    return cells;
  }

  private static char[] blank() {
    char[] cells = new char[WIDTH];
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
    return (int) Math.round(Math.min(Math.max(part, 0), 1) * (WIDTH - 1));
  }

  private String axis() {
    char[] cells = new char[WIDTH + 8];
    Arrays.fill(cells, ' ');
    int free = 0;
    int last = (int) Math.ceil(high / Math.log(10));
    for (int power = (int) Math.floor(low / Math.log(10)); power <= last; power++) {
      for (double step : STEPS) {
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
