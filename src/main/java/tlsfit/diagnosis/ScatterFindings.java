package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import tlsfit.fit.Fit;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.setup.Loss;
import tlsfit.statistics.InfluenceMeasures;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.NormalityTest;
import tlsfit.statistics.RunsTest;
import tlsfit.statistics.SerialCorrelation;

/**
 * The findings on the residuals of a fit, each test made once, at the {@link Levels}: {@link
 * FindingCode#CHI_SQUARE}, {@link FindingCode#RUNS}, {@link FindingCode#SERIAL_CORRELATION}, {@link
 * FindingCode#OUTLIERS}, {@link FindingCode#NORMALITY} and {@link FindingCode#TABLES}. Except for
 * the first they are the same whether σ is known or comes from the scatter: there a wrong model
 * only makes σ larger, but its misfits not random.
 *
 * <p>Normality only warns: intervals stay nearly right without it. Outliers only warn under a
 * robust loss, which counts them down.
 */
final class ScatterFindings {
  private ScatterFindings() {}

  /**
   * Tests a fit.
   *
   * @param mayDecide whether findings may spoil the fit, as they do where a shift is seen; only
   *     then tables are compared
   */
  static List<Finding> of(Fit fit, boolean mayDecide) {
    List<Finding> findings = new ArrayList<>();
    chiSquare(fit, mayDecide).ifPresent(findings::add);
    if (!ResidualAnalysis.scatter(fit)) {
      return findings;
    }
    RunsTest runs = RunsTest.of(ResidualAnalysis.signs(fit));
    findings.add(
        Levels.tested(FindingCode.RUNS, runs.pValue(), mayDecide)
            .withValue(runs.runs())
            .with("expected", runs.expected()));
    serial(fit, mayDecide).ifPresent(findings::add);
    if (mayDecide) {
      tables(fit).ifPresent(findings::add);
    }
    InfluenceMeasures residuals = ResidualAnalysis.influence(fit);
    outliers(fit, residuals, mayDecide).ifPresent(findings::add);
    normality(residuals).ifPresent(findings::add);
    return findings;
  }

  /** Too much scatter and too little, each with half the level. */
  private static Optional<Finding> chiSquare(Fit fit, boolean mayDecide) {
    OptionalDouble goodness = fit.goodnessOfFit();
    if (goodness.isEmpty()) {
      return Optional.empty();
    }
    double above = goodness.getAsDouble();
    double below =
        ChiSquaredDistribution.of(fit.degreesOfFreedom()).cumulativeProbability(fit.chiSquare());
    return Optional.of(
        Levels.tested(FindingCode.CHI_SQUARE, Math.min(1, 2 * Math.min(above, below)), mayDecide)
            .withValue(fit.reducedChiSquare())
            .about(below < above ? "small" : "large"));
  }

  /** Along the sweeps and in the order of the rows; the smaller p-value of the two, doubled. */
  private static Optional<Finding> serial(Fit fit, boolean mayDecide) {
    double[] residuals = fit.residuals();
    JacobianAnalysis analysis = fit.linearization().analysis();
    List<List<Integer>> sweeps = Sequences.of(fit.observations());
    List<List<Integer>> rows = List.copyOf(Part.files(fit).values());
    Optional<SerialCorrelation> along = SerialCorrelation.of(residuals, analysis, sweeps);
    Optional<SerialCorrelation> inTime = SerialCorrelation.of(residuals, analysis, rows);
    if (along.isEmpty() || inTime.isEmpty()) {
      return along.or(() -> inTime).map(one -> serial(one, "sweeps", 1, mayDecide));
    }
    int tests = sweeps.equals(rows) ? 1 : 2;
    return along.get().pValue() <= inTime.get().pValue()
        ? Optional.of(serial(along.get(), "sweeps", tests, mayDecide))
        : Optional.of(serial(inTime.get(), "rows", tests, mayDecide));
  }

  private static Finding serial(
      SerialCorrelation found, String order, int tests, boolean mayDecide) {
    return Levels.tested(
            FindingCode.SERIAL_CORRELATION, Math.min(1, tests * found.pValue()), mayDecide)
        .withValue(found.ratio())
        .with("expected", found.expected())
        .about(order);
  }

  private static Optional<Finding> tables(Fit fit) {
    return TableConsistency.of(fit)
        .map(
            found ->
                Levels.tested(FindingCode.TABLES, found.pValue())
                    .withValue(found.fall() / fit.noiseVariance())
                    .with("added", found.added())
                    .about(found.farthest()));
  }

  /** The distribution of the residuals. */
  private static Optional<Finding> normality(InfluenceMeasures residuals) {
    return NormalityTest.of(residuals.standardised())
        .map(
            test ->
                Levels.tested(FindingCode.NORMALITY, test.pValue(), false)
                    .withValue(test.statistic()));
  }

  /** The largest residual. */
  private static Optional<Finding> outliers(
      Fit fit, InfluenceMeasures residuals, boolean mayDecide) {
    if (fit.degreesOfFreedom() < 2) {
      return Optional.empty();
    }
    List<Integer> order =
        IntStream.range(0, residuals.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(residuals.studentised(i))))
            .toList();
    int first = order.get(0);
    List<Integer> outside =
        order.stream().filter(i -> residuals.outlierPValue(i) < Levels.WARNS).toList();
    List<Integer> named = outside.isEmpty() ? List.of(first) : outside;
    boolean maySpoil = mayDecide && fit.options().loss() == Loss.LINEAR;
    return Optional.of(
        Levels.tested(FindingCode.OUTLIERS, residuals.outlierPValue(first), maySpoil)
            .withValue(Math.abs(residuals.studentised(first)))
            // measured less fitted, as a person sees it
            .at(named.stream().map(i -> Places.of(fit, i, -residuals.studentised(i))).toList()));
  }
}
