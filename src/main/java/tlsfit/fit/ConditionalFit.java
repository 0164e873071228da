package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Prior;

/**
 * The fit of all that enters linearly, at given values of what does not: at fixed p, 1/T10 and
 * shape the frequency is a straight line in K with intercept f_ref and slope −b, b = f_ref χ, so
 * that least squares is a closed form (variable projection: Golub and Pereyra, SIAM J. Numer. Anal.
 * 10, 413 (1973)). K itself depends on f_ref through ω0, which moves it by some 1e-5 only; here ω0
 * is that of the median frequency. Priors of χ and f_ref are rows like those of readings, bounds of
 * χ cut b off; under a robust loss the weights are iterated.
 */
final class ConditionalFit {
  /** Rounds of reweighting under a robust loss; the map needs two digits, no more. */
  private static final int ROUNDS = 8;

  /** Change of the roots of the weights below which they count as found. */
  private static final double SETTLED = 1e-2;

  /** χ that stands for none, where the readings shift to the blue. */
  private static final double NO_STRENGTH = 1e-12;

  /**
   * What was found at one point.
   *
   * @param values the best values with the given p, 1/T10 and shape
   * @param chiSquare what is minimised, with priors
   * @param strength b [Hz] where nothing limits it; negative for a shift to the blue
   * @param variance of it [Hz²], for residuals of unit variance
   */
  record Point(ParameterValues values, double chiSquare, double strength, double variance) {
    /** Whether the readings shift to the red here, as all that relaxes or inverts does. */
    boolean isRed() {
      return strength > 0;
    }
  }

  private final Observations observations;
  private final FitOptions options;
  private final ShiftModel model;
  private final double nominal;
  private final double count;
  private final boolean freeReference;
  private final double[] measured; // rows: (f − nominal)/σ, then priors
  private final double[] rowSigma; // of readings [Hz]
  private final double[][] columns; // what is fitted beside b, in units of σ, the constant last

  ConditionalFit(Observations observations, FitOptions options) {
    this(observations, options, 1);
  }

  /**
   * Makes the fit.
   *
   * @param count how many readings each one stands for [1]; a prior stands for itself
   */
  ConditionalFit(Observations observations, FitOptions options, double count) {
    this.count = count;
    this.observations = observations;
    this.options = options;
    model = options.model().at(options.shape(new ParameterValues(1, 1, 0, 1)));
    Double fixed = options.fixed().get(Parameter.REFERENCE_FREQUENCY);
    freeReference = fixed == null;
    nominal = fixed == null ? observations.medianFrequency() : fixed;
    int n = observations.size();
    int rows = n + priorRows();
    measured = new double[rows];
    rowSigma = new double[n];
    double[] constant = new double[rows];
    for (int i = 0; i < n; i++) {
      rowSigma[i] = observations.sigma(i);
      measured[i] = (observations.frequency(i) - nominal) / rowSigma[i];
      constant[i] = 1 / rowSigma[i];
    }
    if (hasPrior(Parameter.REFERENCE_FREQUENCY)) {
      Prior prior = options.findPrior(Parameter.REFERENCE_FREQUENCY).orElseThrow();
      measured[n] = (prior.value() - nominal) / prior.sigma();
      constant[n] = 1 / prior.sigma();
    }
    if (hasPrior(Parameter.CHI)) {
      Prior prior = options.findPrior(Parameter.CHI).orElseThrow();
      measured[rows - 1] = -prior.value() / prior.sigma();
    }
    List<double[]> all = new ArrayList<>();
    for (double[] slow : SlowColumns.of(observations, options.slow())) {
      double[] column = new double[rows];
      for (int i = 0; i < n; i++) {
        column[i] = slow[i] / rowSigma[i];
      }
      all.add(column);
    }
    if (freeReference) {
      all.add(constant);
    }
    columns = all.toArray(new double[0][]);
  }

  private boolean hasPrior(Parameter parameter) {
    return options.priors().containsKey(parameter) && !options.fixed().containsKey(parameter);
  }

  private int priorRows() {
    return (hasPrior(Parameter.REFERENCE_FREQUENCY) ? 1 : 0) + (hasPrior(Parameter.CHI) ? 1 : 0);
  }

