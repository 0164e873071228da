package tlsfit.model;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Seeded random points in the range that fits visit: ξ from 1e-4 to 1e4, η from 1e-4 to 1e2, and in
 * each tenth point 0, and rates of a resonator at 5 GHz that give them, with sweep rates v0 from
 * 1e12 to 1e16 1/s². In random order, so that no branch and no line of the cache is foreseen.
 */
@State(Scope.Benchmark)
public class Points {
  static final int COUNT = 4096;

  /** ω0 [1/s]. */
  static final double OMEGA0 = 2 * Math.PI * 5e9;

  final double[] xi = new double[COUNT];
  final double[] eta = new double[COUNT];
  final double[] zeta = new double[COUNT];

  /** Ω_R0 [1/s]. */
  final double[] rabi = new double[COUNT];

  /** v0 [1/s²]. */
  final double[] sweepRate = new double[COUNT];

  /** 1/T10 [1/s]. */
  final double[] relaxationRate = new double[COUNT];

  /** From -30 to 0. */
  final double[] exponent = new double[COUNT];

  public Points() {
    SplittableRandom random = new SplittableRandom(20240115);
    for (int i = 0; i < COUNT; i++) {
      xi[i] = Math.pow(10, random.nextDouble(-4, 4));
      eta[i] = i % 10 == 9 ? 0 : Math.pow(10, random.nextDouble(-4, 2));
      sweepRate[i] = Math.pow(10, random.nextDouble(12, 16));
      rabi[i] = Math.sqrt(2 * sweepRate[i] * xi[i] / Math.PI);
      zeta[i] = rabi[i] / OMEGA0;
      relaxationRate[i] = eta[i] * sweepRate[i] / OMEGA0;
      exponent[i] = random.nextDouble(-30, 0);
    }
  }
}
