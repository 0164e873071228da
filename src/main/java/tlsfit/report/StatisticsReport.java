package tlsfit.report;

import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.units.NumberText;

/** The statistics of a report: χ², what was made of the given σ, and how the minimisation ended. */
final class StatisticsReport {
  /** Below it a constant frequency is rejected, as in the finding {@code shiftSeen}. */
  private static final double SEEN = 1e-3;

  private StatisticsReport() {}

  static void print(DocumentBuilder page, FitResult result) {
    FitStatistics s = result.statistics();
    page.heading("Statistics");
    page.paragraph(
        s.points()
            + " data points, "
            + s.freeParameters()
            + " fitted parameters, "
            + s.degreesOfFreedom()
            + " degrees of freedom");
    @Nullable Double pValue = s.pValue();
    @Nullable Double reduced = s.reducedChiSquare();
    String noSigma = "from-scatter";
    if (s.noise().equals(noSigma)) {
      page.paragraph(
          "No σ is used: all readings weigh the same, and their scatter about the fit, "
              + NumberText.significant(ConstraintReport.factor(s), 3)
              + " Hz, estimates their standard deviation. Whether the model describes the readings"
              + " cannot be tested. Intervals follow Student's t.");
    } else {
      page.paragraph(
          "χ² = "
              + NumberText.significant(s.chiSquare(), 5)
              + ", χ²/ν = "
              + (reduced == null ? "-" : NumberText.significant(reduced, 4))
              + (pValue == null ? "" : ", p-value " + NumberText.probability(pValue)));
      page.paragraph(
          s.noise().equals("absolute")
              ? "The given σ are absolute: they are the standard deviations of the readings"
                  + (s.loss().equals("linear") ? ", and χ² tests the fit" : "")
                  + ". Intervals follow the normal distribution."
              : s.noise().equals("per-table")
                  ? "The given σ weigh the readings within each table, and the scatter about the fit"
                      + " sets the scale of each table; the factors of σ (σ in Hz where none is"
                      + " given) are "
                      + ConstraintReport.factors(s.noiseFactors())
                      + ". Intervals follow Student's t."
                  : "The given σ are relative: they weigh the readings, and the scatter about the fit"
                      + " sets their common scale (a factor of "
                      + NumberText.significant(ConstraintReport.factor(s), 3)
                      + "). Intervals follow Student's t.");
    }
    ConstraintReport.loss(page, result);
    page.paragraph(
        (s.shiftPValue() < SEEN
                ? "constant frequency rejected, p-value "
                : "constant frequency: p-value ")
            + NumberText.probability(s.shiftPValue())
            + relaxationTest(s.relaxationPValue()));
    @Nullable Double condition = s.conditionNumber();
    page.paragraph(
        (result.verdict().converged() ? "Converged: " : "Not converged: ")
            + Explain.stop(s.stop())
            + ". Best of "
            + s.starts()
            + (s.starts() == 1 ? " start" : " starts")
            + (condition == null
                ? "; the Jacobian does not have full rank"
                : "; condition number " + NumberText.significant(condition, 3)));
  }

  private static String relaxationTest(@Nullable Double pValue) {
    return pValue == null ? "" : "; no relaxation: p-value " + NumberText.probability(pValue);
  }
}
