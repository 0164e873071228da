package tlsfit.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Sweep;
import tlsfit.statistics.Distinct;

/**
 * The extremum of the shift over the microwave field, or over the bias rate, read off the data
 * without a model: the minimum of a cubic in the logarithm of what is swept through the readings
 * about the lowest one (the shift falls more slowly above it than below, so that a parabola would
 * be biased).
 *
 * @param sweep name of the sweep
 * @param fieldRate rate of the bias field [V/m/s] of these readings, or at the minimum
 * @param acField field F_AC [V/m] at the minimum, or of these readings
 * @param relativeError standard error of the logarithm of what is swept at the minimum, from the
 *     scatter about the cubic
 */
public record ExtremumReading(
    String sweep, double fieldRate, double acField, double relativeError) {

  /** Half-width of the readings used: a factor of 3 either way. */
  private static final double REACH = Math.log(3);

  private static final int FEWEST = 6;

  /** Standard error of the logarithm above which nothing was read. */
  private static final double WORST = 0.3;

  /** What is swept, the other being fixed. */
  private enum Axis {
    AC_FIELD,
    BIAS_RATE;

    private double[] swept(SurveyedReadings readings) {
      return this == AC_FIELD ? readings.drive() : readings.rate();
    }

    private double[] fixed(SurveyedReadings readings) {
      return this == AC_FIELD ? readings.rate() : readings.drive();
    }
  }

  /** The sharpest of the extrema that the sweeps over the field show; empty if none shows one. */
  public static Optional<ExtremumReading> of(Measurement measurement) {
    return of(measurement, SurveyedReadings.of(measurement));
  }

  /** The same with the readings of each sweep at hand. */
  static Optional<ExtremumReading> of(Measurement measurement, List<SurveyedReadings> tables) {
    return sharpest(measurement, tables, Axis.AC_FIELD);
  }

  /** The same over the bias rate, at one field each: the sign of relaxation. */
  public static Optional<ExtremumReading> overBiasRate(Measurement measurement) {
    return sharpest(measurement, SurveyedReadings.of(measurement), Axis.BIAS_RATE);
  }

  private static Optional<ExtremumReading> sharpest(
      Measurement measurement, List<SurveyedReadings> tables, Axis axis) {
    return IntStream.range(0, tables.size())
        .boxed()
        .flatMap(i -> of(measurement.sweeps().get(i), tables.get(i), axis).stream())
        .min(Comparator.comparingDouble(ExtremumReading::relativeError));
  }

  private static List<ExtremumReading> of(Sweep sweep, SurveyedReadings readings, Axis axis) {
    double[] fixed = axis.fixed(readings);
    Set<Double> frequent = Distinct.atLeast(fixed, FEWEST);
    Map<Double, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < readings.size() && !frequent.isEmpty(); i++) {
      boolean fields = readings.driveIsField()[i] && readings.rateIsField()[i];
      if (fields && frequent.contains(fixed[i])) {
        groups.computeIfAbsent(fixed[i], any -> new ArrayList<>()).add(i);
      }
    }
    List<ExtremumReading> found = new ArrayList<>();
    groups.forEach(
        (value, members) ->
            minimum(sweep.name(), axis, value, readings.some(members)).ifPresent(found::add));
    return found;
  }

  private static Optional<ExtremumReading> minimum(
      String sweep, Axis axis, double fixed, SurveyedReadings readings) {
    double[] lnSwept = Arrays.stream(axis.swept(readings)).map(Math::log).toArray();
    double[] frequency = readings.frequency();
    int lowestOne = 0;
    for (int i = 1; i < frequency.length; i++) {
      lowestOne = frequency[i] < frequency[lowestOne] ? i : lowestOne;
    }
    double centre = lnSwept[lowestOne];
    double[] distances = Arrays.stream(lnSwept).map(ln -> Math.abs(ln - centre)).sorted().toArray();
    if (distances.length < FEWEST) {
      return Optional.empty();
    }
    // Sparse sweeps: as far as it takes, but not to where a cubic no longer follows the curve.
    double reach = Math.min(Math.max(REACH, distances[FEWEST - 1]), 1.5 * REACH);
    int[] near =
        IntStream.range(0, lnSwept.length)
            .filter(i -> Math.abs(lnSwept[i] - centre) <= reach)
            .toArray();
    boolean bothSides =
        Arrays.stream(near).anyMatch(i -> lnSwept[i] < centre)
            && Arrays.stream(near).anyMatch(i -> lnSwept[i] > centre);
    if (near.length < FEWEST || !bothSides) {
      return Optional.empty();
    }
    double level = frequency[near[0]];
    double[] y = new double[near.length];
    double[][] x = new double[near.length][];
    for (int i = 0; i < y.length; i++) {
      double sigma = readings.sigma()[near[i]];
      double root = Double.isNaN(sigma) ? 1 : 1 / sigma; // root of the weight
      double t = lnSwept[near[i]] - centre;
      y[i] = (frequency[near[i]] - level) * root;
      x[i] = new double[] {root, t * root, t * t * root, t * t * t * root};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    try {
      regression.newSampleData(y, x);
      double[] b = regression.estimateRegressionParameters();
      double[][] covariance = regression.estimateRegressionParametersVariance();
      double noise = regression.estimateErrorVariance();
      boolean bends = b[2] > 3 * Math.sqrt(covariance[2][2] * noise);
      // Stationary point b1 + 2 b2 t + 3 b3 t² = 0, in the form that is a parabola's for b3 = 0.
      double discriminant = b[2] * b[2] - 3 * b[1] * b[3];
      if (!(bends && discriminant > 0)) {
        return Optional.empty();
      }
      double lowest = -b[1] / (b[2] + Math.sqrt(discriminant));
      double curvature = 2 * b[2] + 6 * b[3] * lowest;
      double[] gradient = {
        0, -1 / curvature, -2 * lowest / curvature, -3 * lowest * lowest / curvature
      }; // of the stationary point by b
      double variance = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          variance += gradient[i] * gradient[j] * covariance[i][j];
        }
      }
      double error = Math.sqrt(variance * noise);
      if (Math.abs(lowest) > reach || error > WORST) {
        return Optional.empty();
      }
      double swept = Math.exp(centre + lowest);
      return Optional.of(
          axis == Axis.AC_FIELD
              ? new ExtremumReading(sweep, fixed, swept, error)
              : new ExtremumReading(sweep, swept, fixed, error));
    } catch (SingularMatrixException e) {
      return Optional.empty(); // all at a few fields
    }
  }
}
