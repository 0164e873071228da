package tlsfit.measurement;

import java.util.OptionalDouble;
import tlsfit.model.Rates;

/** The rate of the bias: of its field, or directly of the energy of the two-level systems. */
public sealed interface BiasRate {

  /** The number of this rate: of the field [V/m/s] or of the energy over ħ [1/s²]. */
  double value();

  /**
   * A rate of the same kind with another number.
   *
   * @param value in the unit of {@link #value}, positive
   */
  BiasRate withValue(double value);

  /** The quantity that {@link #value} is: a field rate or an energy rate. */
  Channel channel();

  /** The rate of the bias field dF_DC/dt [V/m/s]; empty where only the energy rate is known. */
  OptionalDouble fieldRate();

  /**
   * Sweep rate v0 of the energy over ħ [1/s²].
   *
   * @param dipoleMoment p [C m]; without effect where the energy rate itself is known
   */
  double sweepRate(double dipoleMoment);

  /** Whether it is a field rate, so that the dipole moment and the calibration scale its effect. */
  default boolean isFieldRate() {
    return channel() == Channel.FIELD_RATE;
  }

  /**
   * Rate of the bias field in the dielectric.
   *
   * @param rate dF_DC/dt [V/m/s], its magnitude, positive
   */
  record FieldRate(double rate) implements BiasRate {
    @Override
    public double value() {
      return rate;
    }

    @Override
    public BiasRate withValue(double value) {
      return new FieldRate(value);
    }

    @Override
    public Channel channel() {
      return Channel.FIELD_RATE;
    }

    @Override
    public OptionalDouble fieldRate() {
      return OptionalDouble.of(rate);
    }

    @Override
    public double sweepRate(double dipoleMoment) {
      return Rates.sweepRate(dipoleMoment, rate);
    }
  }

  /**
   * Sweep rate v0 = 2 p (dF_DC/dt)/ħ of the energy over ħ, where it is known without the dipole
   * moment.
   *
   * @param rate v0 [1/s²], positive
   */
  record EnergyRate(double rate) implements BiasRate {
    @Override
    public double value() {
      return rate;
    }

    @Override
    public BiasRate withValue(double value) {
      return new EnergyRate(value);
    }

    @Override
    public Channel channel() {
      return Channel.ENERGY_RATE;
    }

    @Override
    public OptionalDouble fieldRate() {
      return OptionalDouble.empty();
    }

    @Override
    public double sweepRate(double dipoleMoment) {
      return rate;
    }
  }
}
