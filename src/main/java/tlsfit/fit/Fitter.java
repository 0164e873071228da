package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.LevenbergMarquardt;

/**
 * The joint least-squares fit of all sweeps of a measurement.
 *
 * <p>Minimises Σ ((f_i − f(θ)_i)/σ_i)² over the free ones of χ, p, T10 and f_ref by {@link
 * LevenbergMarquardt} from the several start values of {@link StartValues}. "No relaxation" lies at
 * the end of the range of 1/T10, where a minimisation over ln(1/T10) can only crawl: it is a fit of
 * its own, and the better of the two is taken.
 */
public final class Fitter {
  /** Minima are the same if their χ² differ by less than this share of the noise variance. */
  private static final double SAME = 1e-4;

  /** Rounds of estimating the factors of σ, and their relative accuracy. */
  private static final int SCALE_ROUNDS = 50;

  private static final double SCALE_ACCURACY = 1e-6;

  private final Observations observations;
  private final FitOptions options;

  private Fitter(Observations observations, FitOptions options) {
    this.observations = observations;
    this.options = options;
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
   * @param start where to begin; its relaxation rate decides whether relaxation is fitted
   */
  public static Fit refit(Observations observations, FitOptions options, ParameterValues start) {
    boolean relaxation = start.relaxationRate() > 0 || options.needsRelaxation();
    return new Fitter(observations, options).refit(start, relaxation);
  }

  private Fit fit() {
    Double fixedTime = options.fixed().get(Parameter.RELAXATION_TIME);
    if (fixedTime != null) {
      return fit(Double.isFinite(fixedTime));
    }
    if (options.needsRelaxation()) {
      return fit(true);
    }
    if (options.relaxation() == Relaxation.OFF) {
      return fit(false);
    }
    Fit without = fit(false);
    Fit with = fitRelaxation(without);
    RelaxationTest test = RelaxationTest.of(sameNoise(without, with), with);
    if (options.relaxation() == Relaxation.AUTO) {
      return tested(test.seen() ? with : without, test);
    }
    // On a fall this small the minimum lies at 1/T10 = 0, whatever the last digits say.
    return test.statistic() > 1e-6
        ? tested(with, test)
        : without.withRelaxation(new RelaxationState.AtZero(test));
  }

  private static Fit tested(Fit fit, RelaxationTest test) {
    return fit.withRelaxation(RelaxationState.of(fit.values().relaxationRate(), test));
  }

  /** A fit with the σ that another found, for their χ² to be of the same readings. */
  private Fit sameNoise(Fit fit, Fit other) {
    if (!options.scalesNoise()) {
      return fit;
    }
    return new Fitter(other.observations(), options)
        .refit(fit.values(), fit.values().relaxationRate() > 0);
  }

  private Fit fit(boolean relaxation) {
    return best(new StartValues(observations, options).starts(relaxation), relaxation);
  }

  /** The fit with relaxation, which also starts from the one without. */
  private Fit fitRelaxation(Fit without) {
    List<ParameterValues> starts =
        new ArrayList<>(new StartValues(observations, options).starts(true));
    double slow =
        1e-2 * StartValues.relaxationRateUnit(observations, without.values().dipoleMoment());
    starts.add(without.values().with(Parameter.RELAXATION_TIME, 1 / slow));
    return best(starts, true);
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

  /** The best fit that any start leads to, the noise variance estimated jointly where unknown. */
  private Fit best(List<ParameterValues> starts, boolean relaxation) {
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
    if (problem.residuals() - options.nuisances().size() <= free.size()) {
      throw new FitRefusedException(
          Refusal.of(RefusalCode.TOO_FEW_READINGS)
              .with("readings", weighted.size())
              .with("parameters", free.size()));
    }
    List<Objective.Solution> ends =
        starts.stream()
            .map(problem::solve)
            .sorted(Comparator.comparingDouble(Objective.Solution::cost))
            .toList();
    Objective.Solution lowest = problem.refine(ends.get(0));
    if (lowest.free().isEmpty() && options.nuisances().isEmpty()) {
      throw new FitRefusedException(Refusal.of(RefusalCode.ALL_AT_BOUND));
    }
    double chiSquare = lowest.cost();
    double variance =
        options.noise() instanceof Noise.Absolute || options.scalesNoise()
            ? 1
            : chiSquare / (weighted.size() - free.size());
    List<Fit.OtherMinimum> others = new ArrayList<>();
    double last = chiSquare;
    for (Objective.Solution end : ends) {
      if (end.cost() > last + SAME * variance && end.minimum().stop().converged()) {
        last = end.cost();
        others.add(new Fit.OtherMinimum(end.values(), last));
      }
    }
    Prediction prediction = weighted.predict(options.model(), lowest.values());
    return new Fit(
        weighted,
        options,
        lowest.values(),
        lowest.free(),
        lowest.atBound(),
        lowest.nuisances(),
        state(lowest.values().relaxationRate()),
        prediction,
        linearization(weighted, lowest, prediction),
        chiSquare,
        ConstantFrequency.of(weighted, options),
        lowest.minimum(),
        others,
        ends.size(),
        (int) ends.stream().filter(e -> e.cost() <= chiSquare + SAME * variance).count());
  }

  /** What becomes of relaxation where it is not tested. */
  private RelaxationState state(double rate) {
    Double fixed = options.fixed().get(Parameter.RELAXATION_TIME);
    if (fixed != null) {
      return new RelaxationState.Fixed(fixed);
    }
    return rate > 0 ? new RelaxationState.Fitted(Optional.empty()) : new RelaxationState.Off();
  }

  private Linearization linearization(
      Observations weighted, Objective.Solution solution, Prediction prediction) {
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
        stack.jacobian(free, factor, values, prediction, i -> 1),
        options.loss());
  }
}
