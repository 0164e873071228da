package tlsfit.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.SlowText;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.result.NoiseFactor;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.Outlier;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.PriorKnowledge;
import tlsfit.result.SlowChangeEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** Priors, nuisance parameters, losses, outliers and factors of the noise in a report. */
final class ConstraintReport {
  private static final int SHOWN = 20;

  private ConstraintReport() {}

  /** A line for each prior. */
  static void priors(DocumentBuilder page, FitResult result) {
    for (ParameterEstimate parameter : result.parameters()) {
      @Nullable PriorKnowledge prior = parameter.prior();
      if (prior != null) {
        DisplayUnit unit = DisplayUnit.of(parameter.name(), parameter.unit());
        page.paragraph(
            parameter.name()
                + ": with the prior ("
                + NumberText.withError(unit.show(prior.value()), unit.show(prior.sigma()))
                + ") "
                + unit.symbol()
                + ", which counts as one more reading.");
      }
    }
  }

  /** The section of a calibration that was fitted jointly. */
  static void nuisances(DocumentBuilder page, List<NuisanceEstimate> nuisances) {
    if (nuisances.isEmpty()) {
      return;
    }
    page.heading(
        "Calibration, fitted jointly (its uncertainty is included in the intervals above)");
    TextTable table = new TextTable("lrr");
    table.head("in its standard uncertainties", "shifted by", "std. error");
    for (NuisanceEstimate nuisance : nuisances) {
      @Nullable Double error = nuisance.standardError();
      table.add(
          nuisance.source(),
          NumberText.fixed(nuisance.value(), 2),
          error == null ? "-" : NumberText.fixed(error, 2));
    }
    page.table(table);
    page.paragraph(
        "A standard error of 1 means that the readings say no more about the number than its"
            + " calibration did; a smaller one, that they do.");
  }

  /** The section of slow changes that were fitted jointly. */
  static void slowChanges(DocumentBuilder page, List<SlowChangeEstimate> changes) {
    if (changes.isEmpty()) {
      return;
    }
    page.heading("Slow changes, fitted jointly (the intervals above hold them)");
    TextTable table = new TextTable("llrr");
    table.head("table", "change", "amplitude [Hz]", "std. error");
    for (SlowChangeEstimate change : changes) {
      @Nullable Double error = change.standardError();
      table.add(
          change.table(),
          SlowText.of(change.kind()),
          NumberText.signed(change.value(), 4),
          error == null ? "-" : NumberText.significant(error, 2));
    }
    page.table(table);
  }

  /** What the loss is, and which readings it down-weights. */
  static void loss(DocumentBuilder page, FitResult result) {
    String loss = result.statistics().loss();
    if (loss.equals("linear")) {
      return;
    }
    List<Outlier> outliers = result.outliers();
    page.paragraph(
        "Loss "
            + loss
            + ": readings far from the fit are down-weighted, so that χ² tests nothing; standard"
            + " errors are those of the sandwich estimator. "
            + (outliers.isEmpty()
                ? "There are no outliers."
                : NumberText.count(outliers.size(), "outlier") + ":"));
    outliers.stream()
        .limit(SHOWN)
        .forEach(
            outlier ->
                page.item(
                    outlier.file()
                        + ":"
                        + outlier.line()
                        + " is off by "
                        + NumberText.significant(-outlier.residual(), 3)
                        + " σ, weight "
                        + NumberText.significant(outlier.weight(), 2)));
    if (outliers.size() > SHOWN) {
      page.item("and " + (outliers.size() - SHOWN) + " more");
    }
  }

  /** The factor of all given σ, or σ itself [Hz] where none were given. */
  static double factor(FitStatistics statistics) {
    return statistics.noiseFactors().get(0).factor();
  }

  /** The factors of the σ of each table. */
  static String factors(List<NoiseFactor> factors) {
    return factors.stream()
        .map(one -> NumberText.significant(one.factor(), 3) + " in " + one.table())
        .collect(Collectors.joining(", "));
  }
}
