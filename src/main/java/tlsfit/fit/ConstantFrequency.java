package tlsfit.fit;

import java.util.Arrays;
import java.util.List;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;

/**
 * The null model of a fit: one constant frequency, whatever the fields, and the slow changes that
 * the fit has besides.
 */
final class ConstantFrequency {
  private static final int ROUNDS = 200;

  private final Observations observations;
  private final Loss loss;
  private final double nominal;
  private final double[][] columns;

  private ConstantFrequency(Observations observations, FitOptions options) {
    this.observations = observations;
    loss = options.loss();
    double[][] slow = SlowColumns.of(observations, options.slow());
    Double fixed = options.fixed().get(Parameter.REFERENCE_FREQUENCY);
    if (fixed == null) {
      nominal = observations.medianFrequency();
      columns = Arrays.copyOf(slow, slow.length + 1);
      columns[slow.length] = new double[observations.size()];
      Arrays.fill(columns[slow.length], 1);
    } else {
      nominal = fixed;
      columns = slow;
    }
  }

  /**
   * The minimum over f and the amplitudes a of the sum that a fit minimises, Σ ρ((f + Σ a_k z_ik −
   * f_i)/σ_i).
   *
   * <p>By iteratively reweighted least squares with weights ψ(r)/r: each step lowers the sum (Huber
   * and Ronchetti, Robust Statistics, 2nd edition, section 7.8).
   */
  static double of(Observations observations, FitOptions options) {
    return new ConstantFrequency(observations, options).lowest();
  }

  private double lowest() {
    double[] amplitudes = new double[columns.length];
    double cost = cost(amplitudes);
    for (int round = 0; columns.length > 0 && round < ROUNDS; round++) {
      double[] next = next(amplitudes);
      double lower = cost(next);
      boolean done = loss == Loss.LINEAR || lower > cost * (1 - 1e-12);
      if (lower < cost) {
        amplitudes = next;
        cost = lower;
      }
      if (done) {
        break;
      }
    }
    return cost;
  }

  private double[] next(double[] about) {
    double[] change = change(about);
    double[] residuals = new double[observations.size()];
    double[] weights = new double[observations.size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = nominal - observations.frequency(i);
      double r = observations.residual(i, nominal, change[i]);
      weights[i] = Math.sqrt(loss.weight(r)) / observations.sigma(i);
    }
    double[] step = SlowColumns.solve(columns, residuals, weights);
    return Arrays.stream(step).map(a -> -a).toArray();
  }

  private double[] change(double[] amplitudes) {
    List<Double> boxed = Arrays.stream(amplitudes).boxed().toList();
    return SlowColumns.sum(columns, boxed, observations.size());
  }

  private double cost(double[] amplitudes) {
    double[] change = change(amplitudes);
    double sum = 0;
    for (int i = 0; i < observations.size(); i++) {
      double root = loss.root(observations.residual(i, nominal, change[i]));
      sum += root * root;
    }
    return sum;
  }
}
