package tlsfit.trust;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** A source of random numbers: the same seed gives the same ones. */
final class Draw {
  private final UniformRandomProvider source;
  private final ContinuousSampler normal;

  Draw(long seed) {
    source = RandomSource.XO_SHI_RO_256_PP.create(seed);
    normal = ZigguratSampler.NormalizedGaussian.of(source);
  }

  /** A number between 0 and 1. */
  double uniform() {
    return source.nextDouble();
  }

  /** A number whose logarithm is uniform between those of two others. */
  double logUniform(double from, double to) {
    return from * Math.pow(to / from, uniform());
  }

  /** A standard normal deviate. */
  double normal() {
    return normal.sample();
  }

  /** Student's t with two degrees of freedom: χ² of two is exponential. */
  double studentOfTwo() {
    return normal() / Math.sqrt(-Math.log1p(-uniform()));
  }

  /** Plus or minus one. */
  double sign() {
    return source.nextBoolean() ? 1 : -1;
  }

  /** An integer from 0 on, below n. */
  int below(int n) {
    return source.nextInt(n);
  }

  /** One of several. */
  <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }
}
