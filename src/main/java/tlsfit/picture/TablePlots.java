package tlsfit.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.TableFit;
import tlsfit.units.DisplayUnit;

/** The plot of the dipole moment by each table alone, beside that of all together. */
public final class TablePlots {
  private TablePlots() {}

  /** Empty where fewer than two tables, or none of them, determine one. */
  public static Optional<Plot> of(FitResult result) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    for (TableFit table : result.tables()) {
      row(table.file(), table.dipoleMoment(), table.standardError(), false).ifPresent(rows::add);
    }
    boolean any = !rows.isEmpty() && result.tables().size() > 1;
    Optional<ParameterEstimate> joint = result.findParameter("dipoleMoment");
    joint.flatMap(one -> row("all", one.value(), one.standardError(), true)).ifPresent(rows::add);
    return any
        ? Optional.of(
            ForestPlot.of(
                result.sample()
                    + ": dipole moment by each table alone and by all, with one standard error",
                "p (D), one standard error",
                rows))
        : Optional.empty();
  }

  private static Optional<ForestPlot.Row> row(
      String name, @Nullable Double value, @Nullable Double error, boolean combined) {
    if (value == null || error == null) {
      return Optional.empty();
    }
    double p = DisplayUnit.DEBYE.show(value);
    double e = DisplayUnit.DEBYE.show(error);
    return Optional.of(new ForestPlot.Row(name, p, p - e, p + e, combined));
  }
}
