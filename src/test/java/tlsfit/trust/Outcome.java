package tlsfit.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.FitResult;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.setup.Noise;
import tlsfit.statistics.SigmaKnowledge;
import tlsfit.uncertainty.Inference;
import tlsfit.units.Constants;

/**
 * What became of a measurement of known truth.
 *
 * @param name of the measurement
 * @param scenario what was measured, or what is wrong with it
 * @param kind what a fit owes to it
 * @param ending whether there is a result
 * @param dipoleMissed whether the interval of p leaves the truth out, of a valid one
 * @param gross whether it does so by more than {@link #GROSS} standard errors
 * @param grossByChance the probability of a gross miss by chance alone, of a valid one; else 0
 * @param chiMissed whether the interval of χ leaves the truth out, of a valid one
 * @param warnings codes of the checks that do not hold
 * @param seconds of processor time
 * @param told the truth and what was said of it, for people
 */
record Outcome(
    String name,
    String scenario,
    Kind kind,
    Ending ending,
    boolean dipoleMissed,
    boolean gross,
    double grossByChance,
    boolean chiMissed,
    List<FindingCode> warnings,
    double seconds,
    String told) {

  /** The standard errors by which a truth must be missed for it to be no chance: 1 of 16,000. */
  static final double GROSS = 4;

  /** The half-width of a 95 % interval in standard errors. */
  private static final double HALF_WIDTH = 1.96;

  /** Whether there is a result. */
  enum Ending {
    /** A valid fit. */
    VALID,
    /** A fit that is not valid, or an input that was refused. */
    REFUSED,
    /** No result within the time, or an unexpected failure. */
    UNFINISHED
  }

  /** A measurement without a result. */
  static Outcome without(KnownMeasurement known, Ending ending, double seconds, String why) {
    return new Outcome(
        known.name(),
        known.scenario(),
        known.kind(),
        ending,
        false,
        false,
        0,
        false,
        List.of(),
        seconds,
        why);
  }

  /**
   * Compares a result with the truth. Of {@link Kind#NUISANCE} the interval of p is widened by 1.96
   * times what the result itself says that slow changes and a spread would do, in quadrature.
   *
   * @param seconds of processor time
   */
  static Outcome of(KnownMeasurement known, FitResult result, double seconds) {
    Said said =
        new Said(
            result.parameters(),
            result.verdict().findings(),
            sigma(result),
            known.kind() == Kind.NUISANCE ? HALF_WIDTH * saidOfItself(result) : 0);
    return said.outcome(known, seconds);
  }

  /** Compares a fit and its diagnosis with the truth: what a result is made of, without checks. */
  static Outcome of(KnownMeasurement known, Inference inference, double seconds) {
    Said said =
        new Said(
            inference.estimates(),
            inference.diagnosis().findings(),
            inference.fit().sigmaKnowledge(),
            0);
    return said.outcome(known, seconds);
  }

  /**
   * What is said of a measurement.
   *
   * @param estimates of the parameters
   * @param findings all of them
   * @param sigma what is known of σ
   * @param wider by how much the interval of p is widened on each side [C m]
   */
  private record Said(
      List<ParameterEstimate> estimates,
      List<Finding> findings,
      SigmaKnowledge sigma,
      double wider) {

    private Optional<ParameterEstimate> find(Parameter parameter) {
      return estimates.stream().filter(e -> e.name().equals(parameter.key())).findFirst();
    }

    private Outcome outcome(KnownMeasurement known, double seconds) {
      ParameterEstimate p = find(Parameter.DIPOLE_MOMENT).orElseThrow();
      Interval limits = p.interval();
      Interval held =
          new Interval(
              limits.level(),
              limits.method(),
              moved(limits.lower(), -wider),
              moved(limits.upper(), wider));
      boolean open = held.from() <= 0 || held.to() == Double.POSITIVE_INFINITY;
      boolean valid = failed(Finding.Kind.FACT).isEmpty() && !(known.kind() == Kind.GOOD && open);
      boolean missed = valid && known.rightDipoleMoments().stream().noneMatch(held::contains);
      boolean gross =
          missed
              && known.rightDipoleMoments().stream()
                  .allMatch(right -> standardErrorsOff(right, p.value(), held) > GROSS);
      Optional<ParameterEstimate> chi = find(Parameter.CHI);
      return new Outcome(
          known.name(),
          known.scenario(),
          known.kind(),
          valid ? Ending.VALID : Ending.REFUSED,
          missed,
          gross,
          valid ? grossByChance(sigma) : 0,
          valid && chi.isPresent() && !chi.get().interval().contains(known.truth().chi()),
          failed(Finding.Kind.CHECK),
          seconds,
          told(known, p.value(), held)
              + chi.map(parameter -> toldOfChi(known, parameter)).orElse("")
              + (valid ? "" : " " + facts()));
    }

    private List<FindingCode> failed(Finding.Kind kind) {
      return findings.stream()
          .filter(finding -> finding.kind() == kind && !finding.holds())
          .map(Finding::code)
          .distinct()
          .toList();
    }

    private String facts() {
      return failed(Finding.Kind.FACT).stream()
          .map(FindingCode::toString)
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * The probability that a limit of 95 % is missed by as much as {@link #GROSS} says where the
   * estimate follows the distribution its limits are made of: 6·10⁻⁵ with σ known, and more by
   * Student's t.
   */
  static double grossByChance(SigmaKnowledge sigma) {
    double deviate = GROSS / HALF_WIDTH * sigma.deviateAbove(0.025);
    return sigma.fallPValue(deviate * deviate, 1);
  }

  private static SigmaKnowledge sigma(FitResult result) {
    return new Noise.Absolute().name().equals(result.statistics().noise())
        ? new SigmaKnowledge.Known()
        : new SigmaKnowledge.Estimated(result.statistics().degreesOfFreedom());
  }

  private static @Nullable Double moved(@Nullable Double limit, double by) {
    return limit == null ? null : limit + by;
  }

  private static double saidOfItself(FitResult result) {
    double sum = 0;
    for (SystematicUncertainty line : result.systematics()) {
      if (List.of("slow", "spread").contains(line.kind().key())) {
        double change = line.changes().getOrDefault(Parameter.DIPOLE_MOMENT.key(), 0.0);
        sum += change * change;
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * By how many standard errors of ln p a value lies off, one being 1/1.96 of the distance from the
   * estimate to the limit that the value lies beyond: 1.96 (1 + |ln(right/limit)| /
   * |ln(limit/estimate)|). More than 4 is more than 1.04 half-widths beyond the limit.
   *
   * @param right a value outside the interval
   * @param estimate the value reported; null for none
   * @param interval what was reported, at 95 %
   */
  static double standardErrorsOff(double right, @Nullable Double estimate, Interval interval) {
    double limit = right < interval.from() ? interval.from() : interval.to();
    if (estimate == null || limit <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    double half = Math.abs(Math.log(limit / estimate));
    return HALF_WIDTH * (1 + Math.abs(Math.log(right / limit)) / half);
  }

  private static String told(KnownMeasurement known, @Nullable Double value, Interval interval) {
    return known.rightDipoleMoments().stream()
            .map(Outcome::debye)
            .collect(Collectors.joining(" or ", "true p ", " D, told "))
        + debye(value)
        + " ["
        + debye(interval.lower())
        + ", "
        + debye(interval.upper())
        + "] D";
  }

  private static String toldOfChi(KnownMeasurement known, ParameterEstimate chi) {
    double truth = known.truth().chi();
    return String.format(
        Locale.ROOT,
        ", chi over the true one [%.3f, %.3f]",
        chi.interval().from() / truth,
        chi.interval().to() / truth);
  }

  private static String debye(@Nullable Double dipoleMoment) {
    return dipoleMoment == null
        ? "-"
        : String.format(Locale.ROOT, "%.4g", dipoleMoment / Constants.DEBYE);
  }

  /** A line for people. */
  String line() {
    return String.format(Locale.ROOT, "  %-14s %-16s %5.1f s  %s", name, scenario, seconds, told);
  }
}
