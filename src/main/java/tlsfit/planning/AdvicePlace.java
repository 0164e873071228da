package tlsfit.planning;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Advice;

/**
 * The point at which an advice is to measure.
 *
 * @param point drive and bias rate there
 * @param rabi Ω_R0 there [1/s] at the dipole moment that is assumed
 * @param sweepRate v0 there [1/s²] likewise
 * @param powerChange change of the power from the highest one measured [dB]
 * @param source the setting of the instruments there
 */
record AdvicePlace(
    Reading point, double rabi, double sweepRate, double powerChange, Advice.Source source) {

  /** The place of a point at a dipole moment [C m]. */
  static AdvicePlace of(Reading point, double dipole, MeasuredRange range) {
    return new AdvicePlace(
        point,
        point.drive().rabi(dipole),
        point.biasRate().sweepRate(dipole),
        range.powerChange(point),
        range.source(point));
  }

  /** The advice to measure here; numbers that are not finite are left out. */
  Advice advice(
      Parameter parameter,
      double before,
      double after,
      double relaxationRate,
      @Nullable Double dipoleMoment,
      @Nullable Double smallestChi,
      double noise,
      List<Advice.Outside> outside) {
    return new Advice(
        parameter.key(),
        orNull(point.drive().field()),
        orNull(point.biasRate().fieldRate()),
        rabi,
        sweepRate,
        powerChange,
        NextReadings.READINGS,
        Double.isFinite(before) ? before : null,
        Double.isFinite(after) ? after : null,
        relaxationRate,
        dipoleMoment,
        smallestChi,
        noise,
        outside,
        source);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
