package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Check;
import tlsfit.diagnosis.Checks;
import tlsfit.diagnosis.ModelComparison;
import tlsfit.diagnosis.TableFit;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.result.FitResult;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.WaldAgainstProfile;

/** The checks on a fit, its tables and the other models, as values of a {@link FitResult}. */
final class DiagnosisBuilder {
  private final Inference inference;
  private final Fit fit;
  private final Fit other;
  private final Verdict verdict;

  /**
   * Takes what there is.
   *
   * @param inference the fit with its limits
   * @param other the fit with the other model of the shift
   */
  DiagnosisBuilder(Inference inference, Fit other) {
    this.inference = inference;
    this.fit = inference.fit();
    this.other = other;
    this.verdict = inference.verdict();
  }

  List<FitResult.CheckResult> checks() {
    List<Check> checks = new ArrayList<>(Checks.of(fit, verdict));
    if (verdict.shiftSeen()) {
      WaldAgainstProfile.of(inference).ifPresent(checks::add);
    }
    return checks.stream()
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
    return TableFit.of(fit).stream()
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
        verdict.shiftSeen() ? ModelComparison.of(fit, other) : ModelComparison.none();
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
