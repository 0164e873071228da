package tlsfit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.SlowText;
import tlsfit.result.BootstrapSummary;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.PriorKnowledge;
import tlsfit.result.SlowChangeEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/**
 * The parameters of a fit in one table, the dipole moment first, and how the intervals were made.
 */
final class ParameterSection {
  private static final List<String> ORDER =
      List.of("dipoleMoment", "dipoleWidth", "fieldExponent", "chi");

  /** Correlations worth a word. */
  private static final double STRONG = 0.8;

  private final FitResult result;
  private final boolean calibrated;

  ParameterSection(FitResult result) {
    this.result = result;
    this.calibrated = result.parameters().stream().anyMatch(one -> one.calibrationError() != null);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Parameters"));
    blocks.add(table());
    String intervals = intervals();
    if (!intervals.isEmpty()) {
      blocks.add(new Block.Paragraph(intervals));
    }
    String jointly = jointly();
    if (!jointly.isEmpty()) {
      blocks.add(new Block.Paragraph(jointly));
    }
    result.parameters().stream()
        .filter(parameter -> parameter.prior() != null)
        .forEach(parameter -> blocks.add(new Block.Paragraph(prior(parameter))));
    return blocks;
  }

  /** The table alone. */
  Block.Table table() {
    String level = ParameterTable.level(result.parameters());
    TextTable table = new TextTable(calibrated ? "Llrrrll" : "Llrrll");
    List<String> heads = new ArrayList<>(List.of("", "", "value", "stat."));
    if (calibrated) {
      heads.add("calib.");
    }
    heads.addAll(List.of(level + " CI" + (calibrated ? " (stat.)" : ""), "unit"));
    table.head(heads);
    result.parameters().stream()
        .sorted(Comparator.comparingInt(ParameterSection::place))
        .forEach(parameter -> rows(table, parameter));
    return table.block();
  }

  private static int place(ParameterEstimate parameter) {
    int place = ORDER.indexOf(parameter.name());
    return place < 0 ? ORDER.size() : place;
  }

  private void rows(TextTable table, ParameterEstimate parameter) {
    row(table, parameter, Shown.of(parameter), true);
    if (parameter.name().equals("dipoleMoment") && parameter.value() != null) {
      row(table, parameter, Shown.of(parameter, DisplayUnit.CHARGE_ANGSTROM), false);
    }
    if (parameter.name().equals("chi") && parameter.determined()) {
      result.findDerived("lossTangent").ifPresent(tangent -> row(table, tangent));
    }
  }

