package tlsfit.trust;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import tlsfit.analysis.Analysis;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.result.FitResult;
import tlsfit.setup.FitOptions;
import tlsfit.setup.FitSetup;
import tlsfit.setup.SetupException;
import tlsfit.trust.Outcome.Ending;
import tlsfit.uncertainty.Inference;

/**
 * The analysis of many measurements of known truth under the program's defaults, each in a thread
 * of its own, so that one that does not end is left behind and counted.
 */
final class TrustRun {
  private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();
  private static final double LEVEL = 0.95;
  private static final int POLL = 20; // [ms] between looks at the clock

  private final int threads;
  private final double limit;

  /**
   * Prepares a run.
   *
   * @param threads measurements analysed at a time
   * @param limit processor time for one [s]
   */
  TrustRun(int threads, double limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /**
   * Makes and analyses measurements.
   *
   * @param number of them
   * @param make the k-th measurement, k from 0
   * @param analysis {@link #analyse} or {@link #screen}
   * @param keep which outcomes to return
   * @param progress told the number done
   * @return those kept, in order of their numbers
   */
  List<Outcome> run(
      int number,
      Function<Integer, KnownMeasurement> make,
      Function<KnownMeasurement, Outcome> analysis,
      Predicate<Outcome> keep,
      IntConsumer progress)
      throws InterruptedException {
    List<AtomicReference<Outcome>> outcomes = new ArrayList<>();
    for (int k = 0; k < number; k++) {
      outcomes.add(new AtomicReference<>());
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    for (int w = 0; w < threads; w++) {
      Thread worker =
          new Thread(
              () -> {
                for (int k = next.getAndIncrement(); k < number; k = next.getAndIncrement()) {
                  Outcome outcome = watched(make.apply(k), analysis);
                  if (keep.test(outcome)) {
                    outcomes.get(k).set(outcome);
                  }
                  progress.accept(done.incrementAndGet());
                }
              });
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return outcomes.stream().map(AtomicReference::get).filter(o -> o != null).toList();
  }

  private Outcome watched(KnownMeasurement known, Function<KnownMeasurement, Outcome> analysis) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread thread = new Thread(() -> outcome.set(analysis.apply(known)), known.name());
    thread.setDaemon(true); // one that is left behind must not keep the program alive
    thread.start();
    double used = 0;
    try {
      while (thread.isAlive() && used < limit) {
        thread.join(POLL);
        used = Math.max(used, 1e-9 * TIMES.getThreadCpuTime(thread.getId()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Outcome found = outcome.get();
    return found != null
        ? found
        : Outcome.without(known, Ending.UNFINISHED, used, "no result in " + limit + " s");
  }

  /** Analyses one in the calling thread. */
  static Outcome analyse(KnownMeasurement known) {
    return in(
        seconds -> {
          FitResult result = Analysis.of(known.measurement(), FitSetup.NONE).withSeed(1).result();
          return Outcome.of(known, result, seconds.getAsDouble());
        },
        known);
  }

  /**
   * The same by the fit and its diagnosis alone, a seventh of the work; only what is wrong by these
   * is analysed whole.
   */
  static Outcome screen(KnownMeasurement known) {
    Outcome first =
        in(
            seconds -> {
              FitOptions options = FitSetup.NONE.resolve(known.measurement());
              Fit fit = Fitter.fit(known.measurement(), options);
              return Outcome.of(known, Inference.profile(fit, LEVEL), seconds.getAsDouble());
            },
            known);
    return first.gross() ? analyse(known) : first;
  }

  private static Outcome in(Function<DoubleSupplier, Outcome> analysis, KnownMeasurement known) {
    long start = TIMES.getCurrentThreadCpuTime();
    try {
      return analysis.apply(() -> since(start));
    } catch (FitRefusedException | SetupException e) {
      return Outcome.without(
          known, Ending.REFUSED, since(start), "input refused: " + e.getMessage());
    } catch (RuntimeException e) {
      return Outcome.without(known, Ending.UNFINISHED, since(start), "failed: " + e);
    }
  }

  private static double since(long start) {
    return 1e-9 * (TIMES.getCurrentThreadCpuTime() - start);
  }
}
