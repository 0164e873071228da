package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.LevenbergMarquardt;

/**
 * The joint least-squares fit of all sweeps of a measurement.
 *
 * <p>Minimises Σ ((f_i − f(θ)_i)/σ_i)² over the free ones of χ, p, T10 and f_ref by {@link
 * LevenbergMarquardt} from the minima of the {@link LikelihoodMap}: the best fit is the global one
 * to the resolution of the map. "No relaxation" lies at the end of the range of 1/T10, where a
 * minimisation over ln(1/T10) can only crawl: it is a fit of its own, and where no other is better
 * the rate is 0.
 */
public final class Fitter {
  /** Minima are the same if their χ² differ by less than this share of the noise variance. */
  private static final double SAME = 1e-4;

  /** Minima of the map from which minimisations start, at most. */
  private static final int STARTS = 8;

  /** The same where one evaluation costs many. */
  private static final int STARTS_OF_DISTRIBUTED = 2;

  /** Relative difference of χ² below which two ends are as low. */
  private static final double AS_LOW = 1e-9;

  /** Rounds of estimating the factors of σ, and their relative accuracy. */
  private static final int SCALE_ROUNDS = 50;

  private static final double SCALE_ACCURACY = 1e-6;

  private final Observations observations;
  private final FitOptions options;

  private Fitter(Observations observations, FitOptions options) {
    this.observations = observations;
    this.options = SlowColumns.restrict(options, observations);
  }

  /**
   * Fits a measurement.
   *
   * @param measurement what was measured
   * @param options how to fit it
   * @throws FitRefusedException if the readings are fewer than the parameters, or σ is to be used
   *     and missing
   */
  public static Fit fit(Measurement measurement, FitOptions options) {
    return fit(new Observations(measurement, options.noise()), options);
  }

  /** As {@link #fit(Measurement, FitOptions)}, of observations already made. */
  public static Fit fit(Observations observations, FitOptions options) {
    return new Fitter(observations, options).fit();
  }

  /**
   * Goes on from given values with the σ that the observations have, without looking for other
   * minima: χ² of two such fits can be compared.
   *
   * @param start where to begin
   */
  public static Fit refit(Observations observations, FitOptions options, ParameterValues start) {
    return new Fitter(observations, options).refit(start, options.fitsRelaxation());
  }

  private Fit fit() {
    // Minimisations with a robust loss begin at those of least squares, which cost much less.
    LikelihoodMap map = LikelihoodMap.of(observations, options.withLoss(Loss.LINEAR));
    Fit fit;
    if (!options.fitsRelaxation() || options.needsRelaxation()) {
      fit = best(map.minima(starts()), options.fitsRelaxation());
    } else {
      Fit without = best(map.withoutRelaxation(starts()), false);
      List<ParameterValues> starts = new ArrayList<>(map.minima(starts()));
      starts.add(without.values());
      Fit with = best(starts, true);
      RelaxationTest test = RelaxationTest.of(sameNoise(without, with), with);
      fit = with.withRelaxation(RelaxationState.of(with.values().relaxationRate(), test));
    }
    boolean same = fit.observations() == observations && options.loss() == Loss.LINEAR;
    return same ? fit.withMap(map) : fit;
  }

  /** A fit with the σ that another found, for their χ² to be of the same readings. */
  private Fit sameNoise(Fit fit, Fit other) {
    if (!options.scalesNoise() && !observations.haveDriveErrors()) {
      return fit;
    }
    return new Fitter(other.observations(), options.withRelaxation(Relaxation.OFF))
        .refit(fit.values(), false);
  }

  private int starts() {
    return options.model().distributed() ? STARTS_OF_DISTRIBUTED : STARTS;
  }

  private List<Parameter> free(boolean relaxation) {
    return Arrays.stream(Parameter.values())
        .filter(parameter -> !options.fixed().containsKey(parameter))
        .filter(options::applies)
        .filter(
            parameter ->
                parameter != Parameter.DIPOLE_MOMENT || observations.dependOnDipoleMoment())
        .filter(parameter -> parameter != Parameter.RELAXATION_TIME || relaxation)
        .toList();
  }

