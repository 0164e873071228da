package tlsfit.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
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

    private double lnSwept(Reading reading) {
      return Math.log(this == AC_FIELD ? reading.drive().value() : reading.biasRate().value());
    }

    private double fixed(Reading reading) {
      return this == AC_FIELD ? reading.biasRate().value() : reading.drive().value();
    }
  }

  /** The sharpest of the extrema that the sweeps over the field show; empty if none shows one. */
  public static Optional<ExtremumReading> of(Measurement measurement) {
    return sharpest(measurement, Axis.AC_FIELD);
  }

  /** The same over the bias rate, at one field each: the sign of relaxation. */
  public static Optional<ExtremumReading> overBiasRate(Measurement measurement) {
    return sharpest(measurement, Axis.BIAS_RATE);
  }

  private static Optional<ExtremumReading> sharpest(Measurement measurement, Axis axis) {
    return measurement.sweeps().stream()
        .flatMap(sweep -> of(sweep, axis).stream())
        .min(Comparator.comparingDouble(ExtremumReading::relativeError));
  }

  private static List<ExtremumReading> of(Sweep sweep, Axis axis) {
    Map<Double, List<Reading>> groups = new LinkedHashMap<>();
    Set<Double> frequent = frequent(sweep, axis);
    for (Reading reading : sweep.readings()) {
      if (reading.drive().isField()
          && reading.biasRate().isFieldRate()
          && frequent.contains(axis.fixed(reading))) {
        groups.computeIfAbsent(axis.fixed(reading), fixed -> new ArrayList<>()).add(reading);
      }
    }
    List<ExtremumReading> found = new ArrayList<>();
    groups.forEach(
        (fixed, readings) -> minimum(sweep.name(), axis, fixed, readings).ifPresent(found::add));
    return found;
  }

  // of a million readings at as many rates none is a sweep over the field
  private static Set<Double> frequent(Sweep sweep, Axis axis) {
    double[] sorted = sweep.readings().stream().mapToDouble(axis::fixed).toArray();
    Set<Double> frequent = new HashSet<>();
    if (Distinct.count(sorted) > sorted.length - FEWEST + 1) {
      return frequent;
    }
    Arrays.sort(sorted);
    for (int i = FEWEST - 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - FEWEST + 1]) {
        frequent.add(sorted[i]);
      }
    }
    return frequent;
  }

  private static Optional<ExtremumReading> minimum(
      String sweep, Axis axis, double fixed, List<Reading> readings) {
    double centre =
        readings.stream()
            .min(Comparator.comparingDouble(Reading::frequency))
            .map(axis::lnSwept)
            .orElseThrow();
    double[] distances =
        readings.stream().mapToDouble(r -> Math.abs(axis.lnSwept(r) - centre)).sorted().toArray();
    if (distances.length < FEWEST) {
      return Optional.empty();
    }
    // Sparse sweeps: as far as it takes, but not to where a cubic no longer follows the curve.
    double reach = Math.min(Math.max(REACH, distances[FEWEST - 1]), 1.5 * REACH);
    List<Reading> near =
        readings.stream().filter(r -> Math.abs(axis.lnSwept(r) - centre) <= reach).toList();
    boolean bothSides =
        near.stream().anyMatch(r -> axis.lnSwept(r) < centre)
            && near.stream().anyMatch(r -> axis.lnSwept(r) > centre);
    if (near.size() < FEWEST || !bothSides) {
      return Optional.empty();
    }
    double level = near.get(0).frequency();
    double[] y = new double[near.size()];
    double[][] x = new double[near.size()][];
    for (int i = 0; i < y.length; i++) {
      double root = 1 / near.get(i).sigma().orElse(1); // root of the weight
      double t = axis.lnSwept(near.get(i)) - centre;
      y[i] = (near.get(i).frequency() - level) * root;
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
