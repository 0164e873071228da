package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.IntervalKind;

/**
 * What may be said of a fit: its verdict, and estimates with intervals.
 *
 * @param fit the fit; a lower minimum than the one that was given, if the profile met one
 * @param verdict whether it may be believed
 * @param level confidence level 1 − α of all intervals
 * @param kind how they were made, where they could be made so
 * @param estimates of all parameters, free or held, in their own order
 * @param profiled the same with limits from the profile, whatever the kind
 * @param replicates of the bootstrap, where one was made
 * @param warnings what should be known of how they were made, in words
 */
public record Inference(
    Fit fit,
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
  public static Inference wald(Fit fit, double level) {
    Inference profiled = descended(fit, level);
    Verdict verdict = profiled.verdict;
    return new Inference(
        profiled.fit,
        verdict,
        level,
        IntervalKind.WALD,
        WaldIntervals.of(profiled.fit, verdict, level),
        profiled.estimates,
        Optional.empty(),
        profiled.warnings);
  }

  /** Intervals from the profile of each parameter. */
  public static Inference profile(Fit fit, double level) {
    return descended(fit, level);
  }

  /**
   * Intervals from a bootstrap, with progress told as {@link Bootstrap#run} does; from the profile
   * where no shift is seen, the fit has not converged, or a parameter lies at a bound.
   */
  public static Inference bootstrap(
      Fit fit, double level, Bootstrap.Settings settings, IntConsumer progress) {
    Inference profiled = descended(fit, level);
    Verdict verdict = profiled.verdict;
    List<String> warnings = new ArrayList<>(profiled.warnings);
    boolean worthIt =
        verdict.converged()
            && verdict.shiftSeen()
            && !verdict.undetermined().containsAll(profiled.fit.free());
    if (!worthIt || !profiled.fit.atBound().isEmpty()) {
      return profiled; // nothing to make limits of, or limits that only a profile can make
    }
    Bootstrap.Replicates replicates = Bootstrap.run(profiled.fit, settings, progress);
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
        profiled.fit,
        verdict,
        level,
        IntervalKind.BOOTSTRAP,
        BootstrapIntervals.of(profiled.fit, verdict, level, replicates),
        profiled.estimates,
        Optional.of(replicates),
        warnings);
  }

  /** Profiles an fit, and begins again from any lower minimum met on the way. */
  private static Inference descended(Fit start, double level) {
    Fit fit = start;
    List<String> warnings = new ArrayList<>();
    for (int restart = 0; ; restart++) {
      Verdict verdict = Diagnosis.judge(fit);
      ProfileIntervals method = new ProfileIntervals(fit, level);
      List<Estimate> estimates = Estimates.of(fit, verdict, level, method);
      Optional<Fit> better =
          restart == RESTARTS
              ? Optional.empty()
              : method.lowerMinimum().map(values -> refit(start, values));
      if (better.isEmpty() || !(better.get().chiSquare() < fit.chiSquare())) {
        return new Inference(
            fit,
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
              fit.chiSquare()));
      fit = better.get();
    }
  }

  private static Fit refit(Fit start, ParameterValues values) {
    Fit found = Fitter.refit(start.observations(), start.options(), values);
    return start
        .relaxationTest()
        .map(test -> found.withTest(test, start.relaxationAtZero()))
        .orElse(found);
  }
}
