package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.result.FitResult;
import tlsfit.result.ModelFit;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** The choice of the model of the shift, which is no error bar: what the other one gives. */
final class ModelSection {
  private final FitResult result;

  ModelSection(FitResult result) {
    this.result = result;
  }

  List<Block> blocks() {
    Optional<ModelFit> own =
        result.modelComparison().entries().stream().filter(ModelFit::chosen).findFirst();
    Optional<ModelFit> other =
        result.modelComparison().byAnotherModel(result.model()).stream().findFirst();
    Optional<ParameterEstimate> p = result.findParameter("dipoleMoment");
    if (own.isEmpty()
        || other.isEmpty()
        || p.isEmpty()
        || !p.get().determined()
        || p.get().standardError() == null) {
      return List.of();
    }
    TextTable table = new TextTable("lll");
    row(table, own.get(), misfit(own.get(), own.get()) + "this fit");
    row(table, other.get(), misfit(own.get(), other.get()) + Explain.model(own.get(), other.get()));
    return List.of(new Block.Heading(2, "Choice of the model (in no error above)"), table.block());
  }

  /** χ²/ν of a model, where readings have σ. */
  private String misfit(ModelFit own, ModelFit fit) {
    @Nullable Double chiSquare = fit.chiSquare();
    double freedom = result.statistics().degreesOfFreedom() + own.parameters() - fit.parameters();
    if (chiSquare == null || freedom <= 0 || result.statistics().scatter() != null) {
      return "";
    }
    double reduced = chiSquare / freedom;
    int decimals = reduced > 0 ? Math.max(NumberText.decimals(reduced, 3), 0) : 0;
    return "χ²/ν " + NumberText.fixed(reduced, decimals) + ", ";
  }

  private static void row(TextTable table, ModelFit fit, String remark) {
    @Nullable Double value = fit.dipoleMoment();
    @Nullable Double error = fit.standardError();
    DisplayUnit unit = DisplayUnit.DEBYE;
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text("model " + fit.model()));
    if (value == null) {
      cells.add(new Cell.Absent("not determined"));
    } else {
      cells.add(
          new Cell.Numeric(
              unit.show(value),
              (error == null || error <= 0
                      ? NumberText.significant(unit.show(value), 3)
                      : NumberText.withError(unit.show(value), unit.show(error)))
                  + " "
                  + unit.symbol()));
    }
    cells.add(new Cell.Text(remark));
    table.row(cells);
  }
}
