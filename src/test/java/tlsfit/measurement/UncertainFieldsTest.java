package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/**
 * The terms of a calibration against difference quotients of the conversions themselves: each
 * number of the instrument is moved, one at a time, and ln F_AC and ln dF_DC/dt of {@link Channel}
 * watched.
 */
class UncertainFieldsTest {
  private static final double RELATIVE = 0.03;
  private static final double FREQUENCY = 5e9;

  /** The numbers in the order of {@link #calibration}. */
  private static final List<String> NAMES =
      List.of(
          "frequency",
          "gap",
          "capacitance",
          "loaded-q",
          "coupling-q",
          "attenuation",
          "field-per-sqrt-photon",
          "field-per-sqrt-watt",
          "bias-fraction");

  private static final double[] VALUES = {
    FREQUENCY, 50e-9, 0.35e-12, 2400, 3000, Math.pow(10, 7.8), 12, 3e9, 0.5
  };

  private static Optional<Quantity> quantity(double value, Dimension dimension, boolean there) {
    return there ? Optional.of(new Quantity(value, RELATIVE * value, dimension)) : Optional.empty();
  }

  private static Calibration calibration(double[] v, boolean perPhoton, boolean perWatt) {
    return new Calibration(
        new Resonator(
            quantity(v[0], Dimension.FREQUENCY, true),
            quantity(v[1], Dimension.LENGTH, true),
            quantity(v[2], Dimension.CAPACITANCE, true),
            Optional.of(new Quantity(10, 1, Dimension.NUMBER)),
            Optional.of(Coupling.NOTCH),
            quantity(v[3], Dimension.NUMBER, true),
            quantity(v[4], Dimension.NUMBER, true),
            Optional.empty()),
        quantity(v[5], Dimension.NUMBER, true),
        quantity(v[6], Dimension.FIELD, perPhoton),
        quantity(v[7], Dimension.FIELD, perWatt),
        quantity(v[8], Dimension.NUMBER, true));
  }

  static Stream<Arguments> ways() {
    return Stream.of(Channel.AC_FIELD, Channel.RABI_FREQUENCY, Channel.PHOTONS, Channel.POWER)
        .flatMap(
            drive ->
                Stream.of(Channel.FIELD_RATE, Channel.VOLTAGE_RATE, Channel.ENERGY_RATE)
                    .flatMap(
                        bias ->
                            Stream.of(0, 1, 2, 3)
                                .map(way -> Arguments.of(drive, bias, way % 2 == 1, way > 1))));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void termsAreDerivativesOfTheFields(
      Channel drive, Channel bias, boolean perPhoton, boolean perWatt) {
    for (boolean measured : new boolean[] {false, true}) {
      OptionalDouble q = measured ? OptionalDouble.of(1800) : OptionalDouble.empty();
      Map<String, double[]> expected = new TreeMap<>();
      for (int k = 0; k < VALUES.length; k++) {
        int number = k;
        ToDoubleFunction<Double> field =
            by -> {
              double[] v = VALUES.clone();
              v[number] *= Math.exp(by);
              Calibration moved = calibration(v, perPhoton, perWatt);
              return Math.log(drive.drive(1e-4, moved, q, v[0]).value());
            };
        ToDoubleFunction<Double> rate =
            by -> {
              double[] v = VALUES.clone();
              v[number] *= Math.exp(by);
              return Math.log(bias.biasRate(1e4, calibration(v, perPhoton, perWatt)).value());
            };
        double[] slopes = {
          (field.applyAsDouble(0.5) - field.applyAsDouble(-0.5)) * RELATIVE,
          (rate.applyAsDouble(0.5) - rate.applyAsDouble(-0.5)) * RELATIVE
        };
        if (Math.abs(slopes[0]) + Math.abs(slopes[1]) > 1e-9) {
          expected.put(NAMES.get(k), slopes);
        }
      }
      List<CalibrationTerm> terms =
          calibration(VALUES, perPhoton, perWatt).terms(drive, measured, bias);
      assertThat(terms)
          .extracting(term -> term.source().substring(0, term.source().indexOf(' ')))
          .containsExactlyInAnyOrderElementsOf(expected.keySet());
      for (CalibrationTerm term : terms) {
        String name = term.source().substring(0, term.source().indexOf(' '));
        double[] slopes = Objects.requireNonNull(expected.get(name));
        assertThat(term.acField()).as(term.source()).isCloseTo(slopes[0], within(1e-12));
        assertThat(term.biasRate()).as(term.source()).isCloseTo(slopes[1], within(1e-12));
      }
    }
  }

  /** What is exactly known is no term, and no term has a negative zero that a file would show. */
  @Test
  void exactNumbersAreNoTerms() {
    Calibration exact =
        new Calibration(
            Resonator.UNKNOWN,
            Optional.of(Quantity.parse("78 dB", Unit.DECIBEL)),
            Optional.empty(),
            Optional.of(Quantity.parse("3e9 V/m", Dimension.FIELD)),
            Optional.empty());
    assertThat(exact.terms(Channel.POWER, false, Channel.FIELD_RATE)).isEmpty();
    for (CalibrationTerm term :
        calibration(VALUES, false, false).terms(Channel.POWER, false, Channel.VOLTAGE_RATE)) {
      assertThat(Double.doubleToRawLongBits(term.acField()))
          .isNotEqualTo(Double.doubleToRawLongBits(-0.0));
      assertThat(Double.doubleToRawLongBits(term.biasRate()))
          .isNotEqualTo(Double.doubleToRawLongBits(-0.0));
    }
  }

  /** ±1 dB of attenuation is a dipole moment known to ±23 % (theory, section 10): p ∝ 1/F_AC². */
  @Test
  void oneDecibelIsAQuarterOfTheDipoleMoment() {
    Calibration calibration =
        new Calibration(
            Resonator.UNKNOWN,
            Optional.of(Quantity.parse("78 dB +- 1 dB", Unit.DECIBEL)),
            Optional.empty(),
            Optional.of(Quantity.parse("3e9 V/m", Dimension.FIELD)),
            Optional.empty());
    CalibrationTerm term = calibration.terms(Channel.POWER, false, Channel.FIELD_RATE).get(0);
    // ln 10/10 = 0.2302585092994046
    assertThat(-2 * term.acField()).isCloseTo(0.2302585092994046, within(1e-12));
  }
}
