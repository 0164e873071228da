package tlsfit.model;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of what the models are made of, each with its derivatives, over the same {@link
 * Points}, with one exponential beside them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(Points.COUNT)
public class ModelBenchmark {
  private static final int QUADRATURES = 16;

  private final LandauZenerIntegral integral = new TabulatedIntegral();
  private final LandauZenerIntegral quadrature = new QuadratureIntegral();
  private final LandauZenerConstant constant = new TabulatedConstant();
  private final FiniteFieldTerm finiteField = new TabulatedFiniteField();
  private final ShiftModel log = new LogModel(integral);
  private final ShiftModel lz = new LzModel(integral);
  private final double[] out = new double[3];
  private final double[] value = new double[Points.COUNT];
  private final double[] byLnXi = new double[Points.COUNT];
  private final double[] byEta = new double[Points.COUNT];

  @Benchmark
  public double exp(Points points) {
    double sum = 0;
    for (double exponent : points.exponent) {
      sum += Math.exp(exponent);
    }
    return sum;
  }

  @Benchmark
  public double integral(Points points) {
    double sum = 0;
    for (int i = 0; i < Points.COUNT; i++) {
      integral.evaluate(points.xi[i], points.eta[i], out);
      sum += out[0] + out[1] + out[2];
    }
    return sum;
  }

  @Benchmark
  public double[] integralBatch(Points points) {
    integral.evaluateBatch(points.xi, points.eta, value, byLnXi, byEta);
    return value;
  }

  @Benchmark
  @OperationsPerInvocation(QUADRATURES)
  public double integralQuadrature(Points points) {
    double sum = 0;
    for (int i = 0; i < QUADRATURES; i++) {
      quadrature.evaluate(points.xi[i], points.eta[i], out);
      sum += out[0] + out[1] + out[2];
    }
    return sum;
  }

  @Benchmark
  public double constant(Points points) {
    double sum = 0;
    for (int i = 0; i < Points.COUNT; i++) {
      constant.evaluate(points.xi[i], points.eta[i], out);
      sum += out[0] + out[1] + out[2];
    }
    return sum;
  }

  @Benchmark
  public double finiteField(Points points) {
    double sum = 0;
    for (int i = 0; i < Points.COUNT; i++) {
      finiteField.evaluate(points.zeta[i], points.eta[i], out);
      sum += out[0] + out[1] + out[2];
    }
    return sum;
  }

  @Benchmark
  public double shiftLog(Points points) {
    return shift(log, points);
  }

  @Benchmark
  public double shiftLz(Points points) {
    return shift(lz, points);
  }

  private static double shift(ShiftModel model, Points points) {
    double sum = 0;
    for (int i = 0; i < Points.COUNT; i++) {
      Shift shift =
          model.shift(points.rabi[i], points.sweepRate[i], Points.OMEGA0, points.relaxationRate[i]);
      sum += shift.value() + shift.byLnRabi() + shift.byLnSweepRate() + shift.byLnOmega0();
      sum += shift.byRelaxationRate();
    }
    return sum;
  }
}
