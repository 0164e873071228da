package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.NumberText;

/** The first lines of a fit's report: verdict, dipole moment, and what makes the fit not valid. */
final class VerdictSection {
  private final FitResult result;
  private final Function<Setting, String> options;

  VerdictSection(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.options = options;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Verdict(status(result), result.sample(), summary()));
    Quoted.of(result)
        .ifPresent(
            p ->
                blocks.add(
                    new Block.Headline(p.plain(), p.isMeasured() ? model() + ", 1 σ" : model())));
    List<Block.FindingLine> failed =
        result.verdict().findings(Finding.Kind.FACT).stream()
            .filter(finding -> !finding.holds())
            .map(
                finding ->
                    new Block.FindingLine(
                        Block.Mark.FAILED,
                        finding.code().key(),
                        Explain.finding(finding).sentence(options)))
            .toList();
    if (!failed.isEmpty()) {
      blocks.add(new Block.Findings(failed));
    }
    return blocks;
  }

  /** How a fit stands. */
  static Block.Status status(FitResult result) {
    return status(result.verdict().valid(), result.verdict().determined());
  }

  static Block.Status status(boolean valid, boolean determined) {
    if (valid) {
      return Block.Status.VALID;
    }
    return determined ? Block.Status.NOT_VALID : Block.Status.NOT_DETERMINED;
  }

  /** The model in short. */
  private String model() {
    return "model " + result.model() + (result.relaxation() ? "" : ", without relaxation");
  }

  private String summary() {
    List<ParameterEstimate> fitted =
        result.parameters().stream().filter(parameter -> !parameter.fixed()).toList();
    long determined = fitted.stream().filter(ParameterEstimate::determined).count();
    int tables = result.statistics().noiseFactors().size();
    return "("
        + determined
        + " of "
        + NumberText.count(fitted.size(), "parameter")
        + " determined; "
        + NumberText.count(result.statistics().points(), "data point")
        + (tables > 1 ? " in " + NumberText.count(tables, "table") : "")
        + (result.excludedReadings().isEmpty()
            ? ""
            : "; " + result.excludedReadings().size() + " left out")
        + (result.verdict().converged() ? "" : "; not converged")
        + ")";
  }
}
