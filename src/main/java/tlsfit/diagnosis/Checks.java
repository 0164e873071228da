package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
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
 * The notes on how a fit hangs together: told, and without a say in the verdict. They are
 * properties of the design rather than faults; of 398 fits that were valid and right, three in ten
 * had a leverage, a correlation or a condition number beyond the limits of the books.
 *
 * <ul>
 *   <li>{@link FindingCode#LEVERAGE}: the largest (Huber, Robust Statistics, 1981, section 7.2).
 *   <li>{@link FindingCode#INFLUENCE}: the largest of Cook's distances, with the median of F with m
 *       and ν degrees of freedom: from there on one reading moves the fit to the edge of its 50 %
 *       confidence region (Cook, Technometrics 19, 15 (1977)).
 *   <li>{@link FindingCode#CORRELATION}: the largest between two parameters.
 *   <li>{@link FindingCode#CONDITION}: condition number of the Jacobian with columns of unit length
 *       (Belsley, Kuh and Welsch, Regression Diagnostics, 1980, section 3.2).
 *   <li>{@link FindingCode#STARTS}: how many of the starts ended in the minimum.
 * </ul>
 *
 * <p>What spoils a fit is found by {@link Diagnosis} and {@link MeasurementFindings}.
 */
public final class Checks {
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
    if (diagnosis.shiftSeen() && diagnosis.converged()) {
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
            told(FindingCode.STARTS).withValue(fit.agreeing()).with("starts", fit.starts()));
      }
    }
    return List.copyOf(findings);
  }

  private static Finding told(FindingCode code) {
    return Finding.of(code, Kind.NOTE, true);
  }

  private Finding leverage() {
    int largest = largest(residuals::leverage);
    return told(FindingCode.LEVERAGE)
        .withValue(residuals.leverage(largest))
        .at(List.of(Places.of(fit, largest)));
  }

  private Finding influence() {
    int most = largest(residuals::cook);
    return withChange(
        told(FindingCode.INFLUENCE)
            .withValue(residuals.cook(most))
            .withLimit(residuals.cookLimit())
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
    return told(FindingCode.CORRELATION)
        .withValue(correlation[row][column])
        .ofParameters(List.of(fit.free().get(column).key(), fit.free().get(row).key()));
  }

  private Finding condition(double number) {
    return WeakDirection.addTo(told(FindingCode.CONDITION).withValue(number), fit);
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
