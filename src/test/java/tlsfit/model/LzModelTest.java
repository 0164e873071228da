package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LzModelTest {
  private static final LandauZenerIntegral INTEGRAL = new QuadratureIntegral();
  private static final ShiftModel MODEL = new LzModel(INTEGRAL);
  private static final ShiftModel DIRECT =
      new LzModel(INTEGRAL, new QuadratureConstant(), new QuadratureFiniteField());

  /** ω0/√v0, Ω_R0/√v0, K at η = 0: certified values of the project's theory. */
  @ParameterizedTest
  @CsvSource({
    "99.3459, 0.1, 0.01100",
    "99.3459, 0.3, 0.12358",
    "99.3459, 1, 0.82971",
    "99.3459, 3, 1.35620",
    "99.3459, 6, 1.33962",
    "99.3459, 12, 1.21207",
    "300, 3, 1.67302",
    "30, 2, 0.95407",
    "30, 6, 1.00911"
  })
  void shift(double w, double rabi, double k) {
    assertThat(MODEL.shift(rabi, 1, w, 0).value()).isCloseTo(k, within(6e-6));
    assertThat(DIRECT.shift(rabi, 1, w, 0).value())
        .isCloseTo(MODEL.shift(rabi, 1, w, 0).value(), within(1e-11));
  }

  /** ω0/√v0 and κ = Ω_R0/√v0 of the extremum: certified values of the project's theory. */
  @ParameterizedTest
  @CsvSource({
    "9.93459, 3.6892",
    "31.4159, 3.7487",
    "99.3459, 3.8835",
    "314.159, 4.0545",
    "993.459, 4.2452",
    "3141.59, 4.4439",
    "9934.59, 4.6433",
    "31415.9, 4.8396"
  })
  void extremum(double w, double kappa) {
    double low = 1;
    double high = 9;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      if (MODEL.shift(middle, 1, w, 0).byLnRabi() > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    assertThat(low).isCloseTo(kappa, within(6e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "1e8, 1e17, 3.3e5",
    "3e7, 1e14, 3e5",
    "1e9, 1e16, 1e7",
    "1e6, 1e12, 10",
    "2e9, 3e17, 1e9"
  })
  void derivatives(double rabi, double sweepRate, double rate) {
    double omega0 = 2 * Math.PI * 5e9;
    Shift shift = MODEL.shift(rabi, sweepRate, omega0, rate);
    double tolerance = 1e-7;
    assertThat(shift.byLnRabi())
        .isCloseTo(
            Differences.derivative(
                d -> MODEL.shift(rabi * Math.exp(d), sweepRate, omega0, rate).value(), 0, 0.05),
            within(tolerance));
    assertThat(shift.byLnSweepRate())
        .isCloseTo(
            Differences.derivative(
                d -> MODEL.shift(rabi, sweepRate * Math.exp(d), omega0, rate).value(), 0, 0.05),
            within(tolerance));
    assertThat(shift.byLnOmega0())
        .isCloseTo(
            Differences.derivative(
                d -> MODEL.shift(rabi, sweepRate, omega0 * Math.exp(d), rate).value(), 0, 0.05),
            within(tolerance));
    assertThat(rate * shift.byRelaxationRate())
        .isCloseTo(
            Differences.derivative(
                d -> MODEL.shift(rabi, sweepRate, omega0, rate * Math.exp(d)).value(), 0, 0.05),
            within(tolerance));
  }

  @Test
  void derivativeByRelaxationWithoutRelaxation() {
    double omega0 = 3e10;
    double sweepRate = 1e15;
    double rate = 1e-4 * sweepRate / omega0; // η = 1e-4
    double k0 = MODEL.shift(1e8, sweepRate, omega0, 0).value();
    double k1 = MODEL.shift(1e8, sweepRate, omega0, rate).value();
    double k2 = MODEL.shift(1e8, sweepRate, omega0, 2 * rate).value();
    assertThat(MODEL.shift(1e8, sweepRate, omega0, 0).byRelaxationRate() * rate)
        .isCloseTo((4 * k1 - 3 * k0 - k2) / 2, within(1e-9));
  }

  @Test
  void leadingLogarithmIsThatOfModelLog() {
    LogModel log = new LogModel(INTEGRAL);
    for (double rate : new double[] {0, 1e5, 1e9}) {
      assertThat(MODEL.shift(1e8, 1e15, 3e10, rate).logarithm())
          .isEqualTo(log.shift(1e8, 1e15, 3e10, rate).logarithm());
    }
    assertThat(MODEL.name()).isEqualTo("lz");
  }

  @Test
  void vanishesWithTheDrive() {
    assertThat(MODEL.shift(1e-180, 1e15, 3e10, 0).value()).isCloseTo(0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0",
    "1, 0, 1, 0",
    "1, 1, 0, 0",
    "1, 1, 1, -1",
    "NaN, 1, 1, 0",
    "1, 1, 1, NaN"
  })
  void refusesNonsense(double rabi, double sweepRate, double omega0, double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.shift(rabi, sweepRate, omega0, rate));
  }
}
