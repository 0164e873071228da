package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Shape;

/**
 * The findings on the shape of the readings, for a fit in which a shift is seen:
 *
 * <ul>
 *   <li>{@link FindingCode#SEVERAL_READINGS}: the shift is seen without any one or two readings,
 *       too ({@link InfluentialReadings}).
 *   <li>{@link FindingCode#SMALL_STRENGTH}: χ is below 1, as a theory of first order in χ needs.
 *   <li>{@link FindingCode#NO_FEATURELESS_CURVE}: no straight line or step explains the readings as
 *       well ({@link FeaturelessCurve}).
 *   <li>{@link FindingCode#EXTREMUM_VISIBLE}: readings lie on both sides of the extremum ({@link
 *       SweepCoverage}); a note where p is determined nonetheless.
 * </ul>
 *
 * @param shape what part of the curve the readings show
 * @param findings what was found: only facts that do not hold, and notes
 */
record ShapeFindings(Shape shape, List<Finding> findings) {

  /**
   * Looks at the readings of a fit.
   *
   * @param before parameters already known not to be determined
   */
  static ShapeFindings of(Fit fit, Set<Parameter> before) {
    List<Finding> findings = new ArrayList<>();
    Optional<Finding> few = fewReadings(fit);
    few.ifPresent(findings::add);
    if (!fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      return new ShapeFindings(
          few.isPresent() ? Shape.FEW_READINGS : SweepCoverage.ofFit(fit), findings);
    }
    strength(fit).ifPresent(findings::add);
    featurelessCurve(fit).ifPresent(findings::add);
    if (few.isPresent()) {
      return new ShapeFindings(Shape.FEW_READINGS, findings);
    }
    boolean open = isOpen(before, findings);
    Shape shape = open ? SweepCoverage.ofData(fit) : SweepCoverage.ofFit(fit);
    extremum(fit, shape, open).ifPresent(findings::add);
    return new ShapeFindings(shape, findings);
  }

  /** Whether the dipole moment is not determined. */
  private static boolean isOpen(Set<Parameter> before, List<Finding> findings) {
    Set<Parameter> open = EnumSet.noneOf(Parameter.class);
    open.addAll(before);
    open.addAll(Diagnosis.undetermined(findings));
    return open.contains(Parameter.DIPOLE_MOMENT);
  }

  private static Optional<Finding> fewReadings(Fit fit) {
    if (!fit.free().contains(Parameter.CHI)) {
      return Optional.empty();
    }
    return InfluentialReadings.of(fit, DeterminationFindings.SHIFT_SIGNIFICANCE)
        .map(
            found ->
                Finding.of(FindingCode.SEVERAL_READINGS, Kind.FACT, false)
                    .withPValue(found.pValue())
                    .withLimit(DeterminationFindings.SHIFT_SIGNIFICANCE)
                    .ofParameters(DeterminationFindings.ofTheShift(fit))
                    .at(Places.of(found.readings())));
  }

  private static Optional<Finding> strength(Fit fit) {
    double chi = fit.values().chi();
    return chi < 1
        ? Optional.empty()
        : Optional.of(
            Finding.of(FindingCode.SMALL_STRENGTH, Kind.FACT, false)
                .withValue(chi)
                .withLimit(1)
                .ofParameters(DeterminationFindings.ofTheShift(fit)));
  }

  private static Optional<Finding> featurelessCurve(Fit fit) {
    return FeaturelessCurve.of(fit).stream()
        .findFirst()
        .filter(curve -> curve.asGoodAs(fit))
        .map(
            curve ->
                Finding.of(FindingCode.NO_FEATURELESS_CURVE, Kind.FACT, false)
                    .withValue(curve.lead(fit))
                    .withLimit(FeaturelessCurve.CLEARLY)
                    .with("chiSquareOfCurve", curve.chiSquare())
                    .with("chiSquareOfModel", fit.readingsChiSquare())
                    .about(curve.kind().key())
                    .ofParameters(DeterminationFindings.ofTheShift(fit)));
  }

  private static Optional<Finding> extremum(Fit fit, Shape shape, boolean open) {
    return shape == Shape.EXTREMUM
        ? Optional.empty()
        : Optional.of(
            Finding.of(FindingCode.EXTREMUM_VISIBLE, open ? Kind.FACT : Kind.NOTE, false)
                .withValue(fit.typicalSigma())
                .about(shape.key()));
  }
}