  private void row(TextTable table, ParameterEstimate parameter, Shown shown, boolean named) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(named ? Names.name(parameter.name()) : ""));
    cells.add(new Cell.Text(named ? QuantitySymbol.of(parameter.name()) : ""));
    @Nullable Double value = parameter.value();
    if (value == null || !parameter.determined()) {
      cells.add(new Cell.Absent(oneSided(parameter) ? "one-sided" : "not determined"));
      cells.add(new Cell.Absent("–"));
    } else if (parameter.fixed() || parameter.atBound() != null) {
      cells.add(new Cell.Numeric(shown.unit().show(value), shown.exact(value)));
      cells.add(new Cell.Absent(parameter.fixed() ? "fixed" : "at bound"));
    } else {
      cells.add(shown.cell(value));
      cells.add(shown.errorCell(parameter.standardError()));
    }
    if (calibrated) {
      cells.add(shown.errorCell(parameter.calibrationError()));
    }
    cells.add(
        parameter.fixed()
            ? new Cell.Absent("–")
            : shown.interval(parameter.interval().lower(), parameter.interval().upper()));
    cells.add(new Cell.Text(shown.unitText()));
    table.row(cells);
  }

  private static boolean oneSided(ParameterEstimate parameter) {
    return (parameter.interval().lower() == null) != (parameter.interval().upper() == null);
  }

  /** A derived quantity, whose interval and calibration error stand among its details. */
  private void row(TextTable table, DerivedQuantity quantity) {
    Map<String, Double> details = quantity.details();
    Shown shown =
        Shown.of(
            quantity.value(),
            quantity.standardError(),
            DisplayUnit.of(quantity.name(), quantity.unit()));
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(Names.name(quantity.name())));
    cells.add(new Cell.Text(QuantitySymbol.of(quantity.name())));
    cells.add(shown.cell(quantity.value()));
    cells.add(shown.errorCell(quantity.standardError()));
    if (calibrated) {
      cells.add(shown.errorCell(details.get("calibrationError")));
    }
    @Nullable Double lower = details.get("lower");
    @Nullable Double upper = details.get("upper");
    cells.add(lower == null && upper == null ? new Cell.Absent("–") : shown.interval(lower, upper));
    cells.add(new Cell.Text(shown.unitText()));
    table.row(cells);
  }

  /** Where intervals from a bootstrap come from, as the beginning of a sentence. */
  static String bootstrapped(BootstrapSummary bootstrap) {
    return "Intervals from "
        + bootstrap.replicates()
        + " bootstrap replicates ("
        + bootstrap.kind()
        + ", BCa, seed "
        + bootstrap.seed()
        + ")";
  }

  /** How the intervals were made, and what the two strongest correlated parameters are. */
  private String intervals() {
    List<String> parts = new ArrayList<>();
    @Nullable BootstrapSummary bootstrap = result.bootstrap();
    if (bootstrap != null) {
      parts.add(bootstrapped(bootstrap) + ".");
    } else {
      List<String> methods =
          result.parameters().stream()
              .map(parameter -> parameter.interval().method())
              .filter(method -> method.equals("profile") || method.equals("wald"))
              .distinct()
              .toList();
      if (methods.contains("profile")) {
        parts.add("Profile-likelihood intervals.");
      } else if (!methods.isEmpty()) {
        parts.add("Wald intervals.");
      }
    }
    parts.addAll(correlations());
    return String.join(" ", parts);
  }

  /** What else was fitted with the parameters, and is inside their errors. */
  private String jointly() {
    List<String> parts = new ArrayList<>();
    for (NuisanceEstimate one : result.nuisances()) {
      parts.add(
          one.source()
              + " moved by "
              + NumberText.signed(one.value(), 2)
              + " of its standard uncertainties");
    }
    for (SlowChangeEstimate one : result.slowChanges()) {
      @Nullable Double error = one.standardError();
      parts.add(
          SlowText.brief(one.kind() + " " + one.table())
              + " "
              + (error == null || error <= 0
                  ? NumberText.signed(one.value(), 3)
                  : NumberText.withError(one.value(), error))
              + " Hz");
    }
    return parts.isEmpty() ? "" : "Fitted jointly: " + String.join("; ", parts) + ".";
  }

  private List<String> correlations() {
    List<String> names = result.correlation().names();
    List<List<Double>> matrix = result.correlation().matrix();
    List<String> strong = new ArrayList<>();
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < i; j++) {
        double value = matrix.get(i).get(j);
        if (Math.abs(value) >= STRONG) {
          strong.add(
              QuantitySymbol.of(names.get(j))
                  + "–"
                  + QuantitySymbol.of(names.get(i))
                  + " "
                  + NumberText.fixed(value, 2).replace('-', '−'));
        }
      }
    }
    return strong.isEmpty() ? List.of() : List.of("Correlation " + String.join(", ", strong) + ".");
  }

  private static String prior(ParameterEstimate parameter) {
    @Nullable PriorKnowledge prior = parameter.prior();
    DisplayUnit unit = DisplayUnit.of(parameter.name(), parameter.unit());
    return prior == null
        ? ""
        : QuantitySymbol.of(parameter.name())
            + " with the prior "
            + NumberText.withError(unit.show(prior.value()), unit.show(prior.sigma()))
            + " "
            + unit.symbol()
            + ", which counts as one more data point.";
  }
}
