package tlsfit.diagnosis;

import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.result.Finding;

/** The places of readings, for findings. */
final class Places {
  private Places() {}

  static Finding.Place of(Reading reading) {
    Origin origin = reading.origin();
    return new Finding.Place(origin.file(), origin.line());
  }

  /** The place of reading i of a fit. */
  static Finding.Place of(Fit fit, int i) {
    return of(fit.observations().readings().get(i));
  }

  /** The same with a number of its own. */
  static Finding.Place of(Fit fit, int i, double value) {
    Finding.Place place = of(fit, i);
    return new Finding.Place(place.file(), place.line(), value);
  }

  static List<Finding.Place> of(List<Reading> readings) {
    return readings.stream().map(Places::of).toList();
  }
}
