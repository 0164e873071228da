package tlsfit.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

/**
 * A response made so that two dipole moments fit equally well: with u = ln(p/5 D) and w = ln(F/1500
 * V/m), at the one bias rate of its {@link #measurement},
 *
 * <pre>   K = 2 + w + u² w²/10</pre>
 *
 * depends on u² alone. Without noise and relaxation, at u = ±1.
 */
public final class TwoFold implements ShiftModel {
  /** p of the middle [C m]. */
  public static final double MIDDLE = 5 * Constants.DEBYE;

  private static final double RATE = 3.2e10;
  private static final double MIDDLE_SWEEP = Rates.sweepRate(MIDDLE, RATE);
  private static final double FIELD = 1500;

  /** χ = 1.2e-4, u = 1, no relaxation, f_ref = 5 GHz. */
  public static final ParameterValues TRUTH = new ParameterValues(1.2e-4, MIDDLE * Math.E, 0, 5e9);

  /** Readings without noise. */
  public static Measurement measurement(double sigma) {
    List<Reading> readings = new ArrayList<>();
    Measurement design = Experiments.powerSweep(RATE, 16);
    Prediction exact =
        new Observations(design, new Noise.FromScatter()).predict(new TwoFold(), TRUTH);
    for (Reading reading : design.readings().toList()) {
      readings.add(
          new Reading(
              reading.drive(),
              reading.biasRate(),
              exact.frequency(readings.size()),
              OptionalDouble.of(sigma),
              reading.origin()));
    }
    return Experiments.of(readings);
  }

  /** How they are fitted. */
  public static FitOptions options() {
    return FitOptions.of(new TwoFold(), new Noise.Absolute()).withRelaxation(Relaxation.OFF);
  }

  @Override
  public String name() {
    return "two-fold";
  }

  @Override
  public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
    double u = Math.log(sweepRate / MIDDLE_SWEEP);
    double w = Math.log(rabi / Rates.rabi(MIDDLE, FIELD)) - u;
    double byW = 1 + u * u * w / 5;
    return new Shift(
        2 + w + u * u * w * w / 10, byW, u * w * w / 5 - byW, 0, 0, Math.log(omega0 / rabi));
  }
}
