package tlsfit.uncertainty;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * How often the intervals hold the truth: experiments are simulated with known parameters, each is
 * fitted as a measurement is, from the scan on, and its intervals are made in every way; then
 * {@link DefaultCoverage}.
 *
 * <p>The program's own command for it stands on the page coverage.md, whose numbers it prints.
 */
public final class CoverageStudy {
  /** Ways to make intervals, in the order of the columns. */
  static final List<String> METHODS = List.of("Wald", "profile", "bootstrap");

  private static final double LEVEL = 0.95;

  /** What a fit is told of σ. */
  private static final List<Noise> NOISES = List.of(new Noise.Absolute(), new Noise.Relative());

  /** Three sweeps of the field and one of the bias rate, with relaxation; 68 readings. */
  static final Design JOINT =
      new Design("joint", Experiments.joint(), Experiments.TRUTH, 40_000, Relaxation.ON);

  /** One sweep of the field, without relaxation; 40 readings. */
  static final Design POWER_ONLY =
      new Design(
          "power-only",
          Experiments.powerSweep(3.2e10, 40),
          Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
          40_000,
          Relaxation.OFF);

  /** One sweep of the bias rate, with relaxation; 40 readings. */
  static final Design BIAS_ONLY =
      new Design(
          "bias-only", Experiments.biasSweep(1500, 40), Experiments.TRUTH, 24_000, Relaxation.ON);

  /**
   * What is measured.
   *
   * @param name in tables
   * @param fields at which there are readings
   * @param truth parameters in force
   * @param sigma standard deviation of the readings [Hz]
   * @param relaxation whether it is part of the fit
   */
  record Design(
      String name,
      Measurement fields,
      ParameterValues truth,
      double sigma,
      Relaxation relaxation) {}

  /**
   * How often one parameter's intervals held the truth.
   *
   * @param parameter which
   * @param determined experiments that determined it
   * @param held of these, those whose interval held the truth, for each method
   */
  @SuppressWarnings("ArrayRecordComponent") // counts, never compared
  record Coverage(Parameter parameter, int determined, int[] held) {
    double share(int method) {
      return (double) held[method] / determined;
    }
  }

  private final Design design;
  private final Noise noise;
  private final int experiments;
  private final int replicates;
  private final long seed;

  /**
   * A study of one design.
   *
   * @param noise what the fit is told of σ
   * @param experiments number simulated
   * @param replicates of each bootstrap; 0 leaves it out, the last of {@link #METHODS}
   * @param seed of all of it
   */
  CoverageStudy(Design design, Noise noise, int experiments, int replicates, long seed) {
    this.design = design;
    this.noise = noise;
    this.experiments = experiments;
    this.replicates = replicates;
    this.seed = seed;
  }

  /**
   * Runs it.
   *
   * @param progress told the number of experiments done
   */
  List<Coverage> run(IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    List<Map<Parameter, boolean[]>> outcomes =
        IntStream.range(0, experiments)
            .parallel()
            .mapToObj(
                k -> {
                  Map<Parameter, boolean[]> outcome = experiment(seed + k);
                  progress.accept(done.incrementAndGet());
                  return outcome;
                })
            .toList();
    List<Coverage> result = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      int determined = 0;
      int[] held = new int[METHODS.size()];
      for (Map<Parameter, boolean[]> outcome : outcomes) {
        boolean[] holds = outcome.get(parameter);
        if (holds != null) {
          determined++;
          for (int m = 0; m < held.length; m++) {
            held[m] += holds[m] ? 1 : 0;
          }
        }
      }
      if (determined > 0) {
        result.add(new Coverage(parameter, determined, held));
      }
    }
    return result;
  }

  /** Which intervals of one experiment hold the truth, by parameter that it determines. */
  private Map<Parameter, boolean[]> experiment(long number) {
    Measurement measurement =
        Experiments.simulate(design.fields(), design.truth, design.sigma, number);
    Fit first =
        Fitter.fit(
            measurement, FitOptions.of(Experiments.LOG, noise).withRelaxation(design.relaxation));
    BootstrapKind kind =
        noise instanceof Noise.Absolute ? BootstrapKind.PARAMETRIC : BootstrapKind.RESIDUAL;
    Inference profile = Inference.profile(first, LEVEL);
    Fit fit = profile.fit();
    List<List<ParameterEstimate>> methods = new ArrayList<>();
    methods.add(WaldIntervals.of(fit, profile.diagnosis(), LEVEL));
    methods.add(profile.estimates());
    if (replicates > 0) {
      Bootstrap.Settings settings = new Bootstrap.Settings(kind, replicates, number);
      Bootstrap.Replicates made =
          Bootstrap.run(fit, settings, ForkJoinPool.commonPool(), done -> {});
      methods.add(BootstrapIntervals.of(fit, profile.diagnosis(), LEVEL, made));
    }
    Map<Parameter, boolean[]> outcome = new EnumMap<>(Parameter.class);
    for (int m = 0; m < methods.size(); m++) {
      for (ParameterEstimate estimate : methods.get(m)) {
        if (estimate.determined()) {
          boolean holds =
              estimate.interval().contains(design.truth.get(Parameter.of(estimate.name())));
          outcome
                  .computeIfAbsent(Parameter.of(estimate.name()), p -> new boolean[METHODS.size()])[
                  m] =
              holds;
        }
      }
    }
    return outcome;
  }

  /**
   * Prints the study of all designs as a table.
   *
   * @param arguments experiments of each design, replicates of each bootstrap, seed
   */
  @SuppressWarnings("SystemOut") // a tool of the command line
  public static void main(String[] arguments) {
    int experiments = Integer.parseInt(arguments[0]);
    int replicates = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    PrintStream out = System.out;
    out.println("| design | sigma | parameter | determined | Wald | profile | bootstrap |");
    out.println("|---|---|---|---|---|---|---|");
    for (Design design : List.of(JOINT, POWER_ONLY, BIAS_ONLY)) {
      for (Noise noise : NOISES) {
        long start = System.nanoTime();
        List<Coverage> table =
            new CoverageStudy(design, noise, experiments, replicates, seed)
                .run(progress(design.name(), noise, experiments));
        System.err.printf(Locale.ROOT, "in %.0f s%n", (System.nanoTime() - start) * 1e-9);
        for (Coverage row : table) {
          out.printf(
              Locale.ROOT,
              "| %s | %s | %s | %d | %.1f %% | %.1f %% | %.1f %% |%n",
              design.name(),
              noise.name(),
              row.parameter().key(),
              row.determined(),
              100 * row.share(0),
              100 * row.share(1),
              100 * row.share(2));
        }
      }
    }
    out.println();
    out.println("| design | sigma | parameter | valid | bounded | held | held, valid alone |");
    out.println("|---|---|---|---|---|---|---|");
    for (DefaultCoverage.Design design : DefaultCoverage.DESIGNS) {
      for (Noise noise : NOISES) {
        long start = System.nanoTime();
        List<DefaultCoverage.Coverage> table =
            DefaultCoverage.run(
                design, noise, experiments, seed, progress(design.name(), noise, experiments));
        System.err.printf(Locale.ROOT, "in %.0f s%n", (System.nanoTime() - start) * 1e-9);
        table.forEach(row -> out.println(DefaultCoverage.row(design, noise, row)));
      }
    }
  }

  @SuppressWarnings("SystemOut") // a tool of the command line
  private static IntConsumer progress(String design, Noise noise, int experiments) {
    return done ->
        System.err.printf(
            Locale.ROOT, "\r%s, %s: %d of %d ", design, noise.name(), done, experiments);
  }
}
