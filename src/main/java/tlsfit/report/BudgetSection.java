package tlsfit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.SlowText;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What the uncertainty of the dipole moment is made of, as bars; the other model is none. */
final class BudgetSection {
  private static final String NAME = "dipoleMoment";

  /** Bars at most; the shorter ones are in the long report. */
  private static final int SHOWN = 5;

  private final FitResult result;

  BudgetSection(FitResult result) {
    this.result = result;
  }

  List<Block> blocks() {
    Optional<ParameterEstimate> p = result.findParameter(NAME);
    List<Block.Bar> bars = p.map(this::bars).orElse(List.of());
    return bars.isEmpty()
        ? List.of()
        : List.of(new Block.Heading(2, "Uncertainty budget of p (1 σ)"), new Block.Bars(bars));
  }

  /** The bars, the longest first; none where the dipole moment has no value with an error. */
  private List<Block.Bar> bars(ParameterEstimate p) {
    @Nullable Double value = p.value();
    @Nullable Double error = p.standardError();
    if (value == null || error == null || p.fixed() || !p.determined()) {
      return List.of();
    }
    Map<String, Double> sizes = new LinkedHashMap<>();
    String scatter =
        result.nuisances().isEmpty() ? "scatter of the readings" : "readings and calibration";
    sizes.put(scatter, error);
    for (SystematicUncertainty line : result.systematics()) {
      @Nullable Double change = line.changes().get(NAME);
      if (change != null && line.kind() != Kind.MODEL && !line.isTotal()) {
        sizes.merge(label(line), Math.abs(change), Math::max); // of two cut-offs the larger
      }
    }
    List<Map.Entry<String, Double>> all = new ArrayList<>(sizes.entrySet());
    all.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    double largest = all.get(0).getValue();
    List<Map.Entry<String, Double>> shown =
        new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
    for (Map.Entry<String, Double> hidden : all.subList(shown.size(), all.size())) {
      if (hidden.getKey().equals(scatter)) {
        shown.set(SHOWN - 1, hidden);
      }
    }
    return shown.stream().map(one -> bar(one.getKey(), one.getValue(), largest, value)).toList();
  }

  private static Block.Bar bar(String label, double si, double largest, double of) {
    DisplayUnit unit = DisplayUnit.DEBYE;
    double size = unit.show(si);
    return new Block.Bar(
        label,
        size,
        NumberText.fixed(size, decimals(unit.show(largest))) + " " + unit.symbol(),
        NumberText.fixed(100 * si / of, 1) + " %");
  }

  /** Decimals that show three digits of the largest bar. */
  private static int decimals(double largest) {
    return largest > 0 ? Math.max(0, NumberText.decimals(largest, 3)) : 0;
  }

  private static String label(SystematicUncertainty line) {
    return switch (line.kind()) {
      case SLOW -> SlowText.brief(line.source());
      case CUT_OFF -> "cut-off constant, ½ … 2";
      case SPREAD -> "spread of the dipole moments";
      default -> line.source();
    };
  }
}
