package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;
import tlsfit.statistics.LevenbergMarquardt;
import tlsfit.statistics.Minimum;
import tlsfit.statistics.ResidualFunction;

/**
 * What a fit makes small: Σ ρ((f_i − f(θ)_i)/σ_i) over the readings, and the squares of what the
 * priors and the calibration's own numbers are off, in their standard uncertainties.
 */
public final class Objective {
  /** Rounds of holding parameters at their bounds and letting them go. */
  private static final int ROUNDS = 12;

  /** Fall of the relaxation rate from the start after which its end, 0, is tried. */
  private static final double VANISHING = 1e-2;

  /** η at the median sweep rate from which a relaxation rate of 0 starts to grow. */
  private static final double SLOW = 1e-2;

  private final Observations observations;
  private final FitOptions options;
  private final List<Parameter> free;
  private final List<Parameter> withPrior;
  private final boolean searchesDipoleMoment;
  private final double frequencyScale;

  /**
   * Where a minimisation ended.
   *
   * @param values the best values, within the bounds
   * @param pulls the pulls of the calibration
   * @param free the parameters that lie inside their bounds
   * @param atBound those that lie at one, where a step inside makes the fit worse; for T10 infinity
   *     is one
   * @param minimum how the minimisation ended
   */
  public record Solution(
      ParameterValues values,
      List<Double> pulls,
      List<Parameter> free,
      Map<Parameter, Bounds.Side> atBound,
      Minimum minimum) {
    /** What was made small, at its least. */
    public double cost() {
      return minimum.cost();
    }

    private Solution atZeroRelaxation() {
      Map<Parameter, Bounds.Side> more = new EnumMap<>(Parameter.class);
      more.putAll(atBound);
      more.put(Parameter.RELAXATION_TIME, Bounds.Side.UPPER);
      return new Solution(values, pulls, free, more, minimum);
    }
  }

  /**
   * States the problem.
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
        frequencyScale(observations));
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
    this.withPrior = withPrior;
    this.searchesDipoleMoment = searchesDipoleMoment;
    this.frequencyScale = frequencyScale;
  }

  /** The problem that an fit solves, with σ as it found them. */
  public static Objective of(Fit fit) {
    return new Objective(fit.observations(), fit.options(), fit.fitted());
  }

  /** The same problem with parameters held where each start has them; their priors still count. */
  public Objective holding(Set<Parameter> held) {
    return new Objective(
        observations,
        options,
        free.stream().filter(parameter -> !held.contains(parameter)).toList(),
        withPrior,
        searchesDipoleMoment,
        frequencyScale);
  }

  /**
   * The same problem for other data.
   *
   * @param frequencies [Hz], one for each reading
   * @param priors in place of those there are
   * @param pulls likewise
   */
  public Objective withData(
      double[] frequencies, Map<Parameter, Prior> priors, List<NuisanceParameter> pulls) {
    return new Objective(
        observations.withFrequencies(frequencies),
        options.withPriors(priors).withPulls(pulls),
        free,
        withPrior,
        searchesDipoleMoment,
        frequencyScale);
  }

  /** Readings, priors and pulls: what there is to fit. */
  int residuals() {
    return observations.size() + withPrior.size() + options.pulls().size();
  }

  /**
   * Minimises from given values.
   *
   * <p>Bounds by an active set: a parameter that runs into its bound is held there, the others are
   * refitted, and it is let go again if that makes the fit better (Nocedal and Wright, Numerical
   * Optimization, 2nd edition, section 16.5).
   */
  public Solution solve(ParameterValues start) {
    List<Double> pulls = options.pulls().stream().map(NuisanceParameter::centre).toList();
    return solve(start, pulls);
  }

