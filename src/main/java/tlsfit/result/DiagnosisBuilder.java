package tlsfit.result;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Checks;
import tlsfit.diagnosis.ModelComparison;
import tlsfit.diagnosis.TableFit;
import tlsfit.fit.Optimum;
import tlsfit.fit.Verdict;
import tlsfit.interval.Inference;

/** The checks on a fit, its tables and the other models, as values of a {@link FitResult}. */
final class DiagnosisBuilder {
  private final Inference inference;
  private final Optimum optimum;
  private final Optimum other;
  private final Verdict verdict;

  /**
   * Takes what there is.
   *
   * @param inference the fit with its limits
   * @param other the fit with the other model of the shift
   */
  DiagnosisBuilder(Inference inference, Optimum other) {
    this.inference = inference;
    this.optimum = inference.optimum();
    this.other = other;
    this.verdict = inference.verdict();
  }

  List<FitResult.CheckResult> checks() {
    return Checks.of(inference).stream()
        .map(
            check ->
                new FitResult.CheckResult(
                    check.name(),
                    check.value(),
                    orNull(check.pValue()),
                    check.passed(),
                    check.meaning()))
        .toList();
  }

  List<FitResult.TableResult> tables() {
    return TableFit.of(optimum).stream()
        .map(
            table ->
                new FitResult.TableResult(
                    table.file(),
                    table.points(),
                    table.chiSquare(),
                    orNull(table.reducedChiSquare()),
                    orNull(table.alone().value()),
                    orNull(table.alone().standardError())))
        .toList();
  }

  /** Without a shift every model says the same: nothing. */
  FitResult.ModelComparisonResult modelComparison() {
    ModelComparison comparison =
        verdict.shiftSeen() ? ModelComparison.of(optimum, other) : ModelComparison.none();
    return new FitResult.ModelComparisonResult(
        comparison.entries().stream()
            .map(
                entry ->
                    new FitResult.ModelResult(
                        entry.model(),
                        entry.relaxation(),
                        entry.dipoleWidth(),
                        entry.chosen(),
                        entry.parameters(),
                        orNull(entry.chiSquare()),
                        orNull(entry.aicc()),
                        orNull(entry.bic()),
                        orNull(entry.weight()),
                        orNull(entry.width()),
                        orNull(entry.dipoleMoment().value()),
                        orNull(entry.dipoleMoment().standardError()),
                        entry.outcome().text()))
            .toList(),
        comparison.tests().stream()
            .map(
                test ->
                    new FitResult.NestedTestResult(
                        test.added(),
                        test.model(),
                        test.relaxation(),
                        test.dipoleWidth(),
                        test.fall(),
                        test.pValue()))
            .toList());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? ResultBuilder.finite(value.getAsDouble()) : null;
  }
}
