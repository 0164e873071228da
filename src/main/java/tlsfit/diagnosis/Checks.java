package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.statistics.InfluenceMeasures;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The checks of a fit beside its {@link Diagnosis}: findings that ask to be looked at and do not
 * make the fit invalid.
 *
 * <ul>
 *   <li>{@link FindingCode#NORMALITY} and {@link FindingCode#OUTLIERS} ({@link ScatterFindings}).
 *   <li>{@link FindingCode#TABLES}: whether the tables agree ({@link TableConsistency}).
 *   <li>{@link FindingCode#LEVERAGE}: the largest, which should stay below {@value
 *       #LARGEST_LEVERAGE} (Huber, Robust Statistics, 1981, section 7.2).
 *   <li>{@link FindingCode#INFLUENCE}: the largest of Cook's distances, which should stay below the
 *       median of F with m and ν degrees of freedom: from there on one reading moves the fit to the
 *       edge of its 50 % confidence region (Cook, Technometrics 19, 15 (1977)).
 *   <li>{@link FindingCode#CORRELATION}: the largest between two parameters, which should stay
 *       below {@value #LARGEST_CORRELATION}.
 *   <li>{@link FindingCode#CONDITION}: condition number of the Jacobian with columns of unit
 *       length, which should stay below {@value #LARGEST_CONDITION} (Belsley, Kuh and Welsch,
 *       Regression Diagnostics, 1980, section 3.2).
 *   <li>{@link FindingCode#STARTS}: how many of the starts ended in the minimum.
 * </ul>
 *
 * <p>Where no shift is seen, only what concerns the noise is checked.
 */
public final class Checks {
  static final double LARGEST_LEVERAGE = 0.5;
  static final double LARGEST_CORRELATION = 0.98;
  static final double LARGEST_CONDITION = 30;

  private final Fit fit;
  private final Diagnosis diagnosis;
  private final InfluenceMeasures residuals;
  private final List<Finding> findings = new ArrayList<>();

  private Checks(Fit fit, Diagnosis diagnosis) {
    this.fit = fit;
    this.diagnosis = diagnosis;
    residuals = ResidualAnalysis.influence(fit);
  }

  /** Checks a fit of which the diagnosis is known. */
  public static List<Finding> of(Fit fit, Diagnosis diagnosis) {
    return new Checks(fit, diagnosis).all();
  }

  private List<Finding> all() {
    if (ResidualAnalysis.scatter(fit)) {
      ScatterFindings.normality(residuals).ifPresent(findings::add);
      ScatterFindings.outliers(fit, residuals).ifPresent(findings::add);
    }
    if (diagnosis.shiftSeen() && diagnosis.converged()) {
      if (ResidualAnalysis.scatter(fit)) {
        tables().ifPresent(findings::add);
      }
      findings.add(leverage());
      if (ResidualAnalysis.scatter(fit) && fit.degreesOfFreedom() >= 2) {
        findings.add(influence());
      }
      JacobianAnalysis analysis = fit.linearization().analysis();
      if (analysis.fullRank() && fit.free().size() > 1) {
        findings.add(correlation());
        findings.add(condition(analysis.conditionNumber()));
      }
      if (fit.starts() > 1) {
        findings.add(
            Finding.of(FindingCode.STARTS, Kind.CHECK, fit.agreeing() > 1)
                .withValue(fit.agreeing())
                .with("starts", fit.starts()));
      }
    }
    return List.copyOf(findings);
  }

  private Optional<Finding> tables() {
    return TableConsistency.of(fit)
        .map(
            found ->
                Finding.of(FindingCode.TABLES, Kind.CHECK, found.pValue() >= ScatterFindings.LEVEL)
                    .withValue(found.fall() / fit.noiseVariance())
                    .withPValue(found.pValue())
                    .withLimit(ScatterFindings.LEVEL)
                    .with("added", found.added())
                    .about(found.farthest()));
  }

  private Finding leverage() {
    int largest = largest(residuals::leverage);
    double value = residuals.leverage(largest);
    return Finding.of(FindingCode.LEVERAGE, Kind.CHECK, value <= LARGEST_LEVERAGE)
        .withValue(value)
        .withLimit(LARGEST_LEVERAGE)
        .at(List.of(Places.of(fit, largest)));
  }

  private Finding influence() {
    int most = largest(residuals::cook);
    double value = residuals.cook(most);
    double limit = residuals.cookLimit();
    return withChange(
        Finding.of(FindingCode.INFLUENCE, Kind.CHECK, value < limit)
            .withValue(value)
            .withLimit(limit)
            .at(List.of(Places.of(fit, most))),
        most);
  }

  /** The same with what the dipole moment does without a reading, by a fit without it. */
  private Finding withChange(Finding finding, int left) {
    int column = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    if (column < 0 || !diagnosis.determines(Parameter.DIPOLE_MOMENT)) {
      return finding;
    }
    try {
      Fit without = Fitter.refit(Part.without(fit, left), fit.options(), fit.values());
      if (!without.minimum().stop().isolated()) {
        return finding.about("notConverged");
      }
      double change = Math.log(without.values().dipoleMoment() / fit.values().dipoleMoment());
      double error = Math.sqrt(fit.covariance()[column][column]);
      return finding
          .with("change", Math.expm1(change))
          .with("standardErrors", Math.abs(change) / error);
    } catch (FitRefusedException e) {
      return finding.about("tooFewReadings");
    }
  }

  private Finding correlation() {
    double[][] correlation = fit.correlation();
    int row = 1;
    int column = 0;
    for (int i = 1; i < correlation.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(correlation[i][j]) > Math.abs(correlation[row][column])) {
          row = i;
          column = j;
        }
      }
    }
    double value = correlation[row][column];
    return Finding.of(FindingCode.CORRELATION, Kind.CHECK, Math.abs(value) <= LARGEST_CORRELATION)
        .withValue(value)
        .withLimit(LARGEST_CORRELATION)
        .ofParameters(List.of(fit.free().get(column).key(), fit.free().get(row).key()));
  }

  private Finding condition(double number) {
    return WeakDirection.addTo(
        Finding.of(FindingCode.CONDITION, Kind.CHECK, number <= LARGEST_CONDITION)
            .withValue(number)
            .withLimit(LARGEST_CONDITION),
        fit);
  }

  private int largest(IntToDoubleFunction of) {
    int largest = 0;
    for (int i = 1; i < residuals.size(); i++) {
      if (of.applyAsDouble(i) > of.applyAsDouble(largest)) {
        largest = i;
      }
    }
    return largest;
  }
}
