package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Reading;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/**
 * What limits cost: a joint fit of 120 readings with four parameters, its profile, and 2,000
 * bootstrap replicates on two threads. {@code cold} is the first time in a Java of its own, as a
 * user meets it.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
public class BootstrapBenchmark {
  private static final int THREADS = 2;
  private static final int REPLICATES = 2000;

  @Param({"RESIDUAL", "WILD", "PARAMETRIC"})
  public BootstrapKind kind = BootstrapKind.RESIDUAL;

  private tlsfit.measurement.Measurement measurement = Experiments.joint();
  private Fit fit = fit(Experiments.joint());
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

  @Setup
  public void simulate() {
    List<Reading> readings = new ArrayList<>();
    for (double rate : new double[] {3.2e9, 3.2e10, 3.2e11}) {
      readings.addAll(Experiments.powerSweep(rate, 30).readings().toList());
    }
    readings.addAll(Experiments.biasSweep(1500, 30).readings().toList());
    measurement = Experiments.simulate(Experiments.of(readings), Experiments.TRUTH, 3000, 1);
    fit = fit(measurement);
  }

  @TearDown
  public void endThreads() {
    executor.shutdown();
  }

  private static Fit fit(tlsfit.measurement.Measurement measured) {
    return Fitter.fit(
        measured,
        FitOptions.of(Experiments.LOG, new Noise.FromScatter()).withRelaxation(Relaxation.ON));
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Bootstrap.Replicates cold() {
    return bootstrap();
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 2, time = 3)
  @Measurement(iterations = 3, time = 3)
  public Bootstrap.Replicates warm() {
    return bootstrap();
  }

  private Bootstrap.Replicates bootstrap() {
    return Bootstrap.run(fit, new Bootstrap.Settings(kind, REPLICATES, 1), executor, done -> {});
  }
}
