package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.SlowColumns;
import tlsfit.statistics.WeightedLine;

/**
 * A null model of the readings, without physics: a straight line, or a step. Where one of them
 * explains the readings as well as the model, and with no more parameters, what the model makes of
 * its own parameters is arbitrary.
 *
 * <p>"As well" is judged by Akaike's criterion (IEEE Trans. Autom. Control 19, 716 (1974)), χ² + 2
 * k where σ is known, else n ln χ² + 2 k, k being the number of parameters: the model must be lower
 * by {@value #CLEARLY}, the difference from which on the other has "essentially no support"
 * (Burnham and Anderson, Model Selection and Multimodel Inference, 2nd edition, section 2.6).
 *
 * @param kind which curve
 * @param chiSquare sum of squared residuals, in units of σ, readings counting as in the fit
 * @param parameters number of its parameters, the place of a step being one
 */
record FeaturelessCurve(Kind kind, double chiSquare, int parameters) {
  /** The curves that are tried. */
  enum Kind {
    LINE_IN_POWER,
    LINE_IN_LOG_POWER,
    STEP_IN_FIELD,
    LINE_IN_LOG_RATE,
    LINE_IN_POWER_OVER_RATE,
    STEP_IN_RATE;

    /** The name in findings. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Difference of Akaike's criterion by which the model must be the better one. */
  static final double CLEARLY = 10;

  /** What a curve is drawn over, as far as it is the same for neighbouring readings. */
  private static final double SAME = 1e-9;

  /** All such curves of a fit that have no more parameters than it, the best one first. */
  static List<FeaturelessCurve> of(Fit fit) {
    Observations observations = fit.reweighted();
    double[][] slow = SlowColumns.of(observations, fit.options().slow());
    double p = fit.values().dipoleMoment();
    IntToDoubleFunction rabi = i -> observations.rabi(i, p);
    IntToDoubleFunction rate = i -> observations.sweepRate(i, p);
    List<FeaturelessCurve> curves = new ArrayList<>();
    if (varies(observations, rabi)) {
      add(curves, observations, slow, Kind.LINE_IN_POWER, i -> square(rabi.applyAsDouble(i)));
      add(curves, observations, slow, Kind.LINE_IN_LOG_POWER, i -> Math.log(rabi.applyAsDouble(i)));
      curves.add(step(observations, slow, Kind.STEP_IN_FIELD, rabi));
    }
    if (varies(observations, rate)) {
      add(curves, observations, slow, Kind.LINE_IN_LOG_RATE, i -> Math.log(rate.applyAsDouble(i)));
      add(
          curves,
          observations,
          slow,
          Kind.LINE_IN_POWER_OVER_RATE,
          i -> square(rabi.applyAsDouble(i)) / rate.applyAsDouble(i));
      curves.add(step(observations, slow, Kind.STEP_IN_RATE, rate));
    }
    return curves.stream()
        .filter(curve -> curve.parameters <= fit.free().size())
        .sorted((a, b) -> Double.compare(a.lead(fit), b.lead(fit)))
        .toList();
  }

  /** By how much the model's criterion is lower than this curve's. */
  double lead(Fit fit) {
    double ofFit =
        fit.sigmaKnowledge().known()
            ? chiSquare - fit.readingsChiSquare()
            : fit.observations().size() * Math.log(chiSquare / fit.readingsChiSquare());
    return ofFit + 2.0 * (parameters - fit.free().size());
  }

  /** Whether this curve explains the readings about as well as the model, or better. */
  boolean asGoodAs(Fit fit) {
    return lead(fit) < CLEARLY;
  }

  private static double square(double x) {
    return x * x;
  }

  private static boolean varies(Observations observations, IntToDoubleFunction x) {
    double first = x.applyAsDouble(0);
    for (int i = 1; i < observations.size(); i++) {
      if (Math.abs(x.applyAsDouble(i) / first - 1) > SAME) {
        return true;
      }
    }
    return false;
  }

  private static void add(
      List<FeaturelessCurve> curves,
      Observations observations,
      double[][] slow,
      Kind kind,
      IntToDoubleFunction x) {
    curves.add(new FeaturelessCurve(kind, lineChiSquare(observations, slow, x), 2));
  }

  /** χ² of the best line, with the slow changes that the fit has besides. */
  private static double lineChiSquare(
      Observations observations, double[][] slow, IntToDoubleFunction x) {
    int n = observations.size();
    double[] drawnOver = new double[n];
    double[] frequencies = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      drawnOver[i] = x.applyAsDouble(i);
      frequencies[i] = observations.frequency(i);
      weights[i] = 1 / (observations.sigma(i) * observations.sigma(i));
    }
    return slow.length == 0
        ? WeightedLine.of(drawnOver, frequencies, weights).chiSquare()
        : chiSquare(drawnOver, slow, frequencies, weights);
  }

  private static double chiSquare(
      double[] x, double[][] slow, double[] frequencies, double[] weights) {
    int n = x.length;
    double[][] columns = Arrays.copyOf(slow, slow.length + 2);
    columns[slow.length] = x;
    columns[slow.length + 1] = new double[n];
    Arrays.fill(columns[slow.length + 1], 1);
    double[] roots = new double[n];
    double[] above = new double[n];
    for (int i = 0; i < n; i++) {
      roots[i] = Math.sqrt(weights[i]);
      above[i] = frequencies[i] - frequencies[0];
    }
    double[] solved = SlowColumns.solve(columns, above, roots);
    double[] fitted = SlowColumns.sum(columns, Arrays.stream(solved).boxed().toList(), n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * (above[i] - fitted[i]) * (above[i] - fitted[i]);
    }
    return sum;
  }

  /** The best of the steps between neighbouring values. */
  private static FeaturelessCurve step(
      Observations observations, double[][] slow, Kind kind, IntToDoubleFunction x) {
    double[] places = new double[observations.size()];
    Arrays.setAll(places, x);
    Arrays.sort(places);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < places.length; i++) {
      if (places[i] / places[i - 1] - 1 > SAME) {
        double place = Math.sqrt(places[i] * places[i - 1]);
        lowest =
            Math.min(
                lowest, lineChiSquare(observations, slow, j -> x.applyAsDouble(j) > place ? 1 : 0));
      }
    }
    return new FeaturelessCurve(kind, lowest, 3);
  }
}