  /** As {@link #solve(ParameterValues)}, from given pulls. */
  public Solution solve(ParameterValues start, List<Double> startPulls) {
    if (!free.contains(Parameter.RELAXATION_TIME)) {
      return bounded(start, startPulls);
    }
    double unit = StartValues.relaxationRateUnit(observations, start.dipoleMoment());
    ParameterValues relaxing =
        start.relaxationRate() > 0
            ? start
            : start.with(Parameter.RELAXATION_TIME, 1 / (SLOW * unit));
    Solution found = bounded(relaxing, startPulls);
    boolean vanishing =
        found.values.relaxationRate() < VANISHING * relaxing.relaxationRate()
            || !found.minimum.stop().converged();
    if (!vanishing) {
      return found;
    }
    // On a logarithmic scale the end of the range, 1/T10 = 0, can be neared but not reached.
    Solution without =
        holding(EnumSet.of(Parameter.RELAXATION_TIME))
            .bounded(
                found.values.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY),
                found.pulls);
    return without.cost() <= found.cost() ? without.atZeroRelaxation() : found;
  }

  private Solution bounded(ParameterValues start, List<Double> startPulls) {
    ParameterValues values = options.clamp(start);
    List<Double> pulls = startPulls;
    Map<Parameter, Bounds.Side> held = outward(values, pulls, free);
    Solution best = step(values, pulls, held);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Parameter, Bounds.Side> still = outward(best.values, best.pulls, free);
      if (still.equals(best.atBound) && best.atBound.keySet().equals(held.keySet())) {
        return best;
      }
      held = still;
      best = step(best.values, best.pulls, held);
    }
    return best;
  }

  /** Minimises with some parameters held where they are. */
  private Solution step(
      ParameterValues start, List<Double> startPulls, Map<Parameter, Bounds.Side> held) {
    List<Parameter> moving = free.stream().filter(p -> !held.containsKey(p)).toList();
    ScaledValues coordinates = new ScaledValues(moving, start, startPulls, frequencyScale, options);
    Minimum minimum =
        LevenbergMarquardt.minimize(
            point -> evaluate(coordinates, point), new double[coordinates.size()]);
    ParameterValues values = coordinates.values(minimum.point());
    List<Double> pulls = new ArrayList<>();
    for (int k = 0; k < startPulls.size(); k++) {
      pulls.add(coordinates.pull(minimum.point(), k));
    }
    Map<Parameter, Bounds.Side> atBound = new EnumMap<>(Parameter.class);
    atBound.putAll(held);
    for (int j = 0; j < moving.size(); j++) {
      if (coordinates.beyondBounds(minimum.point(), j)) {
        Parameter parameter = moving.get(j);
        side(parameter, values).ifPresent(side -> atBound.put(parameter, side));
      }
    }
    return new Solution(
        values,
        pulls,
        free.stream().filter(p -> !atBound.containsKey(p)).toList(),
        atBound,
        minimum);
  }

  /** The parameters at a bound that the fit would rather have beyond it. */
  private Map<Parameter, Bounds.Side> outward(
      ParameterValues values, List<Double> pulls, List<Parameter> among) {
    Map<Parameter, Bounds.Side> result = new EnumMap<>(Parameter.class);
    List<Parameter> atEnd = among.stream().filter(p -> side(p, values).isPresent()).toList();
    if (atEnd.isEmpty()) {
      return result;
    }
    ScaledValues coordinates = new ScaledValues(atEnd, values, pulls, frequencyScale, options);
    ResidualFunction.Evaluation at = evaluate(coordinates, new double[coordinates.size()]);
    for (int j = 0; j < atEnd.size(); j++) {
      Parameter parameter = atEnd.get(j);
      double slope = 0; // of the cost by the coordinate
      for (int i = 0; i < at.residuals().length; i++) {
        slope += at.residuals()[i] * at.jacobian()[i][j];
      }
      if (parameter == Parameter.RELAXATION_TIME) {
        slope = -slope; // T10 falls as its coordinate grows
      }
      Bounds.Side side = side(parameter, values).orElseThrow();
      if (side == Bounds.Side.LOWER ? slope >= 0 : slope <= 0) {
        result.put(parameter, side);
      }
    }
    return result;
  }

  /**
   * Whether the model can be evaluated, and is worth it: a fitted dipole moment so large that no
   * reading at all is within the theory is none, in a profile over it either.
   */
  private boolean withinDomain(ParameterValues values) {
    boolean anyInside = !searchesDipoleMoment || observations.anyWithinTheory(values);
    return anyInside && observations.largestEta(values) <= Rates.LARGEST_ETA;
  }

  private Optional<Bounds.Side> side(Parameter parameter, ParameterValues values) {
    return options.boundsOf(parameter).findSide(values.get(parameter));
  }

  private ResidualFunction.Evaluation evaluate(ScaledValues coordinates, double[] point) {
    int n = observations.size();
    int m = coordinates.free().size();
    double[] residuals = new double[residuals()];
    double[][] jacobian = new double[residuals.length][point.length];
    ParameterValues values = coordinates.values(point);
    if (!coordinates.contains(point) || !withinDomain(values)) {
      Arrays.fill(residuals, Double.NaN);
      return new ResidualFunction.Evaluation(residuals, jacobian);
    }
    Prediction prediction = observations.predict(options.model(), values);
    boolean[] stays = new boolean[m];
    double[] factor = new double[m];
    for (int j = 0; j < m; j++) {
      stays[j] = coordinates.beyondBounds(point, j);
      factor[j] = stays[j] ? 0 : coordinates.factor(j, values);
    }
    Loss loss = options.loss();
    for (int i = 0; i < n; i++) {
      double r = observations.residual(i, values.referenceFrequency(), prediction.shift()[i]);
      residuals[i] = loss.root(r);
      double slope = loss.rootSlope(r) / observations.sigma(i);
      for (int j = 0; j < m; j++) {
        int column = coordinates.free().get(j).column();
        jacobian[i][j] = prediction.jacobian()[i][column] * factor[j] * slope;
      }
      for (int k = 0; k < options.pulls().size(); k++) {
        jacobian[i][m + k] = prediction.byPull(i, options.pulls().get(k).term()) * slope;
      }
    }
    int row = n;
    for (Parameter parameter : withPrior) {
      Prior prior = options.findPrior(parameter).orElseThrow();
      residuals[row] = (values.get(parameter) - prior.value()) / prior.sigma();
      int j = coordinates.free().indexOf(parameter);
      if (j >= 0) {
        jacobian[row][j] = factor[j] * values.byCoordinate(parameter) / prior.sigma();
      }
      row++;
    }
    for (int k = 0; k < options.pulls().size(); k++) {
      residuals[row] = coordinates.pull(point, k) - options.pulls().get(k).centre();
      jacobian[row][m + k] = 1;
      row++;
    }
    return new ResidualFunction.Evaluation(residuals, jacobian);
  }

  /** Spread of the measured frequencies [Hz]; 1 Hz if they are all the same. */
  private static double frequencyScale(Observations observations) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < observations.size(); i++) {
      low = Math.min(low, observations.frequency(i));
      high = Math.max(high, observations.frequency(i));
    }
    return high > low ? high - low : 1;
  }
}
