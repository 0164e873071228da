package tlsfit.fit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.Minimum;

/**
 * The least-squares fit of a measurement.
 *
 * @param observations what was fitted, with the σ in force
 * @param options how
 * @param values the best values of all parameters; 1/T10 is 0 where relaxation is left out
 * @param free the parameters that were fitted and lie inside their range
 * @param atBound the parameters that came to lie at a bound, which the fit would rather have beyond
 * @param pulls how far the numbers of the calibration that were fitted along moved, in their
 *     standard uncertainties [1]
 * @param relaxationAtZero whether relaxation was to be fitted and its rate came out as 0, the end
 *     of its range
 * @param relaxationTest the test for relaxation, where both fits were made
 * @param prediction the model at the fit
 * @param chiSquare what was made small: the sum of squared residuals in units of σ, or of their
 *     robust losses, with priors and pulls
 * @param staticChiSquare the same for the best constant frequency, without priors and pulls
 * @param minimum how the minimisation ended
 * @param otherMinima the other minima found, as their values with their χ², lowest first
 * @param starts number of minimisations that led here or to the other minima
 * @param agreeing how many of them ended here
 */
public record Fit(
    Observations observations,
    FitOptions options,
    ParameterValues values,
    List<Parameter> free,
    Map<Parameter, Bounds.Side> atBound,
    List<Double> pulls,
    boolean relaxationAtZero,
    Optional<RelaxationTest> relaxationTest,
    Prediction prediction,
    double chiSquare,
    double staticChiSquare,
    Minimum minimum,
    List<OtherMinimum> otherMinima,
    int starts,
    int agreeing) {

  /**
   * A minimum that is not the lowest.
   *
   * @param values the parameters there
   * @param chiSquare its χ², above that of the fit
   */
  public record OtherMinimum(ParameterValues values, double chiSquare) {}

  public Fit {
    free = List.copyOf(free);
    EnumMap<Parameter, Bounds.Side> copy = new EnumMap<>(Parameter.class);
    copy.putAll(atBound);
    atBound = copy;
    pulls = List.copyOf(pulls);
    otherMinima = List.copyOf(otherMinima);
  }

  /** Whether relaxation is part of the model at this fit. */
  public Relaxation relaxation() {
    return values.relaxationRate() > 0 ? Relaxation.ON : Relaxation.OFF;
  }

  /**
   * This fit with the test for relaxation that led to it.
   *
   * @param atZero whether the relaxation rate came out as 0
   */
  public Fit withTest(RelaxationTest test, boolean atZero) {
    return with(atZero, Optional.of(test), starts, agreeing);
  }

  /** The parameters that were fitted, those that came to lie at a bound too, in their order. */
  public List<Parameter> fitted() {
    return Arrays.stream(Parameter.values())
        .filter(parameter -> free.contains(parameter) || atBound.containsKey(parameter))
        .toList();
  }

  /** This fit, found from more starts. */
  Fit withStarts(int number, int same) {
    return with(relaxationAtZero, relaxationTest, number, same);
  }

  private Fit with(
      boolean atZero, Optional<RelaxationTest> test, int startCount, int agreeingCount) {
    return new Fit(
        observations,
        options,
        values,
        free,
        atBound,
        pulls,
        atZero,
        test,
        prediction,
        chiSquare,
        staticChiSquare,
        minimum,
        otherMinima,
        startCount,
        agreeingCount);
  }

  /** Readings and priors, less fitted parameters. */
  public int degreesOfFreedom() {
    long priors = withPrior().count() + atBound.keySet().stream().filter(this::hasPrior).count();
    return observations.size() + (int) priors - free.size();
  }

  private Stream<Parameter> withPrior() {
    return free.stream().filter(this::hasPrior);
  }

  private boolean hasPrior(Parameter parameter) {
    return options.priors().containsKey(parameter);
  }

  /** χ²/ν, which is near 1 where σ is known and the model right. */
  public double reducedChiSquare() {
    return chiSquare / degreesOfFreedom();
  }

  /** Residual (f(θ)_i − f_i)/σ_i of reading i [1]. */
  public double residual(int i) {
    return observations.residual(i, values.referenceFrequency(), prediction.shift()[i]);
  }

  /** What the model predicts less what was read, in units of σ [1], one for each reading. */
  public double[] residuals() {
    double[] residuals = new double[observations.size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = residual(i);
    }
    return residuals;
  }

  /**
   * By what factor the σ given for each table were multiplied, in the order of the tables, so that
   * the scatter about the fit is what they say [1]; where none were given, σ itself [Hz].
   */
  public List<Double> noiseFactors() {
    double common = noiseFactor();
    return observations.scales().stream().map(scale -> scale * common).toList();
  }

  /**
   * By what factor the standard deviations of the readings exceed the σ in force [1]: 1 where these
   * are known, or were scaled in the fit, else √(χ²/ν).
   */
  public double noiseFactor() {
    boolean known = options.noise() instanceof Noise.Absolute || options.scalesNoise();
    return known ? 1 : Math.sqrt(reducedChiSquare());
  }

  /**
   * By how much χ² scatters, in units of what normal noise of the σ in force would do: 1 where
   * these σ are the standard deviations, χ²/ν where they are so up to a factor. With a robust loss
   * E ψ²/E ψ′ besides, the scale of its likelihood-ratio statistic (Huber and Ronchetti, Robust
   * Statistics, 2nd edition, section 7.6).
   */
  public double noiseVariance() {
    if (options.loss() == Loss.LINEAR) {
      return noiseFactor() * noiseFactor();
    }
    double influence = 0;
    double curvature = 0;
    for (int i = 0; i < observations.size(); i++) {
      double psi = options.loss().influence(residual(i));
      influence += psi * psi;
      curvature += options.loss().curvature(residual(i));
    }
    return influence / curvature * observations.size() / degreesOfFreedom();
  }

  /**
   * The readings with the σ with which least squares would count them as this fit does: under a
   * robust loss those of readings far off are larger (iteratively reweighted least squares; Huber
   * and Ronchetti, section 7.8).
   */
  public Observations reweighted() {
    if (options.loss() == Loss.LINEAR) {
      return observations;
    }
    double[] sigma = new double[observations.size()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = observations.sigma(i) / Math.sqrt(options.loss().weight(residual(i)));
    }
    return observations.withSigma(sigma);
  }

  /** χ² of the readings alone, with the σ of {@link #reweighted}. */
  public double readingsChiSquare() {
    double sum = 0;
    for (int i = 0; i < observations.size(); i++) {
      sum += residual(i) * residual(i) * options.loss().weight(residual(i));
    }
    return sum;
  }

  /** Root of the curvature of the loss of reading i [1]: 1 for least squares. */
  public double rowWeight(int i) {
    return options.loss() == Loss.LINEAR
        ? 1
        : Math.sqrt(Math.max(options.loss().curvature(residual(i)), 0));
  }

  /**
   * The Jacobian of the residuals: a row for each reading, then for each prior, then for each pull;
   * a column for each free parameter, by ln χ, ln p, 1/T10, f_ref, ln σ_p and α, then for each
   * pull. Under a robust loss its rows are weighted by {@link #rowWeight}, so that JᵀJ is half the
   * second derivative of what is made small, as for least squares.
   */
  public double[][] weightedJacobian() {
    return jacobian(this::rowWeight);
  }

  private double[][] jacobian(IntToDoubleFunction rowWeight) {
    List<Parameter> priors = withPrior().toList();
    int n = observations.size();
    int m = free.size();
    double[][] result = new double[n + priors.size() + pulls.size()][m + pulls.size()];
    for (int i = 0; i < n; i++) {
      double weight = rowWeight.applyAsDouble(i) / observations.sigma(i);
      for (int j = 0; j < m; j++) {
        result[i][j] = prediction.jacobian()[i][free.get(j).column()] * weight;
      }
      for (int k = 0; k < pulls.size(); k++) {
        result[i][m + k] = prediction.byPull(i, options.pulls().get(k).term()) * weight;
      }
    }
    for (int k = 0; k < priors.size(); k++) {
      Parameter parameter = priors.get(k);
      result[n + k][free.indexOf(parameter)] =
          values.byCoordinate(parameter) / options.findPrior(parameter).orElseThrow().sigma();
    }
    for (int k = 0; k < pulls.size(); k++) {
      result[n + priors.size() + k][m + k] = 1;
    }
    return result;
  }

  /**
   * Covariance of the estimates of ln χ, ln p, 1/T10 [1/s], f_ref [Hz], ln σ_p and α, then of the
   * pulls; over the determined combinations alone if some are not.
   *
   * <p>(JᵀJ)⁻¹ times the noise variance for least squares, a {@link Sandwich} under a robust loss.
   *
   * @return as many rows and columns as {@link #weightedJacobian} has columns
   */
  public double[][] covariance() {
    JacobianAnalysis analysis = new JacobianAnalysis(weightedJacobian());
    if (options.loss() != Loss.LINEAR) {
      return Sandwich.covariance(this, jacobian(i -> 1), analysis);
    }
    double variance = noiseVariance();
    double[][] covariance = analysis.covariance();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= variance;
      }
    }
    return covariance;
  }

  /**
   * Correlation of the free parameters themselves.
   *
   * @return as many rows and columns as there are free parameters, in their order
   */
  public double[][] correlation() {
    double[][] covariance = covariance();
    int m = free.size(); // the nuisance parameters come after
    double[][] correlation = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        // T10 falls as its scaled value, the rate, grows.
        double sign = direction(i) * direction(j);
        correlation[i][j] =
            i == j ? 1 : sign * covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return correlation;
  }

  private int direction(int column) {
    return free.get(column) == Parameter.RELAXATION_TIME ? -1 : 1;
  }

  /**
   * Probability that χ² is as large if model and σ are right; empty where σ is not known, or the
   * loss robust.
   */
  public OptionalDouble goodnessOfFit() {
    return options.noise() instanceof Noise.Absolute && options.loss() == Loss.LINEAR
        ? OptionalDouble.of(
            ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(chiSquare))
        : OptionalDouble.empty();
  }

  /** Number of fitted parameters beside the frequency itself. */
  public int addedToConstant() {
    return free.size() - (free.contains(Parameter.REFERENCE_FREQUENCY) ? 1 : 0);
  }

  /**
   * Probability of as large an improvement over a constant frequency if there is no shift: from χ²
   * where σ is known, else from F. An approximation, since without a shift p has no meaning; see
   * {@link Diagnosis}.
   */
  public double shiftPValue() {
    int added = addedToConstant();
    if (added == 0) {
      return 0;
    }
    double fall = Math.max(staticChiSquare - chiSquare, 0);
    if (options.noise() instanceof Noise.Absolute) {
      return ChiSquaredDistribution.of(added).survivalProbability(fall / noiseVariance());
    }
    return chiSquare == 0
        ? 0
        : FDistribution.of(added, degreesOfFreedom())
            .survivalProbability(fall / added / noiseVariance());
  }
}