  /**
   * The best fit that any start leads to. Errors of the drive add to the variance of the readings
   * by the slope of the fitted curve, which is found in rounds: each has the slopes of the one
   * before.
   */
  private Fit best(List<ParameterValues> starts, boolean relaxation) {
    Fit fit = bestOfGiven(starts, relaxation);
    if (!observations.haveDriveErrors()) {
      return fit;
    }
    List<ParameterValues> begin = new ArrayList<>(ends(fit));
    begin.addAll(starts);
    for (int round = 0; round < SCALE_ROUNDS; round++) {
      Observations next =
          fit.observations().withEffectiveVariance(fit.prediction().byLnAcField(), observations);
      boolean settled = sameSigma(fit.observations(), next);
      fit =
          new Fitter(next, options)
              .bestOfGiven(round == 0 ? begin : List.of(fit.values()), relaxation);
      if (settled) {
        break;
      }
    }
    return new Fitter(fit.observations(), options).bestOfGiven(begin, relaxation).settled();
  }

  private static boolean sameSigma(Observations one, Observations other) {
    for (int i = 0; i < one.size(); i++) {
      if (Math.abs(other.sigma(i) / one.sigma(i) - 1) > SCALE_ACCURACY) {
        return false;
      }
    }
    return true;
  }

  /** The same with the σ there are, the noise variance estimated jointly where unknown. */
  private Fit bestOfGiven(List<ParameterValues> starts, boolean relaxation) {
    List<ParameterValues> begin = starts;
    Observations first = observations;
    if (options.loss() != Loss.LINEAR) {
      // Far from the minimum, or with σ of another size, a robust loss sees nothing but outliers.
      FitOptions linear = options.withLoss(Loss.LINEAR);
      Fit squares = new Fitter(observations, linear).lowest(observations, starts, relaxation);
      begin = new ArrayList<>(ends(squares));
      begin.addAll(starts);
      if (options.scalesNoise()) {
        first = scaled(observations, VarianceComponents.of(squares, options.loss()));
      }
    }
    Fit fit = lowest(first, begin, relaxation);
    if (!options.scalesNoise()) {
      return fit;
    }
    List<ParameterValues> ends = ends(fit);
    int agreeing = fit.agreeing();
    double[] factors = VarianceComponents.of(fit, options.loss());
    for (int round = 0; round < SCALE_ROUNDS && !unity(factors); round++) {
      Observations scaled = scaled(fit.observations(), factors);
      fit = lowest(scaled, round == 0 ? ends : List.of(fit.values()), relaxation);
      factors = VarianceComponents.of(fit, options.loss());
    }
    return lowest(fit.observations(), ends, relaxation).withStarts(starts.size(), agreeing);
  }

  private static List<ParameterValues> ends(Fit fit) {
    List<ParameterValues> ends = new ArrayList<>();
    ends.add(fit.values());
    fit.otherMinima().forEach(other -> ends.add(other.values()));
    return ends;
  }

