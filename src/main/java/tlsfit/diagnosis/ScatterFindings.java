package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.statistics.InfluenceMeasures;
import tlsfit.statistics.NormalityTest;
import tlsfit.statistics.RunsTest;

/**
 * The findings on the residuals of a fit. Each test is made once. Below {@value #LEVEL} it asks to
 * be looked at, so that one in a hundred does by chance; {@code chiSquare} and, where σ comes from
 * the scatter or the loss is robust, {@code runs} spoil the fit at stricter levels: there a wrong
 * model only makes σ larger, or its misfits outliers, but not random.
 */
final class ScatterFindings {
  /** Level of the tests. */
  static final double LEVEL = 0.01;

  /** Level below which χ² says that the model does not describe the readings. */
  static final double MISFIT_LEVEL = 1e-6;

  /** Level below which the runs of the residuals' signs say so. */
  static final double RUNS_LEVEL = 1e-4;

  private ScatterFindings() {}

  /**
   * Whether the model describes the readings: {@link FindingCode#CHI_SQUARE} and {@link
   * FindingCode#RUNS}.
   *
   * @param mayDecide whether they may spoil the fit, as they do where a shift is seen
   */
  static List<Finding> fitness(Fit fit, boolean mayDecide) {
    List<Finding> findings = new ArrayList<>();
    OptionalDouble goodness = fit.goodnessOfFit();
    if (goodness.isPresent()) {
      findings.add(
          tested(FindingCode.CHI_SQUARE, goodness.getAsDouble(), mayDecide ? MISFIT_LEVEL : 0)
              .withValue(fit.reducedChiSquare()));
    }
    if (ResidualAnalysis.scatter(fit)) {
      RunsTest runs = RunsTest.of(ResidualAnalysis.signs(fit));
      boolean decides = mayDecide && goodness.isEmpty();
      findings.add(
          tested(FindingCode.RUNS, runs.pValue(), decides ? RUNS_LEVEL : 0)
              .withValue(runs.runs())
              .with("expected", runs.expected()));
    }
    return findings;
  }

  /** A test that spoils the fit below one level, and asks below the other; χ² above it, too. */
  private static Finding tested(FindingCode code, double pValue, double spoilsBelow) {
    boolean spoils = pValue < spoilsBelow;
    boolean tooGood = code == FindingCode.CHI_SQUARE && pValue > 1 - LEVEL;
    return Finding.of(code, spoils ? Kind.FACT : Kind.CHECK, pValue >= LEVEL && !tooGood)
        .withPValue(pValue)
        .withLimit(spoils ? spoilsBelow : LEVEL);
  }

  /** The distribution of the residuals: {@link FindingCode#NORMALITY}. */
  static Optional<Finding> normality(InfluenceMeasures residuals) {
    return NormalityTest.of(residuals.standardised())
        .map(
            test ->
                Finding.of(FindingCode.NORMALITY, Kind.CHECK, test.pValue() >= LEVEL)
                    .withValue(test.statistic())
                    .withPValue(test.pValue())
                    .withLimit(LEVEL));
  }

  /** The largest residual: {@link FindingCode#OUTLIERS}. */
  static Optional<Finding> outliers(Fit fit, InfluenceMeasures residuals) {
    if (fit.degreesOfFreedom() < 2) {
      return Optional.empty();
    }
    List<Integer> order =
        IntStream.range(0, residuals.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(residuals.studentised(i))))
            .toList();
    int first = order.get(0);
    List<Integer> outside = order.stream().filter(i -> residuals.outlierPValue(i) < LEVEL).toList();
    List<Integer> named = outside.isEmpty() ? List.of(first) : outside;
    return Optional.of(
        Finding.of(FindingCode.OUTLIERS, Kind.CHECK, outside.isEmpty())
            .withValue(Math.abs(residuals.studentised(first)))
            .withPValue(residuals.outlierPValue(first))
            .withLimit(LEVEL)
            // measured less fitted, as a person sees it
            .at(named.stream().map(i -> Places.of(fit, i, -residuals.studentised(i))).toList()));
  }
}
