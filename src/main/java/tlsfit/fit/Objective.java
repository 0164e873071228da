package tlsfit.fit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;
import tlsfit.statistics.LevenbergMarquardt;
import tlsfit.statistics.Minimum;
import tlsfit.statistics.ResidualFunction;

/**
 * The objective function of a fit: Σ ρ((f_i − f(θ)_i)/σ_i) over the readings, plus the squared
 * deviations of parameters from their priors and of nuisance parameters from their calibrations, in
 * standard uncertainties.
 */
public final class Objective {
  /** Rounds of fixing parameters at their bounds and freeing them again. */
  private static final int ROUNDS = 12;

  /** Fall of the relaxation rate from the start after which its end, 0, is tried. */
  private static final double VANISHING = 1e-2;

  /** Relative difference of two χ² that are the same: frequencies have 10 digits more than σ. */
  private static final double ROUNDING = 1e-9;

  /** Width over the least one below which that is tried. */
  private static final double SMALL = 50;

  /** η at the median sweep rate from which a relaxation rate of 0 starts to grow. */
  private static final double SLOW = 1e-2;

  private final Observations observations;
  private final FitOptions options;
  private final List<Parameter> free;
  private final ModelResiduals residuals;
  private final boolean searchesDipoleMoment;
  private final double frequencyScale;

  /**
   * Where a minimisation ended.
   *
   * @param values the best values, within the bounds
   * @param nuisances the nuisance parameters there [1]
   * @param slow the amplitudes of slow changes there [Hz]
   * @param free the parameters that lie inside their bounds
   * @param atBound those that lie at one, where a step inside raises the sum; for T10 infinity is
   *     one
   * @param minimum how the minimisation ended
   */
  public record Solution(
      ParameterValues values,
      List<Double> nuisances,
      List<Double> slow,
      List<Parameter> free,
      Map<Parameter, Bounds.Side> atBound,
      Minimum minimum) {
    /** The minimum of the objective function. */
    public double cost() {
      return minimum.cost();
    }

    private Solution atZeroRelaxation() {
      Map<Parameter, Bounds.Side> more = new EnumMap<>(Parameter.class);
      more.putAll(atBound);
      more.put(Parameter.RELAXATION_TIME, Bounds.Side.UPPER);
      return new Solution(values, nuisances, slow, free, more, minimum);
    }
  }

  /**
   * Makes the objective function.
   *
   * @param free the parameters to be found, in order
   */
  Objective(Observations observations, FitOptions options, List<Parameter> free) {
    this(
        observations,
        options,
        List.copyOf(free),
        free.stream().filter(options.priors()::containsKey).toList(),
        free.contains(Parameter.DIPOLE_MOMENT),
        ModelResiduals.frequencyScale(observations));
  }

  private Objective(
      Observations observations,
      FitOptions options,
      List<Parameter> free,
      List<Parameter> withPrior,
      boolean searchesDipoleMoment,
      double frequencyScale) {
    this.observations = observations;
    this.options = options;
    this.free = free;
    this.residuals =
        new ModelResiduals(
            new ResidualStack(observations, options, withPrior),
            frequencyScale,
            searchesDipoleMoment);
    this.searchesDipoleMoment = searchesDipoleMoment;
    this.frequencyScale = frequencyScale;
  }

  /** The objective function of a fit, with the σ in force there. */
  public static Objective of(Fit fit) {
    return new Objective(fit.observations(), fit.options(), fit.fitted());
  }

  /** The same with parameters fixed where each start has them; their priors still count. */
  public Objective fixing(Set<Parameter> fixed) {
    return new Objective(
        observations,
        options,
        free.stream().filter(parameter -> !fixed.contains(parameter)).toList(),
        residuals.stack().withPrior(),
        searchesDipoleMoment,
        frequencyScale);
  }

  /**
   * The same for other data.
   *
   * @param frequencies [Hz], one for each reading
   * @param priors in place of those there are
   * @param nuisances likewise
   */
  public Objective withData(
      double[] frequencies, Map<Parameter, Prior> priors, List<NuisanceParameter> nuisances) {
    return new Objective(
        observations.withFrequencies(frequencies),
        options.withPriors(priors).withNuisances(nuisances),
        free,
        residuals.stack().withPrior(),
        searchesDipoleMoment,
        frequencyScale);
  }

