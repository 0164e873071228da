package tlsfit.model;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Loading the tables, once in a Java that has just started, with the classes that read them: what
 * each run of the program pays. Java runs as the launcher starts it.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 10,
    jvmArgs = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {

  @Benchmark
  public Object integral() {
    return new TabulatedIntegral();
  }

  /** With those of Λ, F and D. */
  @Benchmark
  public Object all() {
    return new LzModel(new TabulatedIntegral());
  }
}
