package tlsfit.setup;

import java.util.List;
import java.util.OptionalDouble;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;

/** Small measurements, of which a setup looks at σ and the calibration only. */
final class Measurements {
  static final CalibrationTerm ATTENUATION =
      new CalibrationTerm("attenuation 78 dB ± 1 dB", 0.115, 0);

  private Measurements() {}

  /** A table with two readings; those without σ have NaN here [Hz]. */
  static Sweep table(String name, double first, double second) {
    return new Sweep(name, List.of(reading(name, first, 2), reading(name, second, 3)));
  }

  private static Reading reading(String name, double sigma, int line) {
    return new Reading(
        new Drive.AcField(100),
        new BiasRate.FieldRate(1e10),
        5e9,
        Double.isNaN(sigma) ? OptionalDouble.empty() : OptionalDouble.of(sigma),
        new Origin(name, line));
  }

  static Measurement of(Sweep... tables) {
    return new Measurement(
        "test",
        List.of(tables),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(ATTENUATION),
        List.of(),
        List.of());
  }
}
