package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.fit.RelaxationTest;
import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The findings on what the readings determine: {@link FindingCode#DEPENDS_ON_DIPOLE_MOMENT}, {@link
 * FindingCode#SHIFT_SEEN}, {@link FindingCode#FULL_RANK}, {@link FindingCode#DETERMINED}, {@link
 * FindingCode#RELAXATION_SEEN} and {@link FindingCode#ONE_MINIMUM}. The parameters of a fact that
 * does not hold are those that are not determined.
 */
final class DeterminationFindings {
  /**
   * Level of the test for a shift at all. Without a shift p has no meaning, and the fit chooses the
   * p that follows the noise best; the usual distributions then promise too much (Davies,
   * Biometrika 74, 33 (1987)), hence a level this strict.
   */
  static final double SHIFT_SIGNIFICANCE = 1e-3;

  /** Rise of χ² that makes two minima as good as one: the 95 % point of χ² with one freedom. */
  private static final double AS_GOOD = 3.84;

  /** Difference of ln p below which two minima count as one. */
  private static final double SAME = 0.1;

  private final Fit fit;
  private final JacobianAnalysis analysis;

  DeterminationFindings(Fit fit) {
    this.fit = fit;
    this.analysis = fit.linearization().analysis();
  }

  /** The fitted parameters that have no meaning without a shift. */
  static List<String> ofTheShift(Fit fit) {
    return fit.free().stream()
        .filter(p -> p != Parameter.REFERENCE_FREQUENCY)
        .map(Parameter::key)
        .toList();
  }

  /** That no reading depends on p, if so. */
  List<Finding> dependence() {
    boolean independent =
        !fit.observations().dependOnDipoleMoment()
            && !fit.options().fixed().containsKey(Parameter.DIPOLE_MOMENT);
    return independent
        ? List.of(
            Finding.of(FindingCode.DEPENDS_ON_DIPOLE_MOMENT, Kind.FACT, false)
                .ofParameters(List.of(Parameter.DIPOLE_MOMENT.key())))
        : List.of();
  }

  /** Whether the model explains the readings better than a constant frequency. */
  Finding shift() {
    double pValue = fit.shiftPValue();
    boolean seen = pValue < SHIFT_SIGNIFICANCE;
    return Finding.of(FindingCode.SHIFT_SEEN, Kind.FACT, seen)
        .withPValue(pValue)
        .withLimit(SHIFT_SIGNIFICANCE)
        .ofParameters(seen ? List.of() : ofTheShift(fit));
  }

  /** The others, which have a meaning where a shift is seen. */
  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    findings.add(rank());
    findings.addAll(errors());
    findings.addAll(relaxation());
    findings.addAll(otherMinimum());
    return findings;
  }

  private Finding rank() {
    if (analysis.fullRank()) {
      return Finding.of(FindingCode.FULL_RANK, Kind.FACT, true);
    }
    List<String> open = new ArrayList<>();
    for (int j = 0; j < fit.free().size(); j++) {
      if (analysis.undetermined(j)) {
        open.add(fit.free().get(j).key());
      }
    }
    return WeakDirection.addTo(
        Finding.of(FindingCode.FULL_RANK, Kind.FACT, false).ofParameters(open), fit);
  }

  private List<Finding> errors() {
    List<Finding> findings = new ArrayList<>();
    if (!analysis.fullRank()) {
      return findings;
    }
    double[][] covariance = fit.covariance();
    for (int j = 0; j < fit.free().size(); j++) {
      Parameter parameter = fit.free().get(j);
      double error = Math.sqrt(covariance[j][j]);
      double largest = Determination.largestError(parameter, fit);
      // An open end of the interval of T10 says by itself that it is not determined.
      if (error > largest && parameter.scale() != Scale.RATE) {
        findings.add(
            WeakDirection.addTo(
                Finding.of(FindingCode.DETERMINED, Kind.FACT, false)
                    .withValue(error)
                    .withLimit(largest)
                    .ofParameters(List.of(parameter.key())),
                fit));
      }
    }
    return findings;
  }

  private List<Finding> relaxation() {
    boolean fitted = fit.relaxation().atZero() || fit.free().contains(Parameter.RELAXATION_TIME);
    return fit
        .relaxation()
        .test()
        .filter(test -> fitted && !test.seen())
        .map(
            test ->
                Finding.of(FindingCode.RELAXATION_SEEN, Kind.FACT, false)
                    .withPValue(test.pValue())
                    .withLimit(RelaxationTest.SIGNIFICANCE)
                    .ofParameters(List.of(Parameter.RELAXATION_TIME.key())))
        .stream()
        .toList();
  }

  private List<Finding> otherMinimum() {
    if (!fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      return List.of();
    }
    for (Fit.OtherMinimum other : fit.otherMinima()) {
      double rise = (other.chiSquare() - fit.chiSquare()) / fit.noiseVariance();
      double ratio = other.values().dipoleMoment() / fit.values().dipoleMoment();
      if (rise < AS_GOOD && Math.abs(Math.log(ratio)) > SAME) {
        return List.of(
            Finding.of(FindingCode.ONE_MINIMUM, Kind.FACT, false)
                .withValue(rise)
                .withLimit(AS_GOOD)
                .with("ratio", ratio)
                .ofParameters(List.of(Parameter.DIPOLE_MOMENT.key())));
      }
    }
    return List.of();
  }
}
