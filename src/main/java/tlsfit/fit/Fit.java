package tlsfit.fit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.Median;
import tlsfit.statistics.Minimum;
import tlsfit.statistics.NestedModelTest;
import tlsfit.statistics.SigmaKnowledge;

/**
 * The least-squares fit of a measurement.
 *
 * @param observations what was fitted, with the σ in force
 * @param options how
 * @param values the best values of all parameters; 1/T10 is 0 where relaxation is left out
 * @param free the parameters that were fitted and lie inside their range
 * @param atBound the parameters that came to lie at a bound, the unconstrained minimum lying beyond
 * @param nuisances estimates of the nuisance parameters, the numbers of the calibration that were
 *     fitted jointly, in standard uncertainties from their stated values [1]
 * @param slow amplitudes of the slow changes of tables that the options name [Hz], in their order
 * @param relaxation what became of the relaxation between two crossings
 * @param prediction the model at the fit, with the slow changes
 * @param linearization residuals and Jacobian at the fit
 * @param chiSquare what was minimised: the sum of squared residuals in units of σ, or of their
 *     robust losses, with priors and nuisance parameters
 * @param constantChiSquare the same for the best constant frequency with the slow changes, without
 *     priors and nuisance parameters
 * @param map the likelihood of these observations mapped whole; empty where the fit went on from
 *     another
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
    List<Double> nuisances,
    List<Double> slow,
    RelaxationState relaxation,
    Prediction prediction,
    Linearization linearization,
    double chiSquare,
    double constantChiSquare,
    Optional<LikelihoodMap> map,
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
    nuisances = List.copyOf(nuisances);
    slow = List.copyOf(slow);
    otherMinima = List.copyOf(otherMinima);
  }

  /** This fit, with what became of relaxation in it. */
  public Fit withRelaxation(RelaxationState state) {
    return with(observations, state, map, starts, agreeing);
  }

  /** This fit, further evaluations of the model at its readings taken from a budget. */
  public Fit within(EvaluationBudget budget) {
    return with(observations.within(budget), relaxation, map, starts, agreeing);
  }

  /** This fit, the errors of the drive being part of its σ for good. */
  Fit settled() {
    return with(observations.settled(), relaxation, map, starts, agreeing);
  }

  /** This fit, with the map of its likelihood. */
  Fit withMap(LikelihoodMap whole) {
    return with(observations, relaxation, Optional.of(whole), starts, agreeing);
  }

  /** This fit with the map and the test for relaxation of one of the same observations. */
  public Fit goingOnFrom(Fit start) {
    RelaxationState state = start.relaxation.carriedTo(relaxation);
    return with(observations, state, start.map, starts, agreeing);
  }

  /** The map of its likelihood, made where it is not there. */
  public LikelihoodMap likelihoodMap() {
    return map.orElseGet(() -> LikelihoodMap.of(observations, options));
  }

  /**
   * The parameters that were fitted, in their order: those that came to lie at a bound too, T10
   * also where its rate came out as 0.
   */
  public List<Parameter> fitted() {
    return Arrays.stream(Parameter.values())
        .filter(
            parameter ->
                free.contains(parameter)
                    || atBound.containsKey(parameter)
                    || (parameter == Parameter.RELAXATION_TIME && relaxation.atZero()))
        .toList();
  }

  /** This fit, found from more starts. */
  Fit withStarts(int number, int same) {
    return with(observations, relaxation, map, number, same);
  }

  private Fit with(
      Observations others,
      RelaxationState state,
      Optional<LikelihoodMap> theMap,
      int startCount,
      int agreeingCount) {
    return new Fit(
        others,
        options,
        values,
        free,
        atBound,
        nuisances,
        slow,
        state,
        prediction,
        linearization,
        chiSquare,
        constantChiSquare,
        theMap,
        minimum,
        otherMinima,
        startCount,
        agreeingCount);
  }

  /** Number of fitted parameters and slow changes; nuisance parameters have a row of their own. */
  public int fittedNumbers() {
    return free.size() + slow.size();
  }

  /** Readings and priors, less fitted parameters and slow changes. */
  public int degreesOfFreedom() {
    long priors = withPrior().count() + atBound.keySet().stream().filter(this::hasPrior).count();
    return observations.size() + (int) priors - fittedNumbers();
  }

  private Stream<Parameter> withPrior() {
    return free.stream().filter(this::hasPrior);
  }

  private boolean hasPrior(Parameter parameter) {
    return options.priors().containsKey(parameter);
  }

  /** Whether the σ of the readings are known, or known up to a factor from the scatter. */
  public SigmaKnowledge sigmaKnowledge() {
    return options.noise() instanceof Noise.Absolute
        ? new SigmaKnowledge.Known()
        : new SigmaKnowledge.Estimated(degreesOfFreedom());
  }

  /** χ²/ν, which is near 1 where σ is known and the model right. */
  public double reducedChiSquare() {
    return chiSquare / degreesOfFreedom();
  }

  /** Residual (f(θ)_i − f_i)/σ_i of reading i [1]. */
  public double residual(int i) {
    return linearization.residuals()[i];
  }

  /** Residuals of the readings in units of σ [1], what the model predicts less what was read. */
  public double[] residuals() {
    return linearization.residuals().clone();
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
    return options.scalesNoise() ? 1 : Math.sqrt(sigmaKnowledge().variance(chiSquare));
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

  /** The readings of {@link #reweighted}, with the slow changes of this fit taken off. */
  public Observations reweightedWithoutSlow() {
    Observations weighted = reweighted();
    if (slow.isEmpty()) {
      return weighted;
    }
    double[] frequencies = new double[weighted.size()];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = weighted.frequency(i) - prediction.slow()[i];
    }
    return weighted.withFrequencies(frequencies);
  }

  /** The covariance's column of a slow change, by its number among them. */
  public int columnOfSlow(int k) {
    return free.size() + nuisances.size() + k;
  }

  /** χ² of the readings alone, with the σ of {@link #reweighted}. */
  public double readingsChiSquare() {
    double sum = 0;
    for (int i = 0; i < observations.size(); i++) {
      sum += residual(i) * residual(i) * options.loss().weight(residual(i));
    }
    return sum;
  }

  /**
   * Covariance of the estimates of ln χ, ln p, 1/T10 [1/s], f_ref [Hz], ln σ_p and α, then of the
   * nuisance parameters, then of the slow changes [Hz]; over the determined combinations alone if
   * some are not.
   *
   * @return as many rows and columns as the Jacobian of the {@link #linearization} has columns
   */
  public double[][] covariance() {
    return linearization.covariance(noiseVariance());
  }

  /**
   * The covariance with the relaxation rate free: where it came out as 0 it has a row and column of
   * its own after the others, and theirs are larger than those of {@link #covariance}, which take
   * it as fixed there. Under a robust loss, which has its own covariance, the same as {@link
   * #covariance}.
   */
  public double[][] covarianceWithRelaxation() {
    if (!relaxation.atZero() || options.loss() != Loss.LINEAR) {
      return covariance();
    }
    double[][] jacobian = linearization.jacobian();
    double[][] wider = new double[jacobian.length][];
    for (int i = 0; i < jacobian.length; i++) {
      wider[i] = Arrays.copyOf(jacobian[i], jacobian[i].length + 1);
      if (i < observations.size()) {
        wider[i][jacobian[i].length] =
            prediction.jacobian()[i][Parameter.RELAXATION_TIME.column()] / observations.sigma(i);
      }
    }
    double[][] covariance = new JacobianAnalysis(wider).covariance();
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= noiseVariance();
      }
    }
    return covariance;
  }

  /** The median σ of the readings [Hz], the upper one of two; from the scatter where unknown. */
  public double typicalSigma() {
    double[] sigma = new double[observations.size()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = observations.sigma(i);
    }
    return Math.sqrt(noiseVariance()) * Median.upper(sigma);
  }

  /**
   * Correlation of the free parameters themselves.
   *
   * @return as many rows and columns as there are free parameters, in their order
   */
  public double[][] correlation() {
    double[][] covariance = covariance();
    int m = free.size(); // nuisance parameters and slow changes come after
    double[][] correlation = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double sign = direction(i) * direction(j);
        correlation[i][j] =
            i == j ? 1 : sign * covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return correlation;
  }

  private int direction(int column) {
    return free.get(column).scale().increasing() ? 1 : -1;
  }

  /**
   * Probability that χ² is as large if model and σ are right; empty where σ is not known, or the
   * loss robust.
   */
  public OptionalDouble goodnessOfFit() {
    return sigmaKnowledge().known() && options.loss() == Loss.LINEAR
        ? OptionalDouble.of(
            ChiSquaredDistribution.of(degreesOfFreedom()).survivalProbability(chiSquare))
        : OptionalDouble.empty();
  }

  /** Number of fitted parameters that a constant frequency does not have. */
  public int addedToConstant() {
    return free.size() - (free.contains(Parameter.REFERENCE_FREQUENCY) ? 1 : 0);
  }

  /**
   * Probability of as large an improvement over a constant frequency if there is no shift: from χ²
   * where σ is known, else from F. An approximation, since without a shift p has no meaning; see
   * {@code tlsfit.diagnosis.Diagnosis}.
   */
  public double shiftPValue() {
    int added = addedToConstant();
    if (added == 0) {
      return 0;
    }
    double fall = constantChiSquare - chiSquare;
    return NestedModelTest.of(fall, added, noiseVariance(), sigmaKnowledge()).pValue();
  }
}