  private static Observations scaled(Observations observations, double[] factors) {
    double[] sigma = new double[factors.length];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = observations.sigma(i) * factors[i];
    }
    return observations.withSigma(sigma);
  }

  private static boolean unity(double[] factors) {
    return Arrays.stream(factors).allMatch(factor -> Math.abs(factor - 1) < SCALE_ACCURACY);
  }

  /** Refits without changing σ. */
  private Fit refit(ParameterValues start, boolean relaxation) {
    return lowest(observations, List.of(start), relaxation);
  }

  private Fit lowest(Observations weighted, List<ParameterValues> starts, boolean relaxation) {
    List<Parameter> free = free(relaxation);
    if (free.isEmpty()) {
      throw new FitRefusedException(Refusal.of(RefusalCode.ALL_FIXED));
    }
    Objective problem = new Objective(weighted, options, free);
    int fitted = free.size() + options.slow().size();
    if (problem.residuals() - options.nuisances().size() <= fitted) {
      throw new FitRefusedException(
          Refusal.of(RefusalCode.TOO_FEW_READINGS)
              .with("readings", weighted.size())
              .with("parameters", fitted));
    }
    List<Objective.Solution> ends =
        starts.stream()
            .map(problem::solve)
            .sorted(Comparator.comparingDouble(Objective.Solution::cost))
            .toList();
    Objective.Solution lowest = problem.refine(settled(problem, ends));
    boolean parametersOnly = options.nuisances().isEmpty() && options.slow().isEmpty();
    if (lowest.free().isEmpty() && parametersOnly) {
      throw new FitRefusedException(Refusal.of(RefusalCode.ALL_AT_BOUND));
    }
    double chiSquare = lowest.cost();
    double variance =
        options.noise() instanceof Noise.Absolute || options.scalesNoise()
            ? 1
            : chiSquare / (weighted.size() - fitted);
    List<Fit.OtherMinimum> others = new ArrayList<>();
    double last = chiSquare;
    for (Objective.Solution end : ends) {
      if (end.cost() > last + SAME * variance && end.minimum().stop().converged()) {
        last = end.cost();
        others.add(new Fit.OtherMinimum(end.values(), last));
      }
    }
    double[][] slow = SlowColumns.of(weighted, options.slow());
    Prediction prediction =
        weighted
            .predict(options.model(), lowest.values())
            .withSlow(SlowColumns.sum(slow, lowest.slow(), weighted.size()));
    return new Fit(
        weighted,
        options,
        lowest.values(),
        lowest.free(),
        bounds(lowest),
        lowest.nuisances(),
        lowest.slow(),
        state(lowest.values().relaxationRate(), free),
        prediction,
        linearization(weighted, lowest, prediction, slow),
        chiSquare,
        ConstantFrequency.of(weighted, options),
        Optional.empty(),
        lowest.minimum(),
        others,
        ends.size(),
        (int) ends.stream().filter(e -> e.cost() <= chiSquare + SAME * variance).count());
  }

  /**
   * The lowest end, of several as low the first that reached a minimum: a minimisation can stop
   * beside it where rounding hides the last steps down. If none did it goes on once more.
   */
  private static Objective.Solution settled(Objective problem, List<Objective.Solution> ends) {
    Objective.Solution lowest = ends.get(0);
    double asLow = lowest.cost() * (1 + AS_LOW);
    for (Objective.Solution end : ends) {
      if (end.cost() <= asLow && end.minimum().stop().isolated()) {
        return end;
      }
    }
    Objective.Solution again = problem.solve(lowest.values(), lowest.nuisances());
    return again.cost() <= asLow && again.minimum().stop().isolated() ? again : lowest;
  }

  /** The parameters at a bound that was asked for: no relaxation is a state of its own. */
  private static Map<Parameter, Bounds.Side> bounds(Objective.Solution solution) {
    Map<Parameter, Bounds.Side> bounds = new EnumMap<>(Parameter.class);
    bounds.putAll(solution.atBound());
    if (solution.values().relaxationRate() == 0) {
      bounds.remove(Parameter.RELAXATION_TIME);
    }
    return bounds;
  }

  /** What becomes of relaxation where it is not tested. */
  private RelaxationState state(double rate, List<Parameter> free) {
    Double fixed = options.fixed().get(Parameter.RELAXATION_TIME);
    if (fixed != null) {
      return new RelaxationState.Fixed(fixed);
    }
    if (rate > 0) {
      return new RelaxationState.Fitted(Optional.empty());
    }
    return free.contains(Parameter.RELAXATION_TIME)
        ? new RelaxationState.AtZero(Optional.empty())
        : new RelaxationState.Off();
  }

  private Linearization linearization(
      Observations weighted, Objective.Solution solution, Prediction prediction, double[][] slow) {
    List<Parameter> free = solution.free();
    ResidualStack stack =
        new ResidualStack(
            weighted, options, free.stream().filter(options.priors()::containsKey).toList());
    double[] factor = new double[free.size()];
    Arrays.fill(factor, 1);
    ParameterValues values = solution.values();
    double[] residuals = stack.residuals(values, solution.nuisances(), prediction);
    return new Linearization(
        Arrays.copyOf(residuals, weighted.size()),
        stack.jacobian(free, factor, values, prediction, slow, 1, i -> 1),
        options.loss());
  }
}
