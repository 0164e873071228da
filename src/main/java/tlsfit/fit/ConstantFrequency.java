package tlsfit.fit;

import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;

/** The null model of a fit: one constant frequency, whatever the fields. */
final class ConstantFrequency {
  private static final int ROUNDS = 200;

  private ConstantFrequency() {}

  /**
   * The minimum over f of the sum that a fit minimises, Σ ρ((f − f_i)/σ_i).
   *
   * <p>By iteratively reweighted means with weights ψ(r)/r: each lowers the sum (Huber and
   * Ronchetti, Robust Statistics, 2nd edition, section 7.8).
   */
  static double of(Observations observations, FitOptions options) {
    double nominal = observations.medianFrequency();
    Double fixed = options.fixed().get(Parameter.REFERENCE_FREQUENCY);
    double constant = fixed == null ? nominal : fixed;
    double cost = cost(observations, options.loss(), constant);
    for (int round = 0; fixed == null && round < ROUNDS; round++) {
      double next = mean(observations, options.loss(), constant, nominal);
      double lower = cost(observations, options.loss(), next);
      boolean done = options.loss() == Loss.LINEAR || lower > cost * (1 - 1e-12);
      if (lower < cost) {
        constant = next;
        cost = lower;
      }
      if (done) {
        break;
      }
    }
    return cost;
  }

  private static double mean(Observations observations, Loss loss, double about, double nominal) {
    double sumW = 0;
    double sumWf = 0;
    for (int i = 0; i < observations.size(); i++) {
      double sigma = observations.sigma(i);
      double w = loss.weight(observations.residual(i, about, 0)) / (sigma * sigma);
      sumW += w;
      sumWf += w * (observations.frequency(i) - nominal);
    }
    return nominal + sumWf / sumW;
  }

  private static double cost(Observations observations, Loss loss, double constant) {
    double sum = 0;
    for (int i = 0; i < observations.size(); i++) {
      double root = loss.root(observations.residual(i, constant, 0));
      sum += root * root;
    }
    return sum;
  }
}