  /** Readings, priors and nuisance parameters: what there is to fit. */
  int residuals() {
    return residuals.stack().rows();
  }

  /**
   * Minimises from given values.
   *
   * <p>Bounds by an active set: a parameter that runs into its bound is fixed there, the others are
   * refitted, and it is freed again if that makes the fit better (Nocedal and Wright, Numerical
   * Optimization, 2nd edition, section 16.5).
   */
  public Solution solve(ParameterValues start) {
    List<Double> nuisances = options.nuisances().stream().map(NuisanceParameter::centre).toList();
    return solve(start, nuisances);
  }

  /**
   * As {@link #solve(ParameterValues)}, from given nuisance parameters. The amplitudes of slow
   * changes begin where linear least squares has them for these values.
   */
  public Solution solve(ParameterValues start, List<Double> startNuisances) {
    List<Double> slow = slowAmplitudes(start, startNuisances);
    Solution found = relaxing(start, startNuisances, slow);
    return atLeastWidth(found);
  }

  /**
   * The solution at the least width of the dipole moments, where that is as good: what a small
   * width changes goes with its square, and minimisation comes to rest above the end of the range.
   */
  private Solution atLeastWidth(Solution found) {
    Parameter width = Parameter.DIPOLE_WIDTH;
    double least = options.boundsOf(width).lower();
    if (!found.free.contains(width) || !(least > 0 && found.values.get(width) < SMALL * least)) {
      return found;
    }
    Map<Parameter, Bounds.Side> fixed = new EnumMap<>(Parameter.class);
    fixed.putAll(found.atBound);
    fixed.put(width, Bounds.Side.LOWER);
    Solution end = step(found.values.with(width, least), found.nuisances, found.slow, fixed);
    return end.cost() <= found.cost() * (1 + ROUNDING) ? end : found;
  }

  private Solution relaxing(ParameterValues start, List<Double> startNuisances, List<Double> slow) {
    if (!free.contains(Parameter.RELAXATION_TIME)) {
      return bounded(start, startNuisances, slow);
    }
    double unit = SearchRange.relaxationRateUnit(observations, start.dipoleMoment());
    ParameterValues relaxing =
        start.relaxationRate() > 0
            ? start
            : start.with(Parameter.RELAXATION_TIME, 1 / (SLOW * unit));
    Solution found = bounded(relaxing, startNuisances, slow);
    boolean vanishing =
        found.values.relaxationRate() < VANISHING * relaxing.relaxationRate()
            || !found.minimum.stop().isolated();
    if (!vanishing) {
      return found;
    }
    // On a logarithmic scale the end of the range, 1/T10 = 0, can be neared but not reached.
    Solution without =
        fixing(EnumSet.of(Parameter.RELAXATION_TIME))
            .bounded(
                found.values.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
                found.nuisances,
                found.slow);
    boolean asGood = without.cost() <= found.cost() * (1 + ROUNDING);
    return asGood ? without.atZeroRelaxation() : found;
  }

  /**
   * The same end to the last digits of the parameters; it stays where it is if it is no single
   * minimum, or if a parameter would leave its bounds.
   */
  Solution refine(Solution end) {
    ScaledValues scaled =
        new ScaledValues(end.free, end.values, end.nuisances, end.slow, frequencyScale, options);
    double[] centre = new double[scaled.size()];
    ResidualFunction function = point -> residuals.evaluate(scaled, point);
    Minimum refined =
        LevenbergMarquardt.refine(
            function,
            new Minimum(
                centre, function.evaluate(centre), end.minimum.stop(), end.minimum.iterations()));
    for (int j = 0; j < end.free.size(); j++) {
      if (scaled.beyondBounds(refined.point(), j)) {
        return end;
      }
    }
    return new Solution(
        scaled.values(refined.point()),
        scaled.nuisances(refined.point()),
        scaled.slow(refined.point()),
        end.free,
        end.atBound,
        refined);
  }

