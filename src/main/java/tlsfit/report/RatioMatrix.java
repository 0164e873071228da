package tlsfit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.ComparedValue;
import tlsfit.compare.Comparison;
import tlsfit.compare.Pair;
import tlsfit.compare.QuantityComparison;
import tlsfit.units.NumberText;

/**
 * The ratios of one quantity as a matrix: that of the sample of the row over that of the column.
 */
public final class RatioMatrix {
  private static final int FEWEST = 3;

  private final QuantityComparison quantity;
  private final List<String> names;
  private final Map<List<String>, Ratio> ratios = new HashMap<>();

  /** A ratio with its confidence limits [1]. */
  private record Ratio(double value, double lower, double upper) {
    private static Ratio of(Pair pair) {
      return new Ratio(number(pair.ratio()), number(pair.lower()), number(pair.upper()));
    }

    private Ratio inverse() {
      return new Ratio(1 / value, 1 / upper, 1 / lower);
    }

    private String text() {
      int decimals = Math.max(0, NumberText.decimals(Math.max(upper - lower, 1e-12), 2));
      return NumberText.fixed(value, decimals)
          + " ("
          + NumberText.fixed(lower, decimals)
          + " to "
          + NumberText.fixed(upper, decimals)
          + ")";
    }

    private static double number(@Nullable Double known) {
      return Objects.requireNonNull(known);
    }
  }

  private RatioMatrix(QuantityComparison quantity) {
    this.quantity = quantity;
    Set<String> compared = new LinkedHashSet<>();
    for (Pair pair : quantity.pairs()) {
      if (pair.ratio() != null) {
        Ratio ratio = Ratio.of(pair);
        ratios.put(List.of(pair.second(), pair.first()), ratio);
        ratios.put(List.of(pair.first(), pair.second()), ratio.inverse());
        compared.add(pair.first());
        compared.add(pair.second());
      }
    }
    names =
        quantity.values().stream().map(ComparedValue::sample).filter(compared::contains).toList();
  }

  /** The matrix; empty of fewer than three samples, and where they are compared with one only. */
  static Optional<RatioMatrix> of(QuantityComparison quantity) {
    int samples = quantity.values().size();
    boolean all = quantity.pairs().size() == samples * (samples - 1) / 2;
    RatioMatrix matrix = new RatioMatrix(quantity);
    return all && matrix.names.size() >= FEWEST ? Optional.of(matrix) : Optional.empty();
  }

  /** The matrix as tables of so many columns beside the names. */
  List<TextTable> tables(int columns) {
    List<TextTable> tables = new ArrayList<>();
    for (int from = 0; from < names.size(); from += columns) {
      List<String> some = names.subList(from, Math.min(from + columns, names.size()));
      TextTable table = new TextTable("l" + "r".repeat(some.size()));
      List<String> head = new ArrayList<>(List.of(""));
      some.forEach(name -> head.add("/ " + name));
      table.head(head.toArray(new String[0]));
      for (String row : names) {
        List<String> cells = new ArrayList<>(List.of(row));
        some.forEach(column -> cells.add(cell(row, column)));
        table.add(cells);
      }
      tables.add(table);
    }
    return tables;
  }

  private String cell(String row, String column) {
    @Nullable Ratio ratio = ratios.get(List.of(row, column));
    return row.equals(column) ? "1" : ratio == null ? "-" : ratio.text();
  }

  /** The matrices of all quantities as Markdown; empty where there is none. */
  public static String markdown(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    for (QuantityComparison quantity : comparison.quantities()) {
      of(quantity).ifPresent(matrix -> matrix.markdown(text));
    }
    return text.toString();
  }

  private void markdown(StringBuilder text) {
    List<String> bars = names.stream().map(name -> name.replace("|", "\\|")).toList();
    text.append("\n| ").append(CompareWords.symbol(quantity.quantity()));
    bars.forEach(name -> text.append(" | / ").append(name));
    text.append(" |\n|").append("---|".repeat(bars.size() + 1)).append('\n');
    for (int i = 0; i < bars.size(); i++) {
      text.append("| ").append(bars.get(i));
      for (String column : names) {
        text.append(" | ").append(cell(names.get(i), column));
      }
      text.append(" |\n");
    }
  }

  /** The matrices of all quantities as CSV: three columns for each sample, ratio and limits. */
  public static String csv(Comparison comparison) {
    StringBuilder text = new StringBuilder("quantity,sample");
    List<String> all =
        comparison.quantities().get(0).values().stream().map(ComparedValue::sample).toList();
    for (String name : all) {
      for (String what : List.of("/ " + name, "/ " + name + " lower", "/ " + name + " upper")) {
        text.append(',').append(SampleTable.quoted(what));
      }
    }
    text.append('\n');
    for (QuantityComparison quantity : comparison.quantities()) {
      of(quantity).ifPresent(matrix -> matrix.csv(text, all));
    }
    return text.toString();
  }

  private void csv(StringBuilder text, List<String> all) {
    for (String row : names) {
      text.append(quantity.quantity().key()).append(',').append(SampleTable.quoted(row));
      for (String column : all) {
        @Nullable Ratio ratio =
            row.equals(column) ? new Ratio(1, 1, 1) : ratios.get(List.of(row, column));
        text.append(
            ratio == null
                ? ",,,"
                : "," + ratio.value() + "," + ratio.lower() + "," + ratio.upper());
      }
      text.append('\n');
    }
  }
}
