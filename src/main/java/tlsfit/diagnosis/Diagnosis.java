package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Shape;

/**
 * The diagnosis of a fit: whether it may be believed, and which parameters it determines.
 *
 * <p>Made of small functions, each of which gives {@link Finding}s: {@link DeterminationFindings}
 * on what the readings determine, {@link ShapeFindings} on what part of the curve they show, {@link
 * TheoryFindings} on the range of the theory, {@link ScatterFindings} on the residuals, {@link
 * ConstraintFindings} on bounds and priors. What costs further fits is left to {@link Checks}, what
 * needs the measurement to {@link MeasurementFindings}; the verdict is made of all of them.
 *
 * @param converged whether a minimum was reached
 * @param undetermined parameters that were to be fitted and that the readings do not determine
 * @param shape what part of the curve the readings show
 * @param findings all that was found, in the order of importance
 */
public record Diagnosis(
    boolean converged, Set<Parameter> undetermined, Shape shape, List<Finding> findings) {

  /** Copies set and list. */
  public Diagnosis {
    EnumSet<Parameter> copy = EnumSet.noneOf(Parameter.class);
    copy.addAll(undetermined);
    undetermined = copy;
    findings = List.copyOf(findings);
  }

  /** Confidence level of the sets that decide what is determined. */
  public static final double LEVEL = 0.95;

  /** Diagnoses a fit. */
  public static Diagnosis of(Fit fit) {
    return of(fit, ConfidenceSets.of(fit, LEVEL));
  }

  /**
   * Diagnoses a fit.
   *
   * @param sets its confidence sets at {@link #LEVEL}
   */
  public static Diagnosis of(Fit fit, ConfidenceSets sets) {
    // A valley counts as a minimum: FULL_RANK names the parameters that run along it.
    boolean converged = fit.minimum().stop().converged();
    DeterminationFindings determination = new DeterminationFindings(fit, sets);
    List<Finding> findings = new ArrayList<>(determination.dependence());
    Finding shift = determination.shift();
    findings.add(shift);
    Shape shape = Shape.PLATEAU;
    if (shift.holds()) { // else the rest would only tell what the noise looks like
      findings.add(
          Finding.of(FindingCode.CONVERGED, Kind.FACT, converged)
              .about(fit.minimum().stop().key()));
      findings.addAll(determination.all());
      ShapeFindings shapes = ShapeFindings.of(fit, undetermined(findings));
      shape = shapes.shape();
      findings.addAll(shapes.findings());
      findings.addAll(TheoryFindings.of(fit));
    }
    findings.addAll(ScatterFindings.of(fit, shift.holds() && converged));
    if (shift.holds()) {
      findings.addAll(ConstraintFindings.of(fit));
    }
    return new Diagnosis(converged, undetermined(findings), shape, findings);
  }

  /** The parameters of all facts that do not hold. */
  static Set<Parameter> undetermined(List<Finding> findings) {
    Set<Parameter> undetermined = EnumSet.noneOf(Parameter.class);
    findings.stream()
        .filter(finding -> finding.kind() == Kind.FACT && !finding.holds())
        .flatMap(finding -> finding.parameters().stream())
        .map(Parameter::of)
        .forEach(undetermined::add);
    return undetermined;
  }

  /** Whether the readings determine every parameter that was to be fitted. */
  public boolean determined() {
    return undetermined.isEmpty();
  }

  /** Whether the readings determine a parameter that was to be fitted. */
  public boolean determines(Parameter parameter) {
    return !undetermined.contains(parameter);
  }

  /** Whether the readings show a shift at all. */
  public boolean shiftSeen() {
    return !fails(FindingCode.SHIFT_SEEN);
  }

  /** Whether all facts hold. */
  public boolean valid() {
    return findings.stream().allMatch(finding -> finding.holds() || finding.kind() != Kind.FACT);
  }

  /** Whether a fact does not hold. */
  public boolean fails(FindingCode code) {
    return findings.stream()
        .anyMatch(
            finding -> finding.code() == code && finding.kind() == Kind.FACT && !finding.holds());
  }
}
