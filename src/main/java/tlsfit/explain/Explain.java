package tlsfit.explain;

import tlsfit.result.Advice;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.Finding;
import tlsfit.result.ModelFit;

/** The meaning of results in plain English: the way in to this room. */
public final class Explain {
  private Explain() {}

  /**
   * The meaning of a finding, with its numbers in the units of {@link tlsfit.units.DisplayUnit}.
   * Notes are worded the same whether they hold or not, since they are only made where there is
   * something to note.
   */
  public static Explanation finding(Finding finding) {
    return switch (finding.code()) {
      case DEPENDS_ON_DIPOLE_MOMENT -> DeterminationText.dependsOnDipoleMoment(finding);
      case SHIFT_SEEN -> DeterminationText.shiftSeen(finding);
      case CONVERGED -> DeterminationText.converged(finding);
      case FULL_RANK -> DeterminationText.fullRank(finding);
      case DETERMINED -> DeterminationText.determined(finding);
      case RELAXATION_SEEN -> DeterminationText.relaxationSeen(finding);
      case RELAXATION_NOT_SEEN -> DeterminationText.relaxationNotSeen(finding);
      case WIDTH_NOT_SEEN -> DeterminationText.widthNotSeen(finding);
      case ONE_MINIMUM -> DeterminationText.oneMinimum(finding);
      case SEVERAL_READINGS -> ShapeText.severalReadings(finding);
      case SMALL_STRENGTH -> ShapeText.smallStrength(finding);
      case NO_FEATURELESS_CURVE -> ShapeText.noFeaturelessCurve(finding);
      case SPREAD -> ShapeText.spread(finding);
      case EXTREMUM_VISIBLE -> ShapeText.extremumVisible(finding);
      case WITHIN_THEORY -> ShapeText.withinTheory(finding);
      case NEAR_END_OF_THEORY -> ShapeText.nearEndOfTheory(finding);
      case EXCLUDED -> DataText.excluded(finding);
      case DRIVE_ERRORS -> DataText.driveErrors(finding);
      case WARM -> ShapeText.warm(finding);
      case TWO_PHOTON_CROSSINGS -> LzText.twoPhotonCrossings(finding);
      case WEAK_DRIVE -> LzText.weakDrive(finding);
      case RELAXATION_AT_CROSSING -> LzText.relaxationAtCrossing(finding);
      case CHI_SQUARE -> ScatterText.chiSquare(finding);
      case RUNS -> ScatterText.runs(finding);
      case SERIAL_CORRELATION -> ScatterText.serialCorrelation(finding);
      case DUPLICATE_READINGS -> DataText.duplicateReadings(finding);
      case IDENTICAL_INPUTS -> DataText.identicalInputs(finding);
      case SIGMA_DECIDES -> DataText.sigmaDecides(finding);
      case PLAUSIBLE -> DataText.plausible(finding);
      case NORMALITY -> ScatterText.normality(finding);
      case OUTLIERS -> ScatterText.outliers(finding);
      case STARTS -> ScatterText.starts(finding);
      case TABLES -> ScatterText.tables(finding);
      case SLOW_CHANGE -> SlowChangeText.slowChange(finding);
      case LEVERAGE -> LeverageText.leverage(finding);
      case INFLUENCE -> LeverageText.influence(finding);
      case CORRELATION -> LeverageText.correlation(finding);
      case CONDITION -> LeverageText.condition(finding);
      case WALD_AGAINST_PROFILE -> IntervalText.waldAgainstProfile(finding);
      case FEW_REPLICATES -> IntervalText.fewReplicates(finding);
      case FAILED_REPLICATES -> IntervalText.failedReplicates(finding);
      case LOWER_MINIMUM -> IntervalText.lowerMinimum(finding);
      case LEFT_OUT -> IntervalText.leftOut(finding);
      case AT_BOUND -> ConstraintText.atBound(finding);
      case BOUNDS_CONTRADICTED -> ConstraintText.boundsContradicted(finding);
      case PRIOR_CONTRADICTED -> ConstraintText.priorContradicted(finding);
      case CALIBRATION_CONTRADICTED -> ConstraintText.calibrationContradicted(finding);
      case KNOWN_FROM_PRIOR -> ConstraintText.knownFromPrior(finding);
      case NO_CALIBRATION_TERM -> ConstraintText.noCalibrationTerm(finding);
      case ENOUGH_READINGS -> SurveyText.enoughReadings(finding);
      case FIELDS_SWEPT -> SurveyText.fieldsSwept(finding);
      case LOWEST_FREQUENCY_SEEN -> SurveyText.lowestFrequencySeen(finding);
      case RATES_SWEPT -> SurveyText.ratesSwept(finding);
      case SIGMA_GIVEN -> SurveyText.sigmaGiven(finding);
      case COVERED_BY_THEORY -> SurveyText.coveredByTheory(finding);
    };
  }

  /**
   * A check that holds, in a few words within a line, such as {@code no trend (runs test, 0.61)}.
   */
  public static String brief(Finding finding) {
    return BriefText.of(finding);
  }

  /** What the readings say of another model of the shift beside that of the fit, as a clause. */
  public static String model(ModelFit own, ModelFit other) {
    return BriefText.model(own, other);
  }

  /** Where to measure next and what it would bring, as one sentence. */
  public static String advice(Advice advice) {
    return AdviceText.of(advice);
  }

  /** What a derived quantity is and where it comes from, as one sentence. */
  public static String derived(DerivedQuantity quantity) {
    return DerivedText.of(quantity);
  }

  /**
   * Why a minimisation stopped, as a clause.
   *
   * @param reason the reason in lower case with hyphens, such as {@code not-a-number}
   */
  public static String stop(String reason) {
    return StopText.of(reason);
  }

  /**
   * Why a model is not compared, as a clause; empty for no reason.
   *
   * @param reason the reason in lower case with hyphens, such as {@code no-width}
   */
  public static String outcome(String reason) {
    return StopText.outcome(reason);
  }

  /** What a parameter or another quantity is called, with its symbol. */
  public static String name(String quantity) {
    return Words.name(quantity);
  }
}
