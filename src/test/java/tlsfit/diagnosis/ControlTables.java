package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fitter;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

/** Tables of known content, most of which hold no dipole moment, and how often one was reported. */
final class ControlTables {
  static final double SIGMA = 1000;
  static final double LARGEST_FIELD = 24_000; // of the power sweeps of Experiments [V/m]

  static final List<Noise> KINDS =
      List.of(new Noise.Absolute(), new Noise.Relative(), new Noise.FromScatter());

  static final Measurement POWER = Experiments.powerSweep(3.2e10, 30);
  static final Measurement BIAS = Experiments.biasSweep(1500, 30);
  static final List<Measurement> DESIGNS = List.of(POWER, BIAS, Experiments.joint());

  /** How often p was reported, of the tables in which a shift was seen and of all. */
  static final class Count {
    int tables;
    int seen;
    int reported;

    void add(Measurement measurement, Noise kind) {
      add(measurement, FitOptions.of(Experiments.LOG, kind));
    }

    void add(Measurement measurement, FitOptions options) {
      Diagnosis diagnosis = Diagnosis.of(Fitter.fit(measurement, options));
      tables++;
      seen += diagnosis.shiftSeen() ? 1 : 0;
      reported +=
          diagnosis.valid() && !diagnosis.undetermined().contains(Parameter.DIPOLE_MOMENT) ? 1 : 0;
    }
  }

  /** A standard normal number, or another noise, for one reading. */
  interface NoiseSource {
    double sample(Random random);
  }

  static Measurement table(
      Measurement design, ToDoubleFunction<Reading> shift, NoiseSource noise, Random random) {
    List<Reading> readings = new ArrayList<>();
    for (Reading reading : design.readings().toList()) {
      double frequency = 5e9 + shift.applyAsDouble(reading) + SIGMA * noise.sample(random);
      readings.add(with(reading, frequency));
    }
    return Experiments.of(readings);
  }

  static Reading with(Reading reading, double frequency) {
    return new Reading(
        reading.drive(), reading.biasRate(), frequency, OptionalDouble.of(SIGMA), reading.origin());
  }

  static double field(Reading reading) {
    return ((Drive.AcField) reading.drive()).amplitude();
  }

  static double rate(Reading reading) {
    return ((BiasRate.FieldRate) reading.biasRate()).rate();
  }

  private ControlTables() {}
}