  /**
   * Fits at one point.
   *
   * @param dipoleMoment p [C m]
   * @param relaxationRate 1/T10 [1/s]
   */
  Point at(double dipoleMoment, double relaxationRate) {
    ParameterValues unit =
        options.shape(new ParameterValues(1, dipoleMoment, relaxationRate, nominal));
    double[] response = new double[measured.length];
    for (int i = 0; i < rowSigma.length; i++) {
      response[i] = -observations.response(i, model, unit) / rowSigma[i];
    }
    if (hasPrior(Parameter.CHI)) {
      double sigma = options.findPrior(Parameter.CHI).orElseThrow().sigma();
      response[response.length - 1] = -1 / (sigma * nominal);
    }
    double[] weight = new double[measured.length];
    Arrays.fill(weight, 1);
    Arrays.fill(weight, 0, rowSigma.length, Math.sqrt(count));
    Solution found = solve(response, weight);
    boolean settled = options.loss() == Loss.LINEAR;
    for (int round = 0; !settled && round < ROUNDS; round++) {
      settled = true;
      for (int i = 0; i < rowSigma.length; i++) {
        double next = Math.sqrt(count * options.loss().weight(found.residuals[i] / weight[i]));
        settled &= Math.abs(next - weight[i]) < SETTLED * Math.sqrt(count);
        weight[i] = next;
      }
      found = solve(response, weight);
    }
    double reference = nominal + found.offset;
    Double fixed = options.fixed().get(Parameter.CHI);
    double best = found.limited / reference;
    double chi = fixed != null ? fixed : best > NO_STRENGTH ? best : NO_STRENGTH;
    ParameterValues values =
        options.shape(new ParameterValues(chi, dipoleMoment, relaxationRate, reference));
    return new Point(values, cost(found, weight) + fixedPriors(values), found.free, found.variance);
  }

  /** Weighted least squares of one round; residuals in units of σ times the weight. */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one evaluation, never compared
  private record Solution(
      double free, double limited, double variance, double offset, double[] residuals) {}

  private Solution solve(double[] response, double[] weight) {
    double[][] basis = new double[columns.length][];
    double length = 1; // of the constant's column, beside all before it
    for (int k = 0; k < columns.length; k++) {
      double[] column = times(columns[k], weight);
      for (int l = 0; l < k; l++) {
        addTo(column, basis[l], -dot(basis[l], column));
      }
      length = Math.sqrt(dot(column, column));
      scale(column, length > 0 ? 1 / length : 0);
      basis[k] = column;
    }
    double[] y = times(measured, weight);
    double[] k = times(response, weight);
    double constantOfY = 0;
    double constantOfK = 0;
    for (double[] direction : basis) {
      constantOfY = dot(direction, y);
      constantOfK = dot(direction, k);
      addTo(y, direction, -constantOfY);
      addTo(k, direction, -constantOfK);
    }
    double square = dot(k, k);
    double free = square > 0 ? dot(k, y) / square : 0;
    double limited = limit(free);
    addTo(y, k, -limited);
    double offset =
        freeReference && length > 0 ? (constantOfY - limited * constantOfK) / length : 0;
    return new Solution(free, limited, 1 / square, offset, y);
  }

  /** b within what is allowed of χ. */
  private double limit(double strength) {
    Double fixed = options.fixed().get(Parameter.CHI);
    if (fixed != null) {
      return fixed * nominal;
    }
    Bounds bounds = options.boundsOf(Parameter.CHI);
    double least = Math.max(bounds.lower(), 0) * nominal;
    return Math.min(Math.max(strength, least), bounds.upper() * nominal);
  }

  private double cost(Solution found, double[] weight) {
    double sum = 0;
    for (int i = 0; i < found.residuals.length; i++) {
      double residual = found.residuals[i] / weight[i];
      boolean prior = i >= rowSigma.length;
      double root = prior ? residual : options.loss().root(residual);
      sum += prior ? root * root : count * root * root;
    }
    return sum;
  }

  /** Squares of the deviations of what does not enter linearly from its priors. */
  private double fixedPriors(ParameterValues values) {
    double sum = 0;
    for (Parameter parameter : options.priors().keySet()) {
      boolean linear = parameter == Parameter.CHI || parameter == Parameter.REFERENCE_FREQUENCY;
      if (!linear && hasPrior(parameter)) {
        Prior prior = options.findPrior(parameter).orElseThrow();
        sum += Math.pow((values.get(parameter) - prior.value()) / prior.sigma(), 2);
      }
    }
    return sum;
  }

  private static double[] times(double[] column, double[] weight) {
    double[] product = new double[column.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = column[i] * weight[i];
    }
    return product;
  }

  private static void scale(double[] column, double factor) {
    for (int i = 0; i < column.length; i++) {
      column[i] *= factor;
    }
  }

  private static void addTo(double[] sum, double[] column, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
