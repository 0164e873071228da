package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.setup.Noise;

/**
 * A curve without physics beside the model: a straight line, or a step. Where one of them explains
 * the readings as well as the model, and with no more parameters, what the model makes of its own
 * parameters is arbitrary.
 *
 * <p>"As well" is judged by Akaike's criterion (IEEE Trans. Autom. Control 19, 716 (1974)), χ² + 2
 * k where σ is known, else n ln χ² + 2 k, k being the number of parameters: the model must be lower
 * by {@value #CLEARLY}, the difference from which on the other has "essentially no support"
 * (Burnham and Anderson, Model Selection and Multimodel Inference, 2nd edition, section 2.6).
 *
 * @param name the curve in words, as in "a straight line in power"
 * @param chiSquare sum of squared residuals, in units of σ, readings counting as in the fit
 * @param parameters number of its parameters, the place of a step being one
 */
record FeaturelessCurve(String name, double chiSquare, int parameters) {
  /** Difference of Akaike's criterion by which the model must be the better one. */
  static final double CLEARLY = 10;

  /** What a curve is drawn over, as far as it is the same for neighbouring readings. */
  private static final double SAME = 1e-9;

  /** All rivals of a fit that have no more parameters than it, the best one first. */
  static List<FeaturelessCurve> of(Fit fit) {
    Observations observations = fit.reweighted();
    double p = fit.values().dipoleMoment();
    IntToDoubleFunction rabi = i -> observations.rabi(i, p);
    IntToDoubleFunction rate = i -> observations.sweepRate(i, p);
    List<FeaturelessCurve> rivals = new ArrayList<>();
    if (varies(observations, rabi)) {
      add(rivals, observations, "a straight line in power", i -> square(rabi.applyAsDouble(i)));
      add(
          rivals,
          observations,
          "a straight line in the logarithm of the power",
          i -> Math.log(rabi.applyAsDouble(i)));
      rivals.add(step(observations, "a step at one microwave field", rabi));
    }
    if (varies(observations, rate)) {
      add(
          rivals,
          observations,
          "a straight line in the logarithm of the bias rate",
          i -> Math.log(rate.applyAsDouble(i)));
      add(
          rivals,
          observations,
          "a straight line in power over bias rate",
          i -> square(rabi.applyAsDouble(i)) / rate.applyAsDouble(i));
      rivals.add(step(observations, "a step at one bias rate", rate));
    }
    return rivals.stream()
        .filter(rival -> rival.parameters <= fit.free().size())
        .sorted((a, b) -> Double.compare(a.lead(fit), b.lead(fit)))
        .toList();
  }

  /** By how much the model's criterion is lower than this curve's. */
  double lead(Fit fit) {
    double ofFit =
        fit.options().noise() instanceof Noise.Absolute
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
      List<FeaturelessCurve> rivals,
      Observations observations,
      String name,
      IntToDoubleFunction x) {
    rivals.add(new FeaturelessCurve(name, new StraightLine(observations, x).chiSquare(), 2));
  }

  /** The best of the steps between neighbouring values. */
  private static FeaturelessCurve step(
      Observations observations, String name, IntToDoubleFunction x) {
    double[] places = new double[observations.size()];
    Arrays.setAll(places, x);
    Arrays.sort(places);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < places.length; i++) {
      if (places[i] / places[i - 1] - 1 > SAME) {
        double place = Math.sqrt(places[i] * places[i - 1]);
        lowest =
            Math.min(
                lowest,
                new StraightLine(observations, j -> x.applyAsDouble(j) > place ? 1 : 0)
                    .chiSquare());
      }
    }
    return new FeaturelessCurve(name, lowest, 3);
  }

  /** What was found, for a verdict. */
  String text(Fit fit) {
    return String.format(
        Locale.ROOT,
        "%s explains the readings %s (chi-square %.4g, that of the model %.4g)",
        name,
        lead(fit) < 0 ? "better" : "as well",
        chiSquare,
        fit.readingsChiSquare());
  }
}
