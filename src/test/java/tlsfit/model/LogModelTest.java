package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogModelTest {
  private static final double OMEGA0 = 2 * Math.PI * 5e9;
  private final ShiftModel model = new LogModel(new TabulatedIntegral());

  // S·L as tabulated beside the Bloch-equation simulation in the project's theory, to 5 digits, at
  // ω0/√v0 and Ω_R0/√v0 without relaxation; computed there by another program.
  @ParameterizedTest
  @CsvSource({
    "99.3459, 0.1, 0.02396",
    "99.3459, 1, 0.76910",
    "99.3459, 6, 0.86700",
    "300, 3, 1.33341",
    "30, 6, 0.47564",
  })
  void agreesWithTabulatedValues(double omega, double rabi, double expected) {
    assertThat(model.shift(rabi, 1, omega, 0).value()).isCloseTo(expected, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource({"1e8, 1e17, 3e5", "3e7, 1e16, 3e5", "1e9, 1e15, 1e6", "2e6, 1e13, 100"})
  void derivativesAreExact(double rabi, double sweepRate, double rate) {
    Shift shift = model.shift(rabi, sweepRate, OMEGA0, rate);
    double h = 0.02;
    assertThat(shift.byLnRabi())
        .isCloseTo(
            Differences.derivative(
                t -> model.shift(rabi * Math.exp(t), sweepRate, OMEGA0, rate).value(), 0, h),
            within(1e-9));
    assertThat(shift.byLnSweepRate())
        .isCloseTo(
            Differences.derivative(
                t -> model.shift(rabi, sweepRate * Math.exp(t), OMEGA0, rate).value(), 0, h),
            within(1e-9));
    assertThat(shift.byLnOmega0())
        .isCloseTo(
            Differences.derivative(
                t -> model.shift(rabi, sweepRate, OMEGA0 * Math.exp(t), rate).value(), 0, h),
            within(1e-9));
    assertThat(shift.byRelaxationRate() * rate)
        .isCloseTo(
            Differences.derivative(
                t -> model.shift(rabi, sweepRate, OMEGA0, rate * Math.exp(t)).value(), 0, h),
            within(1e-9));
  }

  @Test
  void noRelaxationIsAnOrdinaryPoint() {
    Shift none = model.shift(1e8, 1e16, OMEGA0, 0);
    double rate = 1; // η = 3e-6
    double slope = (model.shift(1e8, 1e16, OMEGA0, rate).value() - none.value()) / rate;
    assertThat(none.byRelaxationRate()).isCloseTo(slope, within(1e-4 * Math.abs(slope)));
  }

  // The extremum over the sweep rate of section IV.A at Ω_R0 = 1e8 s⁻¹, ω0 = 2π·5 GHz, T10 = 3 µs:
  // v0 = 1.220956e16 s⁻² by scipy 1.x (minimize_scalar over a tanh-sinh quadrature of its own).
  @Test
  void extremumOverTheSweepRate() {
    double slope = 0;
    double low = 0;
    for (double v0 = 1e15; v0 < 1e17; v0 *= 1.0005) {
      double next = model.shift(1e8, v0, OMEGA0, 1 / 3e-6).byLnSweepRate();
      if (slope > 0 && next <= 0) {
        low = v0;
      }
      slope = next;
    }
    assertThat(low).isCloseTo(1.220956e16, within(0.0007e16));
  }

  @Test
  void tellsWhereTheTheoryEnds() {
    assertThat(model.shift(1e8, 1e16, OMEGA0, 0).validity()).isEqualTo(Validity.VALID);
    assertThat(model.shift(1.5e10, 1e16, OMEGA0, 0).validity()).isEqualTo(Validity.DOUBTFUL);
    assertThat(model.shift(1e11, 1e16, OMEGA0, 0).validity()).isEqualTo(Validity.OUTSIDE);
  }

  @Test
  void refusesRatesThatAreNotPositive() {
    assertThatThrownBy(() -> model.shift(0, 1e16, OMEGA0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.shift(1e8, 1e16, OMEGA0, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
