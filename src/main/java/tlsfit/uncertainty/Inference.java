package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.IntConsumer;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.EvaluationBudget;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.RelaxationTest;
import tlsfit.likelihood.ConfidenceSets;
import tlsfit.likelihood.LowerMinimum;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Relaxation;

/**
 * The statistical inference from a fit: its diagnosis, and estimates with confidence intervals.
 *
 * @param fit the fit; a lower minimum than the one that was given, if the profile met one
 * @param diagnosis whether it is valid
 * @param level confidence level 1 − α of all intervals
 * @param kind how they were made, where they could be made so
 * @param estimates of all parameters, free or fixed, in their own order
 * @param profiled the same with limits from the profile likelihood, whatever the kind
 * @param sets the confidence sets at the level, with the profiles they were read from
 * @param replicates of the bootstrap, where one was made
 * @param findings what should be known of how they were made
 */
public record Inference(
    Fit fit,
    Diagnosis diagnosis,
    double level,
    IntervalKind kind,
    List<ParameterEstimate> estimates,
    List<ParameterEstimate> profiled,
    ConfidenceSets sets,
    Optional<Bootstrap.Replicates> replicates,
    List<Finding> findings) {

  /** How often a fit begins again from a lower point that its profile met. */
  private static final int RESTARTS = 5;

  /** Share of failed replicates from which on they are worth a warning. */
  private static final double MANY_FAILED = 0.01;

  /** Replicates that must lie beyond a limit for it to be a quantile of them. */
  private static final double FEWEST_BEYOND = 10;

  public Inference {
    estimates = List.copyOf(estimates);
    profiled = List.copyOf(profiled);
    findings = List.copyOf(findings);
  }

  /** Whether a parameter has an estimate that the readings determine. */
  public boolean determines(Parameter parameter) {
    return estimates.stream()
        .anyMatch(estimate -> estimate.name().equals(parameter.key()) && estimate.determined());
  }

  /** The same, further evaluations of the model at the fit's readings taken from a budget. */
  public Inference within(EvaluationBudget budget) {
    return new Inference(
        fit.within(budget),
        diagnosis,
        level,
        kind,
        estimates,
        profiled,
        sets,
        replicates,
        findings);
  }

  /** Intervals from the curvature. */
  public static Inference wald(Fit fit, double level) {
    Inference profiled = descended(fit, level);
    Diagnosis diagnosis = profiled.diagnosis;
    return new Inference(
        profiled.fit,
        diagnosis,
        level,
        IntervalKind.WALD,
        WaldIntervals.of(profiled.fit, diagnosis, level),
        profiled.estimates,
        profiled.sets,
        Optional.empty(),
        profiled.findings);
  }

  /** Intervals from the profile of each parameter. */
  public static Inference profile(Fit fit, double level) {
    return descended(fit, level);
  }

  /**
   * Intervals from a bootstrap, with progress told as {@link Bootstrap#run} does; from the profile
   * where no shift is seen, the fit has not converged, a parameter lies at a bound, or the
   * relaxation rate came out as 0.
   */
  public static Inference bootstrap(
      Fit fit,
      double level,
      Bootstrap.Settings settings,
      ExecutorService executor,
      IntConsumer progress) {
    Inference profiled = descended(fit, level);
    Diagnosis diagnosis = profiled.diagnosis;
    List<Finding> findings = new ArrayList<>(profiled.findings);
    boolean worthIt =
        diagnosis.converged()
            && diagnosis.shiftSeen()
            && !diagnosis.undetermined().containsAll(profiled.fit.free());
    if (!worthIt || !profiled.fit.atBound().isEmpty() || profiled.fit.relaxation().atZero()) {
      return profiled; // nothing to make limits of, or limits that only a profile can make
    }
    Bootstrap.Replicates replicates = Bootstrap.run(profiled.fit, settings, executor, progress);
    double beyond = (settings.replicates() + 1) * (1 - level) / 2;
    if (beyond < FEWEST_BEYOND) {
      findings.add(
          Finding.of(FindingCode.FEW_REPLICATES, Kind.NOTE, false)
              .withValue(beyond)
              .withLimit(FEWEST_BEYOND)
              .with("replicates", settings.replicates())
              .with("needed", Math.ceil(2 * FEWEST_BEYOND / (1 - level))));
    }
    if (replicates.failedShare() > MANY_FAILED) {
      findings.add(
          Finding.of(FindingCode.FAILED_REPLICATES, Kind.NOTE, false)
              .withValue(replicates.failed())
              .with("replicates", settings.replicates()));
    }
    return new Inference(
        profiled.fit,
        diagnosis,
        level,
        IntervalKind.BOOTSTRAP,
        BootstrapIntervals.of(profiled.fit, diagnosis, level, replicates),
        profiled.estimates,
        profiled.sets,
        Optional.of(replicates),
        findings);
  }

  /** Profiles a fit, and begins again from any lower minimum met on the way. */
  private static Inference descended(Fit start, double level) {
    Fit fit = start;
    List<Finding> findings = new ArrayList<>();
    for (int restart = 0; ; restart++) {
      ConfidenceSets usual = ConfidenceSets.of(fit, Diagnosis.LEVEL);
      Diagnosis diagnosis = Diagnosis.of(fit, usual);
      ConfidenceSets sets = usual.at(level);
      Estimates estimates = Estimates.of(fit, diagnosis, sets, new ProfileIntervals(fit, sets));
      Optional<Fit> better =
          restart == RESTARTS
              ? Optional.empty()
              : LowerMinimum.lower(usual.lower(), sets.lower())
                  .map(met -> refit(start, met.values()));
      if (better.isEmpty() || !(better.get().chiSquare() < fit.chiSquare())) {
        unseenRelaxation(fit, diagnosis, estimates.all()).ifPresent(findings::add);
        unseenWidth(diagnosis, sets, estimates.all()).ifPresent(findings::add);
        return new Inference(
            fit,
            diagnosis,
            level,
            IntervalKind.PROFILE,
            estimates.all(),
            estimates.all(),
            sets,
            Optional.empty(),
            findings);
      }
      findings.add(
          Finding.of(FindingCode.LOWER_MINIMUM, Kind.NOTE, false)
              .withValue(better.get().chiSquare())
              .withLimit(fit.chiSquare()));
      fit = better.get();
    }
  }

  /** That T10 has a lower limit only, where nobody asked for more. */
  private static Optional<Finding> unseenRelaxation(
      Fit fit, Diagnosis diagnosis, List<ParameterEstimate> estimates) {
    String name = Parameter.RELAXATION_TIME.key();
    boolean told = diagnosis.shiftSeen() && fit.options().relaxation() == Relaxation.AUTO;
    return estimates.stream()
        .filter(estimate -> told && estimate.name().equals(name))
        .filter(estimate -> !estimate.fixed() && !estimate.determined())
        .findFirst()
        .map(
            estimate -> {
              Double limit = estimate.interval().lower();
              return Finding.of(FindingCode.RELAXATION_NOT_SEEN, Kind.NOTE, false)
                  .withValue(limit == null ? Double.NaN : limit)
                  .withPValue(
                      fit.relaxation().test().map(RelaxationTest::pValue).orElse(Double.NaN))
                  .ofParameters(List.of(name));
            });
  }

  /** That the width of the dipole moments has an upper limit only. */
  private static Optional<Finding> unseenWidth(
      Diagnosis diagnosis, ConfidenceSets sets, List<ParameterEstimate> estimates) {
    String name = Parameter.DIPOLE_WIDTH.key();
    return estimates.stream()
        .filter(estimate -> estimate.name().equals(name))
        .filter(estimate -> diagnosis.shiftSeen() && sets.hasLeastWidth())
        .findFirst()
        .map(
            estimate -> {
              Double limit = estimate.interval().upper();
              return Finding.of(FindingCode.WIDTH_NOT_SEEN, Kind.NOTE, false)
                  .withValue(limit == null ? Double.NaN : limit)
                  .ofParameters(List.of(name));
            });
  }

  private static Fit refit(Fit start, ParameterValues values) {
    Fit found = Fitter.refit(start.observations(), start.options(), values);
    return found.goingOnFrom(start);
  }
}
