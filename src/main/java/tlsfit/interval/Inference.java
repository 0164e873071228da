package tlsfit.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import tlsfit.fit.Fitter;
import tlsfit.fit.Judge;
import tlsfit.fit.Optimum;
import tlsfit.fit.ParameterValues;
import tlsfit.fit.Verdict;

/**
 * What may be said of a fit: its verdict, and estimates with intervals.
 *
 * @param optimum the fit; a lower minimum than the one that was given, if the profile met one
 * @param verdict whether it may be believed
 * @param level confidence level 1 − α of all intervals
 * @param kind how they were made, where they could be made so
 * @param estimates of all parameters, free or held, in their own order
 * @param profiled the same with limits from the profile, whatever the kind
 * @param replicates of the bootstrap, where one was made
 * @param warnings what should be known of how they were made, in words
 */
public record Inference(
    Optimum optimum,
    Verdict verdict,
    double level,
    IntervalKind kind,
    List<Estimate> estimates,
    List<Estimate> profiled,
    Optional<Bootstrap.Replicates> replicates,
    List<String> warnings) {

  /** How often a fit begins again from a lower point that its profile met. */
  private static final int RESTARTS = 5;

  /** Share of failed replicates from which on they are worth a warning. */
  private static final double MANY_FAILED = 0.01;

  /** Replicates that must lie beyond a limit for it to be a quantile of them. */
  private static final double FEWEST_BEYOND = 10;

  public Inference {
    estimates = List.copyOf(estimates);
    profiled = List.copyOf(profiled);
    warnings = List.copyOf(warnings);
  }

  /** Intervals from the curvature. */
  public static Inference wald(Optimum optimum, double level) {
    Inference profiled = descended(optimum, level);
    Verdict verdict = profiled.verdict;
    return new Inference(
        profiled.optimum,
        verdict,
        level,
        IntervalKind.WALD,
        WaldIntervals.of(profiled.optimum, verdict, level),
        profiled.estimates,
        Optional.empty(),
        profiled.warnings);
  }

  /** Intervals from the profile of each parameter. */
  public static Inference profile(Optimum optimum, double level) {
    return descended(optimum, level);
  }

  /**
   * Intervals from a bootstrap, with progress told as {@link Bootstrap#run} does; from the profile
   * where no shift is seen, the fit has not converged, or a parameter lies at a bound.
   */
  public static Inference bootstrap(
      Optimum optimum, double level, Bootstrap.Settings settings, IntConsumer progress) {
    Inference profiled = descended(optimum, level);
    Verdict verdict = profiled.verdict;
    List<String> warnings = new ArrayList<>(profiled.warnings);
    boolean worthIt =
        verdict.converged()
            && verdict.shiftSeen()
            && !verdict.undetermined().containsAll(profiled.optimum.free());
    if (!worthIt || !profiled.optimum.atBound().isEmpty()) {
      return profiled; // nothing to make limits of, or limits that only a profile can make
    }
    Bootstrap.Replicates replicates = Bootstrap.run(profiled.optimum, settings, progress);
    double beyond = (settings.replicates() + 1) * (1 - level) / 2;
    if (beyond < FEWEST_BEYOND) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "only %.1f of %d replicates are expected beyond each limit: the limits are uncertain,"
                  + " and may be far too narrow; take %.0f replicates or more",
              beyond,
              settings.replicates(),
              Math.ceil(2 * FEWEST_BEYOND / (1 - level))));
    }
    if (replicates.failedShare() > MANY_FAILED) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d bootstrap replicates could not be fitted and are left out, which may bias"
                  + " the limits: compare them with --intervals profile",
              replicates.failed(),
              settings.replicates()));
    }
    return new Inference(
        profiled.optimum,
        verdict,
        level,
        IntervalKind.BOOTSTRAP,
        BootstrapIntervals.of(profiled.optimum, verdict, level, replicates),
        profiled.estimates,
        Optional.of(replicates),
        warnings);
  }

  /** Profiles an optimum, and begins again from any lower minimum met on the way. */
  private static Inference descended(Optimum start, double level) {
    Optimum optimum = start;
    List<String> warnings = new ArrayList<>();
    for (int restart = 0; ; restart++) {
      Verdict verdict = Judge.judge(optimum);
      ProfileIntervals method = new ProfileIntervals(optimum, level);
      List<Estimate> estimates = Estimates.of(optimum, verdict, level, method);
      Optional<Optimum> better =
          restart == RESTARTS
              ? Optional.empty()
              : method.lowerMinimum().map(values -> refit(start, values));
      if (better.isEmpty() || !(better.get().chiSquare() < optimum.chiSquare())) {
        return new Inference(
            optimum,
            verdict,
            level,
            IntervalKind.PROFILE,
            estimates,
            estimates,
            Optional.empty(),
            warnings);
      }
      warnings.add(
          String.format(
              Locale.ROOT,
              "the profile met a lower minimum than the fit, chi-square %.6g instead of %.6g; the fit"
                  + " went on from there",
              better.get().chiSquare(),
              optimum.chiSquare()));
      optimum = better.get();
    }
  }

  private static Optimum refit(Optimum start, ParameterValues values) {
    Optimum found = Fitter.refit(start.observations(), start.options(), values);
    return start
        .relaxationTest()
        .map(test -> found.withTest(test, start.relaxationAtZero()))
        .orElse(found);
  }
}