  private Solution bounded(
      ParameterValues start, List<Double> startNuisances, List<Double> startSlow) {
    ParameterValues values = options.clamp(start);
    List<Double> nuisances = startNuisances;
    Map<Parameter, Bounds.Side> fixed = outward(values, nuisances, startSlow, free);
    Solution best = step(values, nuisances, startSlow, fixed);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Parameter, Bounds.Side> still = outward(best.values, best.nuisances, best.slow, free);
      if (still.equals(best.atBound) && best.atBound.keySet().equals(fixed.keySet())) {
        return best;
      }
      fixed = still;
      best = step(best.values, best.nuisances, best.slow, fixed);
    }
    return best;
  }

  /** Minimises with some parameters fixed where they are. */
  private Solution step(
      ParameterValues start,
      List<Double> startNuisances,
      List<Double> startSlow,
      Map<Parameter, Bounds.Side> fixed) {
    List<Parameter> moving = free.stream().filter(p -> !fixed.containsKey(p)).toList();
    ScaledValues scaled =
        new ScaledValues(moving, start, startNuisances, startSlow, frequencyScale, options);
    Minimum minimum =
        LevenbergMarquardt.minimize(
            point -> residuals.evaluate(scaled, point), new double[scaled.size()]);
    ParameterValues values = scaled.values(minimum.point());
    List<Double> nuisances = scaled.nuisances(minimum.point());
    Map<Parameter, Bounds.Side> atBound = new EnumMap<>(Parameter.class);
    atBound.putAll(fixed);
    for (int j = 0; j < moving.size(); j++) {
      if (scaled.beyondBounds(minimum.point(), j)) {
        Parameter parameter = moving.get(j);
        side(parameter, values).ifPresent(side -> atBound.put(parameter, side));
      }
    }
    return new Solution(
        values,
        nuisances,
        scaled.slow(minimum.point()),
        free.stream().filter(p -> !atBound.containsKey(p)).toList(),
        atBound,
        minimum);
  }

  /** The parameters at a bound beyond which the unconstrained minimum lies. */
  private Map<Parameter, Bounds.Side> outward(
      ParameterValues values, List<Double> nuisances, List<Double> slow, List<Parameter> among) {
    Map<Parameter, Bounds.Side> result = new EnumMap<>(Parameter.class);
    List<Parameter> atEnd = among.stream().filter(p -> side(p, values).isPresent()).toList();
    if (atEnd.isEmpty()) {
      return result;
    }
    ScaledValues scaled = new ScaledValues(atEnd, values, nuisances, slow, frequencyScale, options);
    ResidualFunction.Evaluation at = residuals.evaluate(scaled, new double[scaled.size()]);
    for (int j = 0; j < atEnd.size(); j++) {
      Parameter parameter = atEnd.get(j);
      double slope = 0; // of the cost by the scaled value
      for (int i = 0; i < at.residuals().length; i++) {
        slope += at.residuals()[i] * at.jacobian()[i][j];
      }
      if (!parameter.scale().increasing()) {
        slope = -slope;
      }
      Bounds.Side side = side(parameter, values).orElseThrow();
      if (side == Bounds.Side.LOWER ? slope >= 0 : slope <= 0) {
        result.put(parameter, side);
      }
    }
    return result;
  }

  private Optional<Bounds.Side> side(Parameter parameter, ParameterValues values) {
    return options.boundsOf(parameter).findSide(values.get(parameter));
  }

  /** The amplitudes of slow changes that fit best at given values, by linear least squares [Hz]. */
  private List<Double> slowAmplitudes(ParameterValues start, List<Double> nuisances) {
    double[][] columns = residuals.slow();
    if (columns.length == 0) {
      return List.of();
    }
    ScaledValues scaled =
        new ScaledValues(
            List.of(), options.clamp(start), nuisances, List.of(), frequencyScale, options);
    ParameterValues values = scaled.values(new double[scaled.size()]);
    if (!residuals.withinDomain(values)) {
      return Arrays.stream(new double[columns.length]).boxed().toList();
    }
    Prediction prediction = observations.predict(options.model(), values);
    double[] remainders = new double[observations.size()];
    double[] weights = new double[observations.size()];
    for (int i = 0; i < remainders.length; i++) {
      remainders[i] = observations.frequency(i) - prediction.frequency(i);
      weights[i] = 1 / observations.sigma(i);
    }
    return Arrays.stream(SlowColumns.solve(columns, remainders, weights)).boxed().toList();
  }
}
