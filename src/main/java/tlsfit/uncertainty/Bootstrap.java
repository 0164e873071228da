package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tlsfit.fit.Fit;
import tlsfit.fit.Objective;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;

/**
 * The bootstrap: replicates of a measurement as it might have come out, each fitted like the
 * measurement itself (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 9 and
 * 14). Priors and calibrations are drawn anew in each replicate as well.
 *
 * <p>Every replicate has a stream of random numbers of its own, so that a seed gives the same
 * replicates whatever the number of threads.
 */
public final class Bootstrap {
  /** Replicates of a bootstrap at least. */
  public static final int FEWEST = 100;

  /** Replicates that are one piece of work. */
  private static final int CHUNK = 16;

  private final Fit fit;
  private final Settings settings;
  private final Objective problem;
  private final double[] fitted;
  private final double[] sigma;
  private final double[] residual;

  /**
   * How to make replicates.
   *
   * @param kind of the noise
   * @param replicates number, at least {@value #FEWEST}
   * @param seed of the random numbers
   */
  public record Settings(BootstrapKind kind, int replicates, long seed) {
    public Settings {
      if (replicates < FEWEST) {
        throw new IllegalArgumentException("too few replicates: " + replicates);
      }
    }
  }

  private Bootstrap(Fit fit, Settings settings) {
    this.fit = fit;
    this.settings = settings;
    this.problem = Objective.of(fit);
    int n = fit.observations().size();
    fitted = new double[n];
    sigma = new double[n];
    residual = new double[n];
    double[] leverage = fit.linearization().leverages();
    double size = fit.noiseFactor();
    for (int i = 0; i < n; i++) {
      fitted[i] = fit.prediction().frequency(i);
      sigma[i] = fit.observations().sigma(i) * size;
      residual[i] = -fit.residual(i) / size / Math.sqrt(Math.max(1 - leverage[i], 1e-3));
    }
    if (settings.kind == BootstrapKind.RESIDUAL) {
      double mean = Arrays.stream(residual).average().orElse(0);
      for (int i = 0; i < n; i++) {
        residual[i] -= mean;
      }
    }
  }

  /**
   * Makes replicates and fits them.
   *
   * @param fit the fit of the measurement
   * @param executor whose threads do the work; the replicates do not depend on their number
   * @param progress told the number of replicates done, now and then, from any thread
   */
  public static Replicates run(
      Fit fit, Settings settings, ExecutorService executor, IntConsumer progress) {
    return new Bootstrap(fit, settings).run(executor, progress);
  }

  private Replicates run(ExecutorService executor, IntConsumer progress) {
    List<UniformRandomProvider> streams = streams();
    List<Parameter> free = fit.free();
    double[][] scaled = new double[settings.replicates][];
    AtomicInteger done = new AtomicInteger();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int first = 0; first < settings.replicates; first += CHUNK) {
      int from = first;
      int to = Math.min(first + CHUNK, settings.replicates);
      work.add(
          () -> {
            for (int r = from; r < to; r++) {
              scaled[r] = replicate(streams.get(r));
              progress.accept(done.incrementAndGet());
            }
            return to - from;
          });
    }
    try {
      for (Future<Integer> piece : executor.invokeAll(work)) {
        piece.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    double[][] kept = Arrays.stream(scaled).filter(one -> one.length > 0).toArray(double[][]::new);
    Map<Parameter, double[]> byParameter = new EnumMap<>(Parameter.class);
    for (int j = 0; j < free.size(); j++) {
      int column = j;
      double[] sorted = Arrays.stream(kept).mapToDouble(one -> one[column]).sorted().toArray();
      byParameter.put(free.get(j), sorted);
    }
    return new Replicates(settings, settings.replicates - kept.length, byParameter);
  }

  private List<UniformRandomProvider> streams() {
    JumpableUniformRandomProvider source =
        (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(settings.seed);
    List<UniformRandomProvider> streams = new ArrayList<>();
    for (int r = 0; r < settings.replicates; r++) {
      streams.add(source.jump());
    }
    return streams;
  }

  /** The scaled values of the free parameters in one replicate; none if its fit failed. */
  private double[] replicate(UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    int n = fitted.length;
    double[] frequencies = new double[n];
    for (int i = 0; i < n; i++) {
      double noise =
          switch (settings.kind) {
            case RESIDUAL -> residual[random.nextInt(n)];
            case WILD -> random.nextBoolean() ? residual[i] : -residual[i];
            case PARAMETRIC -> normal.sample();
          };
      frequencies[i] = fitted[i] + sigma[i] * noise;
    }
    Map<Parameter, Prior> priors = new EnumMap<>(Parameter.class);
    fit.options()
        .priors()
        .forEach(
            (parameter, prior) -> {
              double centre = fit.values().get(parameter) + prior.sigma() * normal.sample();
              priors.put(parameter, new Prior(centre, prior.sigma()));
            });
    List<NuisanceParameter> nuisances = new ArrayList<>();
    for (int k = 0; k < fit.nuisances().size(); k++) {
      double centre = fit.nuisances().get(k) + normal.sample();
      nuisances.add(new NuisanceParameter(fit.options().nuisances().get(k).term(), centre));
    }
    Objective.Solution solution =
        problem.withData(frequencies, priors, nuisances).solve(fit.values(), fit.nuisances());
    if (!solution.minimum().stop().isolated()) {
      return new double[0];
    }
    ParameterValues values = solution.values();
    return fit.free().stream().mapToDouble(values::scaled).toArray();
  }

  /**
   * What the replicates gave.
   *
   * @param settings how they were made
   * @param failed number whose fit failed; these are left out
   * @param scaled {@link ParameterValues#scaled} values of each free parameter, in ascending order
   */
  public record Replicates(Settings settings, int failed, Map<Parameter, double[]> scaled) {
    /** Share of the replicates whose fit failed. */
    public double failedShare() {
      return (double) failed / settings.replicates;
    }
  }
}
