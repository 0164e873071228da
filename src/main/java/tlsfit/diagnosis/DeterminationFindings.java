package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tlsfit.fit.Fit;
import tlsfit.fit.RelaxationTest;
import tlsfit.likelihood.ConfidenceSet;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.likelihood.ProfilePoint;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.setup.Relaxation;
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

  /**
   * Level at which values far from the best one must be excluded. Of measurements with two minima
   * that only chance tells apart, one in twenty has the wrong one for its 95 % set.
   */
  static final double RIVAL_SIGNIFICANCE = 1e-3;

  /** Far, in distances of the limit from the best value: about four standard errors at 95 %. */
  private static final double FAR = 2;

  /** Share of the rise of a parabola through the limit below which a profile is none. */
  private static final double PARABOLIC = 0.5;

  private final Fit fit;
  private final ConfidenceSets sets;
  private final JacobianAnalysis analysis;

  DeterminationFindings(Fit fit, ConfidenceSets sets) {
    this.fit = fit;
    this.sets = sets;
    this.analysis = fit.linearization().analysis();
  }

  /** Whether a fit sees a shift and determines p, without all that else is to be found. */
  static boolean determinesDipoleMoment(Fit fit) {
    DeterminationFindings findings =
        new DeterminationFindings(fit, ConfidenceSets.of(fit, Diagnosis.LEVEL));
    if (!findings.shift().holds() || !findings.analysis.fullRank()) {
      return false;
    }
    if (fit.options().model().distributed()) { // a profile would take many times longer
      return findings.error(Parameter.DIPOLE_MOMENT).isEmpty();
    }
    return findings.width(Parameter.DIPOLE_MOMENT).isEmpty()
        && findings.rival(Parameter.DIPOLE_MOMENT).isEmpty();
  }

  /** The fitted parameters that have no meaning without a shift. */
  static List<String> ofTheShift(Fit fit) {
    return fit.fitted().stream()
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
    findings.addAll(rivals());
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
    for (Parameter parameter : fit.free()) {
      switch (parameter) {
        case CHI, DIPOLE_MOMENT -> width(parameter).ifPresent(findings::add);
        case RELAXATION_TIME -> {
          // An open end of the interval of T10 says by itself that it is not determined.
        }
        case DIPOLE_WIDTH -> {
          // So does one of the width that reaches down to none.
          if (!sets.hasLeastWidth()) {
            error(parameter).ifPresent(findings::add);
          }
        }
        default -> error(parameter).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** That the confidence set of a logarithm is open or wide; of several parts {@link #rivals}. */
  private Optional<Finding> width(Parameter parameter) {
    ConfidenceSet set = sets.of(parameter);
    double widest = Math.log(Determination.WIDEST_FACTOR);
    double width = set.upper() - set.lower();
    if (set.parts().size() > 1 || set.isDetermined(widest)) {
      return Optional.empty();
    }
    Finding finding =
        Finding.of(FindingCode.DETERMINED, Kind.FACT, false)
            .withValue(Math.exp(width))
            .withLimit(Determination.WIDEST_FACTOR)
            .ofParameters(List.of(parameter.key()))
            .with("lower", parameter.scale().value(set.lower()))
            .with("upper", parameter.scale().value(set.upper()));
    return Optional.of(analysis.fullRank() ? WeakDirection.addTo(finding, fit) : finding);
  }

  private Optional<Finding> error(Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    double error = Math.sqrt(fit.covariance()[column][column]);
    double largest = Determination.largestError(parameter, fit);
    if (!analysis.fullRank() || error <= largest) {
      return Optional.empty();
    }
    return Optional.of(
        WeakDirection.addTo(
            Finding.of(FindingCode.DETERMINED, Kind.FACT, false)
                .withValue(error)
                .withLimit(largest)
                .ofParameters(List.of(parameter.key())),
            fit));
  }

  /** That relaxation which was asked for is not seen, or that its time may be short at will. */
  private List<Finding> relaxation() {
    boolean asked = fit.options().relaxation() == Relaxation.ON;
    boolean fitted = fit.fitted().contains(Parameter.RELAXATION_TIME);
    return fit
        .relaxation()
        .test()
        .filter(test -> asked && fitted && !test.seen())
        .map(
            test ->
                Finding.of(FindingCode.RELAXATION_SEEN, Kind.FACT, false)
                    .withPValue(test.pValue())
                    .withLimit(RelaxationTest.SIGNIFICANCE)
                    .ofParameters(List.of(Parameter.RELAXATION_TIME.key())))
        .stream()
        .toList();
  }

  /** That the values of p, or of χ, that fit do not lie together. */
  private List<Finding> rivals() {
    return Stream.of(Parameter.DIPOLE_MOMENT, Parameter.CHI)
        .filter(fit.free()::contains)
        .flatMap(parameter -> rival(parameter).stream())
        .toList();
  }

  /**
   * That the confidence set of a parameter falls into parts; or that far beyond it χ² rises less
   * than the stricter level asks for and less than half of what the limits promise, which then are
   * no measure of what the readings exclude.
   */
  private Optional<Finding> rival(Parameter parameter) {
    ConfidenceSet set = sets.of(parameter);
    Optional<ConfidenceSet.Part> part = set.rival();
    if (part.isPresent()) {
      return part.map(other -> rival(parameter, other, other.best(), other.rise()));
    }
    ConfidenceSets stricter = sets.at(1 - RIVAL_SIGNIFICANCE);
    double limit = stricter.largestRise();
    double best = fit.values().scaled(parameter);
    return set.profile().stream()
        .filter(
            point -> {
              double distance = set.distance(best, point.scaled());
              double parabola = sets.largestRise() * distance * distance;
              return distance > FAR && point.rise() < Math.min(limit, PARABOLIC * parabola);
            })
        .min(Comparator.comparingDouble(ProfilePoint::rise))
        .flatMap(
            far ->
                stricter
                    .of(parameter)
                    .at(far.scaled())
                    .map(around -> rival(parameter, around, far.values(), far.rise())))
        .map(finding -> finding.withLimit(limit).with("level", stricter.level()));
  }

  private Finding rival(
      Parameter parameter, ConfidenceSet.Part around, ParameterValues best, double rise) {
    ConfidenceSet.Part main = sets.of(parameter).main();
    return Finding.of(FindingCode.ONE_MINIMUM, Kind.FACT, false)
        .withValue(rise)
        .with("ratio", best.get(parameter) / main.best().get(parameter))
        .with("lower", parameter.scale().value(main.lower()))
        .with("upper", parameter.scale().value(main.upper()))
        .with("rivalLower", parameter.scale().value(around.lower()))
        .with("rivalUpper", parameter.scale().value(around.upper()))
        .ofParameters(List.of(parameter.key()));
  }
}
