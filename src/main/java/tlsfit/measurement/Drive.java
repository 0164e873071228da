package tlsfit.measurement;

import java.util.OptionalDouble;
import tlsfit.model.Rates;

/** The microwave drive of the two-level systems: a field, or directly a Rabi frequency. */
public sealed interface Drive {

  /** The number of this drive: the field amplitude [V/m] or the Rabi frequency [1/s]. */
  double value();

  /**
   * A drive of the same kind with another number.
   *
   * @param value in the unit of {@link #value}, positive
   */
  Drive withValue(double value);

  /** The quantity that {@link #value} is: {@link Channel#AC_FIELD} or a Rabi frequency. */
  Channel channel();

  /** The field amplitude F_AC [V/m]; empty where only the Rabi frequency is known. */
  OptionalDouble field();

  /**
   * Maximum Rabi frequency Ω_R0 [1/s].
   *
   * @param dipoleMoment p [C m]; without effect where the Rabi frequency itself is known
   */
  double rabi(double dipoleMoment);

  /** Whether it is a field, so that the dipole moment and the calibration scale its effect. */
  default boolean isField() {
    return channel() == Channel.AC_FIELD;
  }

  /**
   * Amplitude of the microwave field in the dielectric.
   *
   * @param amplitude peak (not rms) amplitude F_AC [V/m], positive
   */
  record AcField(double amplitude) implements Drive {
    @Override
    public double value() {
      return amplitude;
    }

    @Override
    public Drive withValue(double value) {
      return new AcField(value);
    }

    @Override
    public Channel channel() {
      return Channel.AC_FIELD;
    }

    @Override
    public OptionalDouble field() {
      return OptionalDouble.of(amplitude);
    }

    @Override
    public double rabi(double dipoleMoment) {
      return Rates.rabi(dipoleMoment, amplitude);
    }
  }

  /**
   * Maximum Rabi frequency Ω_R0 = p F_AC/ħ, where it is known without the dipole moment.
   *
   * @param angularFrequency Ω_R0 [1/s], positive
   */
  record RabiFrequency(double angularFrequency) implements Drive {
    @Override
    public double value() {
      return angularFrequency;
    }

    @Override
    public Drive withValue(double value) {
      return new RabiFrequency(value);
    }

    @Override
    public Channel channel() {
      return Channel.RABI_FREQUENCY;
    }

    @Override
    public OptionalDouble field() {
      return OptionalDouble.empty();
    }

    @Override
    public double rabi(double dipoleMoment) {
      return angularFrequency;
    }
  }
}
