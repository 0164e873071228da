package tlsfit.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;

/**
 * Where the frequency is lowest over the microwave field, read off the data without a model: the
 * vertex of a parabola in ln F_AC through the readings about the lowest one.
 *
 * @param sweep name of the sweep
 * @param fieldRate rate of the bias field [V/m/s] of these readings
 * @param acField field F_AC* [V/m] at the vertex
 * @param relativeError standard error of ln F_AC*, from the scatter about the parabola
 */
public record ExtremumReading(
    String sweep, double fieldRate, double acField, double relativeError) {

  /** Half-width of the readings used, in ln F_AC: a factor of 2.5 either way. */
  private static final double REACH = Math.log(2.5);

  private static final int FEWEST = 5;

  /** The sharpest of the extrema that the sweeps over the field show; empty if none shows one. */
  public static Optional<ExtremumReading> of(Measurement measurement) {
    return measurement.sweeps().stream()
        .flatMap(sweep -> of(sweep).stream())
        .min(Comparator.comparingDouble(ExtremumReading::relativeError));
  }

  private static List<ExtremumReading> of(Sweep sweep) {
    Map<Double, List<Reading>> byRate = new LinkedHashMap<>();
    for (Reading reading : sweep.readings()) {
      if (reading.drive() instanceof Drive.AcField
          && reading.biasRate() instanceof BiasRate.FieldRate rate) {
        byRate.computeIfAbsent(rate.rate(), r -> new ArrayList<>()).add(reading);
      }
    }
    List<ExtremumReading> found = new ArrayList<>();
    byRate.forEach((rate, readings) -> vertex(sweep.name(), rate, readings).ifPresent(found::add));
    return found;
  }

  private static Optional<ExtremumReading> vertex(
      String sweep, double rate, List<Reading> readings) {
    double centre =
        readings.stream()
            .min(Comparator.comparingDouble(Reading::frequency))
            .map(ExtremumReading::lnField)
            .orElseThrow();
    List<Reading> near =
        readings.stream().filter(r -> Math.abs(lnField(r) - centre) <= REACH).toList();
    boolean bothSides =
        near.stream().anyMatch(r -> lnField(r) < centre)
            && near.stream().anyMatch(r -> lnField(r) > centre);
    if (near.size() < FEWEST || !bothSides) {
      return Optional.empty();
    }
    double level = near.get(0).frequency();
    double[] y = new double[near.size()];
    double[][] x = new double[near.size()][];
    for (int i = 0; i < y.length; i++) {
      double root = 1 / near.get(i).sigma().orElse(1); // root of the weight
      double t = lnField(near.get(i)) - centre;
      y[i] = (near.get(i).frequency() - level) * root;
      x[i] = new double[] {root, t * root, t * t * root};
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    try {
      regression.newSampleData(y, x);
      double[] b = regression.estimateRegressionParameters();
      double[][] covariance = regression.estimateRegressionParametersVariance();
      double variance = regression.estimateErrorVariance();
      double vertex = -b[1] / (2 * b[2]);
      boolean bends = b[2] > 3 * Math.sqrt(covariance[2][2] * variance);
      if (!bends || Math.abs(vertex) > REACH) {
        return Optional.empty();
      }
      // vertex t* = −b1/(2 b2): ∂t*/∂b1 = −1/(2 b2), ∂t*/∂b2 = −t*/b2
      double by1 = -1 / (2 * b[2]);
      double by2 = -vertex / b[2];
      double error =
          by1 * by1 * covariance[1][1]
              + 2 * by1 * by2 * covariance[1][2]
              + by2 * by2 * covariance[2][2];
      return Optional.of(
          new ExtremumReading(sweep, rate, Math.exp(centre + vertex), Math.sqrt(error * variance)));
    } catch (SingularMatrixException e) {
      return Optional.empty(); // all at one or two fields
    }
  }

  private static double lnField(Reading reading) {
    return Math.log(((Drive.AcField) reading.drive()).amplitude());
  }
}
