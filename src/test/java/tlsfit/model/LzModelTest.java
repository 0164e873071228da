package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LzModelTest {
  private static final LandauZenerIntegral INTEGRAL = new TabulatedIntegral();
  private static final ShiftModel MODEL = new LzModel(INTEGRAL);

  /** Without D, which the script that gave the extrema leaves out. */
  private static final ShiftModel WITHOUT_FINITE_FIELD =
      new LzModel(INTEGRAL, new TabulatedConstant(), (zeta, eta, out) -> Arrays.fill(out, 0));

  /**
   * ω0/√v0, κ = Ω_R0/√v0 of the extremum over Ω_R0 at η = 0 of S ln(ω0/√v0) + C, and that there: by
   * an independent script (adaptive quadrature). D moves it by 1 % at ω0/√v0 = 10, by 3e-4 at 100.
   */
  @ParameterizedTest
  @CsvSource({
    "9.93459, 2.4736, 0.46311",
    "31.4159, 2.8425, 0.81170",
    "99.3459, 3.1564, 1.16725",
    "314.159, 3.4350, 1.52734",
    "993.459, 3.6885, 1.89063",
    "3141.59, 3.9229, 2.25635",
    "9934.59, 4.1421, 2.62395",
    "31415.9, 4.3487, 2.99307"
  })
  void extremum(double w, double kappa, double k) {
    double found = Extremum.kappa(WITHOUT_FINITE_FIELD, w);
    assertThat(found).isCloseTo(kappa, within(6e-5));
    assertThat(WITHOUT_FINITE_FIELD.shift(found, 1, w, 0).value()).isCloseTo(k, within(6e-6));
    double whole = Extremum.kappa(MODEL, w);
    assertThat(whole).isBetween(found, found * (1 + 10 / (w * w) + 1e-6));
    assertThat(Extremum.kappa(new LogModel(INTEGRAL), w)).isLessThan(found);
  }

  /**
   * ω0/√v0, Ω_R0/√v0, η, K: a simulation of the whole ensemble by the Bloch equations, good to
   * 2e-4; the theory is good to 1e-3 of the largest shift here.
   */
  @ParameterizedTest
  @CsvSource({
    "100, 1, 0, 0.7399",
    "100, 1, 0.1, 0.7001",
    "100, 1, 1, 0.4436",
    "100, 1, 10, 0.0544",
    "100, 3, 0, 1.1687",
    "100, 3, 1, 0.7080",
    "100, 10, 0.1, 0.9112",
    "100, 10, 10, 0.1492",
    "300, 3, 0, 1.5079",
    "300, 3, 1, 0.8840",
    "300, 10, 1, 0.8403",
    "300, 10, 10, 0.1787"
  })
  void simulation(double w, double rabi, double eta, double k) {
    // η = ω0/(v0 T10), v0 = 1
    assertThat(MODEL.shift(rabi, 1, w, eta / w).value()).isCloseTo(k, within(1.3e-3));
  }

  @ParameterizedTest
  @CsvSource({"99.3459, 3, 0", "300, 1, 0.3"})
  void quadrature(double w, double rabi, double eta) {
    ShiftModel direct =
        new LzModel(
            new QuadratureIntegral(), new QuadratureConstant(), new QuadratureFiniteField());
    Shift exact = direct.shift(rabi, 1, w, eta / w);
    Shift fast = MODEL.shift(rabi, 1, w, eta / w);
    assertThat(fast.value()).isCloseTo(exact.value(), within(1e-9));
    assertThat(fast.byLnRabi()).isCloseTo(exact.byLnRabi(), within(1e-8));
    assertThat(fast.byLnSweepRate()).isCloseTo(exact.byLnSweepRate(), within(1e-8));
    assertThat(fast.byLnOmega0()).isCloseTo(exact.byLnOmega0(), within(1e-8));
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

  /**
   * The slope over 1/T10 grows as ln T10 without end where nothing relaxes; it is held at that of η
   * ~ 1e-9, which is finite, and K with a slower relaxation lies above the line.
   */
  @Test
  void derivativeByRelaxationWithoutRelaxation() {
    double omega0 = 3e10;
    double sweepRate = 1e15;
    double unit = sweepRate / omega0; // η = 1
    double slope = MODEL.shift(1e8, sweepRate, omega0, 0).byRelaxationRate() * unit;
    double k0 = MODEL.shift(1e8, sweepRate, omega0, 0).value();
    double k1 = MODEL.shift(1e8, sweepRate, omega0, 1e-12 * unit).value();
    double k2 = MODEL.shift(1e8, sweepRate, omega0, 1e-6 * unit).value();
    assertThat(k1 - k0).isCloseTo(slope * 1e-12, within(1e-14));
    assertThat(k2 - k0).isCloseTo(slope * 1e-6, within(5e-7)).isNotEqualTo(slope * 1e-6);
  }

  @Test
  void leadingLogarithmIsThatOfModelLog() {
    LogModel log = new LogModel(INTEGRAL);
    for (double rate : new double[] {0, 1e5, 1e9}) {
      assertThat(MODEL.shift(1e8, 1e15, 3e10, rate).logarithm())
          .isCloseTo(log.shift(1e8, 1e15, 3e10, rate).logarithm(), within(1e-14));
    }
    assertThat(MODEL.name()).isEqualTo("lz");
    assertThat(MODEL.edition()).isEqualTo(2);
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
