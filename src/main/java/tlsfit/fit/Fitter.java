package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tlsfit.measurement.Measurement;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;

/**
 * The joint least-squares fit of all sweeps of a measurement.
 *
 * <p>Minimises Σ ((f_i − f(θ)_i)/σ_i)² over the free ones of χ, p, T10 and f_ref by {@link
 * LevenbergMarquardt} from the several start values of {@link Scan}. "No relaxation" lies at the
 * end of the range of 1/T10, where a minimisation over ln(1/T10) can only crawl: it is a fit of its
 * own, and the better of the two is taken.
 */
public final class Fitter {
  /** Minima are the same if their χ² differ by less than this share of the noise variance. */
  private static final double SAME = 1e-4;

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
  public static Optimum fit(Measurement measurement, FitOptions options) {
    return fit(new Observations(measurement, options.noise()), options);
  }

  /** As {@link #fit(Measurement, FitOptions)}, of observations already made. */
  public static Optimum fit(Observations observations, FitOptions options) {
    return new Fitter(observations, options).fit();
  }

  /**
   * Goes on from given values, without looking for other minima.
   *
   * @param start where to begin; its relaxation rate decides whether relaxation is fitted
   */
  public static Optimum refit(
      Observations observations, FitOptions options, ParameterValues start) {
    Fitter fitter = new Fitter(observations, options);
    return fitter.best(List.of(start), start.relaxationRate() > 0);
  }

  private Optimum fit() {
    Double held = options.fixed().get(Parameter.RELAXATION_TIME);
    if (held != null) {
      return fit(Double.isFinite(held));
    }
    if (options.relaxation() == Relaxation.OFF) {
      return fit(false);
    }
    Optimum without = fit(false);
    Optimum with = fitRelaxation(without);
    RelaxationTest test = RelaxationTest.of(without, with);
    if (options.relaxation() == Relaxation.AUTO) {
      return withTest(test.seen() ? with : without, test, false);
    }
    // On a fall this small the minimum lies at 1/T10 = 0, whatever the last digits say.
    return test.statistic() > 1e-6 ? withTest(with, test, false) : withTest(without, test, true);
  }

  private Optimum fit(boolean relaxation) {
    return best(new Scan(observations, options).starts(relaxation), relaxation);
  }

  /** The fit with relaxation, which also starts from the one without. */
  private Optimum fitRelaxation(Optimum without) {
    List<ParameterValues> starts = new ArrayList<>(new Scan(observations, options).starts(true));
    double slow = 1e-2 * Scan.relaxationRateUnit(observations, without.values().dipoleMoment());
    starts.add(without.values().with(Parameter.RELAXATION_TIME, 1 / slow));
    return best(starts, true);
  }

  private static Optimum withTest(Optimum optimum, RelaxationTest test, boolean atZero) {
    return new Optimum(
        optimum.observations(),
        optimum.options(),
        optimum.values(),
        optimum.free(),
        atZero,
        Optional.of(test),
        optimum.prediction(),
        optimum.chiSquare(),
        optimum.staticChiSquare(),
        optimum.minimum(),
        optimum.otherMinima(),
        optimum.starts(),
        optimum.agreeing());
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

  private Optimum best(List<ParameterValues> starts, boolean relaxation) {
    List<Parameter> free = free(relaxation);
    if (free.isEmpty()) {
      throw new FitRefusedException("all parameters are held: nothing is left to fit");
    }
    if (observations.size() <= free.size()) {
      throw new FitRefusedException(
          observations.size()
              + " readings cannot determine "
              + free.size()
              + " parameters: measure more points, or hold a parameter (--fix)");
    }
    record End(Coordinates coordinates, Minimum minimum) {
      ParameterValues values() {
        return coordinates.values(minimum.point());
      }
    }
    double scale = frequencyScale();
    List<End> ends =
        starts.stream()
            .map(start -> new Coordinates(free, start, scale))
            .map(
                c -> new End(c, LevenbergMarquardt.minimize(residuals(c), new double[free.size()])))
            .sorted(Comparator.comparingDouble(end -> end.minimum.cost()))
            .toList();
    End lowest = ends.get(0);
    ParameterValues values = lowest.values();
    double chiSquare = lowest.minimum.cost();
    double variance =
        options.noise() instanceof Noise.Absolute
            ? 1
            : chiSquare / (observations.size() - free.size());
    List<Optimum.OtherMinimum> others = new ArrayList<>();
    double last = chiSquare;
    for (End end : ends) {
      if (end.minimum.cost() > last + SAME * variance
          && end.minimum.stop() == StopReason.CONVERGED) {
        last = end.minimum.cost();
        others.add(new Optimum.OtherMinimum(end.values(), last));
      }
    }
    Prediction prediction = observations.predict(options.model(), values);
    return new Optimum(
        observations,
        options,
        values,
        free,
        false,
        Optional.empty(),
        prediction,
        chiSquare,
        staticChiSquare(),
        lowest.minimum,
        others,
        ends.size(),
        (int) ends.stream().filter(e -> e.minimum.cost() <= chiSquare + SAME * variance).count());
  }

  private ResidualFunction residuals(Coordinates coordinates) {
    ShiftModel model = options.model();
    return point -> {
      int n = observations.size();
      double[] residuals = new double[n];
      double[][] jacobian = new double[n][point.length];
      ParameterValues values = coordinates.values(point);
      if (!coordinates.contains(point) || observations.largestEta(values) > Rates.LARGEST_ETA) {
        Arrays.fill(residuals, Double.NaN);
        return new ResidualFunction.Evaluation(residuals, jacobian);
      }
      Prediction prediction = observations.predict(model, values);
      for (int i = 0; i < n; i++) {
        double sigma = observations.sigma(i);
        residuals[i] = observations.residual(i, values.referenceFrequency(), prediction.shift()[i]);
        for (int j = 0; j < point.length; j++) {
          int column = coordinates.free().get(j).column();
          jacobian[i][j] = prediction.jacobian()[i][column] * coordinates.factor(j, values) / sigma;
        }
      }
      return new ResidualFunction.Evaluation(residuals, jacobian);
    };
  }

  /** Spread of the measured frequencies [Hz]; 1 Hz if they are all the same. */
  private double frequencyScale() {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < observations.size(); i++) {
      low = Math.min(low, observations.frequency(i));
      high = Math.max(high, observations.frequency(i));
    }
    return high > low ? high - low : 1;
  }

  /** χ² of the best constant frequency. */
  private double staticChiSquare() {
    double sumW = 0;
    double sumWf = 0;
    double nominal = observations.medianFrequency();
    for (int i = 0; i < observations.size(); i++) {
      double w = 1 / (observations.sigma(i) * observations.sigma(i));
      sumW += w;
      sumWf += w * (observations.frequency(i) - nominal);
    }
    Double held = options.fixed().get(Parameter.REFERENCE_FREQUENCY);
    double constant = held == null ? nominal + sumWf / sumW : held;
    double chiSquare = 0;
    for (int i = 0; i < observations.size(); i++) {
      chiSquare += Math.pow(observations.residual(i, constant, 0), 2);
    }
    return chiSquare;
  }
}
