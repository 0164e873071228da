package tlsfit.planning;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Reading;
import tlsfit.model.Extremum;
import tlsfit.model.Parameter;
import tlsfit.result.Advice;
import tlsfit.units.Constants;

/**
 * The advice where no shift is seen: the place where it would be largest for an assumed dipole
 * moment, at one of the bias rates measured, and the χ from which on it would be seen there.
 */
final class ShiftNotSeen {
  /** Standard errors by which a shift must stand out to be seen. */
  private static final double SEEN = 5;

  private ShiftNotSeen() {}

  /**
   * The place nearest to what was measured.
   *
   * @param dipole assumed dipole moment [C m]
   * @param shiftSeen whether the fitted dipole moment means anything
   * @return empty where the theory has no extremum at any of the bias rates
   */
  static Optional<Advice> advice(Fit fit, MeasuredRange range, double dipole, boolean shiftSeen) {
    Set<BiasRate> rates = new LinkedHashSet<>();
    fit.observations().readings().forEach(reading -> rates.add(reading.biasRate()));
    double omega0 = 2 * Math.PI * fit.values().referenceFrequency();
    @Nullable Reading nearest = null;
    double distance = Double.POSITIVE_INFINITY;
    double height = 0;
    for (BiasRate rate : rates) {
      Reading there = withRate(fit, rate);
      double sweepRate = rate.sweepRate(dipole);
      OptionalDouble kappa =
          Extremum.findKappa(fit.options().model(), omega0 / Math.sqrt(sweepRate));
      if (kappa.isEmpty() || !there.drive().isField()) {
        continue;
      }
      double rabi = kappa.getAsDouble() * Math.sqrt(sweepRate);
      Reading point = withField(there, rabi * Constants.HBAR / dipole);
      double far = range.holds(point) ? 0 : Math.abs(range.powerChange(point));
      if (far < distance) {
        distance = far;
        nearest = point;
        height = fit.options().model().shift(rabi, sweepRate, omega0, 0).value();
      }
    }
    if (nearest == null) {
      return Optional.empty();
    }
    double sigma = fit.typicalSigma();
    // of a difference to as many readings elsewhere
    double error = sigma * Math.sqrt(2.0 / NextReadings.READINGS);
    double chi = SEEN * error / (height * fit.values().referenceFrequency());
    return Optional.of(
        AdvicePlace.of(nearest, dipole, range)
            .advice(
                Parameter.DIPOLE_MOMENT,
                Double.NaN,
                Double.NaN,
                0,
                dipole,
                chi,
                sigma,
                range.outside(nearest, shiftSeen ? fit.values().dipoleMoment() : Double.NaN)));
  }

  private static Reading withRate(Fit fit, BiasRate rate) {
    return fit.observations().readings().stream()
        .filter(reading -> reading.biasRate().equals(rate))
        .findFirst()
        .orElseThrow();
  }

  private static Reading withField(Reading reading, double field) {
    return new Reading(
        new Drive.AcField(field),
        reading.biasRate(),
        reading.frequency(),
        reading.sigma(),
        reading.origin());
  }
}
