package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.setup.Noise;

/** Measurements of several tables, for tests. */
final class Tables {
  private Tables() {}

  /** The readings of a measurement in tables of these lengths, t1.csv, t2.csv, ... */
  static Measurement split(Measurement whole, int... lengths) {
    List<Reading> readings = whole.readings().toList();
    List<Sweep> sweeps = new ArrayList<>();
    int from = 0;
    for (int length : lengths) {
      String name = "t" + (sweeps.size() + 1) + ".csv";
      List<Reading> part = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        Reading r = readings.get(from + i);
        part.add(
            new Reading(
                r.drive(), r.biasRate(), r.frequency(), r.sigma(), new Origin(name, i + 2)));
      }
      sweeps.add(new Sweep(name, part));
      from += length;
    }
    return new Measurement(
        whole.sample(),
        sweeps,
        whole.permittivity(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Three sweeps of power and one of the bias as four tables, simulated. */
  static Measurement simulated(double sigma, long seed) {
    return simulated(Experiments.LOG, Experiments.TRUTH, sigma, true, seed);
  }

  /** The same design with readings of a model, and normal noise of σ [Hz]. */
  static Measurement simulated(
      ShiftModel model, ParameterValues truth, double sigma, boolean told, long seed) {
    var noise = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    List<Reading> plan = Experiments.joint().readings().toList();
    Prediction prediction =
        new Observations(Experiments.joint(), new Noise.FromScatter()).predict(model, truth);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      readings.add(
          new Reading(
              plan.get(i).drive(),
              plan.get(i).biasRate(),
              prediction.frequency(i) + sigma * noise.sample(),
              told ? OptionalDouble.of(sigma) : OptionalDouble.empty(),
              plan.get(i).origin()));
    }
    return split(Experiments.of(readings), 16, 16, 16, 20);
  }
}
