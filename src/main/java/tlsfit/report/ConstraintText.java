package tlsfit.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.NoiseFactorResult;
import tlsfit.result.FitResult.OutlierResult;
import tlsfit.result.FitResult.ParameterResult;
import tlsfit.result.FitResult.PriorResult;
import tlsfit.result.FitResult.PullResult;
import tlsfit.result.FitResult.StatisticsResult;

/** What a report says of priors, fitted calibrations, losses, outliers and factors of the noise. */
final class ConstraintText {
  private static final int SHOWN = 20;

  private ConstraintText() {}

  /** A line for each prior. */
  static void priors(Page page, FitResult result) {
    for (ParameterResult parameter : result.parameters()) {
      @Nullable PriorResult prior = parameter.prior();
      if (prior != null) {
        DisplayUnit unit = DisplayUnit.ofParameter(parameter.name(), parameter.unit());
        page.paragraph(
            parameter.name()
                + ": with the prior ("
                + Figures.withError(unit.show(prior.value()), unit.show(prior.sigma()))
                + ") "
                + unit.symbol()
                + ", which counts as a reading.");
      }
    }
  }

  /** The section of a calibration that was fitted along. */
  static void pulls(Page page, List<PullResult> pulls) {
    if (pulls.isEmpty()) {
      return;
    }
    page.heading("Calibration: fitted along, its uncertainty is inside the limits above");
    TextTable table = new TextTable("lrr");
    table.add("in its standard uncertainties", "moved by", "std. error");
    for (PullResult pull : pulls) {
      @Nullable Double error = pull.standardError();
      table.add(
          pull.source(),
          Figures.fixed(pull.value(), 2),
          error == null ? "-" : Figures.fixed(error, 2));
    }
    page.table(table);
    page.paragraph(
        "A standard error of 1 says that the data know no more of the number than its calibration"
            + " did, a smaller one that they do.");
  }

  /** What the loss is, and what it put aside. */
  static void loss(Page page, FitResult result) {
    String loss = result.statistics().loss();
    if (loss.equals("linear")) {
      return;
    }
    List<OutlierResult> outliers = result.outliers();
    page.paragraph(
        "Loss "
            + loss
            + ": readings count the less the farther off they are, so that chi-square judges nothing;"
            + " standard errors are made from the scatter as it is (sandwich). "
            + (outliers.isEmpty()
                ? "No reading stands out."
                : outliers.size()
                    + (outliers.size() == 1 ? " reading stands" : " readings stand")
                    + " out:"));
    outliers.stream()
        .limit(SHOWN)
        .forEach(
            outlier ->
                page.item(
                    outlier.file()
                        + ":"
                        + outlier.line()
                        + " is off by "
                        + Figures.significant(-outlier.residual(), 3)
                        + " sigma, and counts "
                        + Figures.significant(outlier.weight(), 2)));
    if (outliers.size() > SHOWN) {
      page.item("and " + (outliers.size() - SHOWN) + " more");
    }
  }

  /** The factor of all given sigma, or sigma itself where none were given. */
  static double factor(StatisticsResult statistics) {
    return statistics.noiseFactors().get(0).factor();
  }

  /** The factors of the sigma of each table. */
  static String factors(List<NoiseFactorResult> factors) {
    return factors.stream()
        .map(one -> Figures.significant(one.factor(), 3) + " in " + one.table())
        .collect(Collectors.joining(", "));
  }
}
