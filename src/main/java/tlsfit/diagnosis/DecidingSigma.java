package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.setup.Noise;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.Median;

/**
 * One or two readings whose σ is far below those of the others, so that they decide a parameter: a
 * unit mistyped, or a zero too many. The result is then no better than that σ.
 *
 * <p>What they bring is told by a linear fit of the others about the same values: by how much the
 * variance of the parameter grows, and how far it moves.
 *
 * @param readings numbers of the readings
 * @param ratio the smallest σ over the median [1]
 * @param parameter a free parameter
 * @param share share of the information on the parameter that they bring, 0 to 1
 * @param change how far it moves without them, in standard errors of the fit with them [1]
 */
record DecidingSigma(
    List<Integer> readings, double ratio, Parameter parameter, double share, double change) {
  /** σ over the median below which a reading stands apart [1]. */
  private static final double APART = 0.1;

  /** Factor by which the next σ is larger. */
  private static final double GAP = 3;

  /** More readings than this with a small σ are a choice rather than a mistake. */
  private static final int MOST = 2;

  /** Share of the information from which on readings decide. */
  static final double HALF = 0.5;

  DecidingSigma {
    readings = List.copyOf(readings);
  }

  /**
   * What readings with a σ far below the others decide: the parameter of which they know most, the
   * reference frequency only where they decide no other.
   *
   * @return empty where there are no such readings, or many
   */
  static Optional<DecidingSigma> of(Fit fit) {
    int n = fit.observations().size();
    if (fit.options().noise() instanceof Noise.FromScatter) {
      return Optional.empty();
    }
    double[] sigma = IntStream.range(0, n).mapToDouble(i -> fit.observations().sigma(i)).toArray();
    double median = Median.upper(sigma);
    List<Integer> apart =
        IntStream.range(0, n).filter(i -> sigma[i] < APART * median).boxed().toList();
    if (apart.isEmpty() || apart.size() > MOST || n - apart.size() < fit.free().size()) {
      return Optional.empty();
    }
    double[] sorted = Arrays.stream(sigma).sorted().toArray();
    if (sorted[apart.size()] < GAP * sorted[apart.size() - 1]) {
      return Optional.empty(); // σ that fall steadily, as with the power
    }
    double least = apart.stream().mapToDouble(i -> sigma[i]).min().orElseThrow();
    return without(fit, apart, least / median).stream()
        .filter(one -> one.share >= HALF)
        .max(
            Comparator.comparing((DecidingSigma one) -> !one.ofFrequency())
                .thenComparingDouble(DecidingSigma::share));
  }

  /** Whether it is the reference frequency that they decide, which p does not follow from. */
  boolean ofFrequency() {
    return parameter == Parameter.REFERENCE_FREQUENCY;
  }

  /** What a fit without the readings knows of each free parameter. */
  private static List<DecidingSigma> without(Fit fit, List<Integer> apart, double ratio) {
    double[][] jacobian = fit.linearization().jacobian();
    double[] residuals = fit.residuals();
    int[] rest = IntStream.range(0, jacobian.length).filter(i -> !apart.contains(i)).toArray();
    double[][] rows = IntStream.of(rest).mapToObj(i -> jacobian[i]).toArray(double[][]::new);
    double[] left =
        IntStream.of(rest).mapToDouble(i -> i < residuals.length ? residuals[i] : 0).toArray();
    JacobianAnalysis others = new JacobianAnalysis(rows);
    double[] steps = others.solve(left);
    double[][] with = fit.linearization().analysis().covariance();
    double[][] without = others.covariance();
    List<DecidingSigma> found = new ArrayList<>();
    for (int j = 0; j < fit.free().size(); j++) {
      double error = Math.sqrt(with[j][j] * fit.noiseVariance());
      found.add(
          others.undetermined(j)
              ? new DecidingSigma(apart, ratio, fit.free().get(j), 1, Double.POSITIVE_INFINITY)
              : new DecidingSigma(
                  apart,
                  ratio,
                  fit.free().get(j),
                  1 - with[j][j] / without[j][j],
                  Math.abs(steps[j]) / error));
    }
    return found;
  }
}
