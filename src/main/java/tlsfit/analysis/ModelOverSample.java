package tlsfit.analysis;

import java.util.List;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FittedReading;
import tlsfit.result.SweepCurve;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.SweepCurves;

/**
 * A model at given values of its parameters, beside the readings of a sample and along its sweeps.
 * Nothing is fitted.
 *
 * @param sample name of the sample
 * @param model name of the model
 * @param referenceFrequency f_ref [Hz]
 * @param sigmaKnown whether every reading has a σ; else each counts as if it had 1 Hz
 * @param readings with what the model says of them; their {@code fitted} is that, and they have no
 *     leverage
 * @param excluded readings that the sample file leaves out
 * @param curves along the sweeps, without bands
 */
public record ModelOverSample(
    String sample,
    String model,
    double referenceFrequency,
    boolean sigmaKnown,
    List<FittedReading> readings,
    List<ExcludedReading> excluded,
    List<SweepCurve> curves) {

  /** Copies the lists. */
  public ModelOverSample {
    readings = List.copyOf(readings);
    excluded = List.copyOf(excluded);
    curves = List.copyOf(curves);
  }

  /** Evaluates the model. */
  public static ModelOverSample of(
      Measurement measurement, ShiftModel model, ParameterValues values) {
    boolean known = measurement.readings().allMatch(reading -> reading.sigma().isPresent());
    Observations data =
        new Observations(measurement, known ? new Noise.Absolute() : new Noise.FromScatter());
    return new ModelOverSample(
        measurement.sample(),
        model.name(),
        values.referenceFrequency(),
        known,
        FittedReadings.of(data, model, values),
        FittedReadings.excluded(measurement, model, values),
        SweepCurves.of(measurement, model, values));
  }

  /** The sum of the squares of the residuals, in σ or in Hz. */
  public double sumOfSquares() {
    return readings.stream().mapToDouble(one -> one.residual() * one.residual()).sum();
  }

  /** The root mean square of the residuals [Hz], which stands for σ where none is known. */
  public double scatter() {
    return readings.stream()
        .mapToDouble(one -> Math.pow(one.residual() * one.sigmaInForce(), 2))
        .average()
        .stream()
        .map(Math::sqrt)
        .findFirst()
        .orElse(1);
  }
}
