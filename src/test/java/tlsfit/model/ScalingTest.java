package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What dimensional analysis and the limits of the theory say of every model, whatever its formula:
 * K is a pure number, so that it depends on ratios of rates alone.
 */
class ScalingTest {
  private static final LandauZenerIntegral INTEGRAL = new TabulatedIntegral();
  private static final ShiftModel LOG = new LogModel(INTEGRAL);

  static Stream<ShiftModel> models() {
    ShiftModel lz = new LzModel(INTEGRAL);
    FieldDistribution powerLaw = new PowerLawField(2.5, 10, FieldWeight.ENERGY);
    FieldDistribution table =
        new FieldTable(
            List.of(new FieldTable.Entry(1, 3), new FieldTable.Entry(4, 1)), FieldWeight.VOLUME);
    return Stream.of(
        LOG,
        LOG.withCutOff(1.7).orElseThrow(),
        lz,
        new DistributedModel(LOG, 0.4, new UniformField()),
        new DistributedModel(LOG, 0, powerLaw),
        new DistributedModel(lz, 0.3, table));
  }

  /** Rates in another unit of time: Ω, ω0 and 1/T10 scale with λ, v0 with λ². */
  @ParameterizedTest
  @MethodSource("models")
  void anotherUnitOfTimeChangesNothing(ShiftModel model) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      double rabi = Math.exp(random.nextDouble(-3, 2));
      double omega0 = Math.exp(random.nextDouble(4, 8));
      double rate = i % 4 == 0 ? 0 : Math.exp(random.nextDouble(-6, 4)) / omega0;
      double unit = Math.exp(random.nextDouble(-20, 20));
      Shift inOne = model.shift(rabi, 1, omega0, rate);
      Shift inOther = model.shift(unit * rabi, unit * unit, unit * omega0, unit * rate);
      double tolerance = 1e-11 * Math.max(1, Math.abs(inOne.value()));
      assertThat(inOther.value()).isCloseTo(inOne.value(), within(tolerance));
      assertThat(inOther.byLnRabi()).isCloseTo(inOne.byLnRabi(), within(1e-8));
      assertThat(inOther.byLnSweepRate()).isCloseTo(inOne.byLnSweepRate(), within(1e-8));
      assertThat(inOther.logarithm()).isCloseTo(inOne.logarithm(), within(1e-12));
    }
  }

  /** Euler's theorem for a function of degree 0 in (Ω, √v0, ω0, 1/T10). */
  @ParameterizedTest
  @MethodSource("models")
  void derivativesAddUpToNothing(ShiftModel model) {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      double rabi = Math.exp(random.nextDouble(-3, 2));
      double omega0 = Math.exp(random.nextDouble(4, 8));
      double rate = i % 4 == 0 ? 0 : Math.exp(random.nextDouble(-6, 4)) / omega0;
      Shift shift = model.shift(rabi, 1, omega0, rate);
      double sum =
          shift.byLnRabi()
              + 2 * shift.byLnSweepRate()
              + shift.byLnOmega0()
              + rate * shift.byRelaxationRate();
      assertThat(sum).isCloseTo(0, within(1e-11 * Math.max(1, Math.abs(shift.value()))));
    }
  }

  /** The shift vanishes with the drive, as fast as its square for one field and no edge of D. */
  @Test
  void weakDrivesShiftInProportionToTheirPower() {
    for (double omega0 : new double[] {30, 1e3, 1e5}) {
      Shift shift = LOG.shift(1e-4, 1, omega0, 0);
      // (ln 2/2) ξ ln(ω0/√v0) up to Ω_R0/√v0 = 1e-4 in L
      double xi = Rates.xi(1e-4, 1);
      assertThat(shift.value() / (0.5 * Math.log(2) * xi * Math.log(omega0)))
          .isCloseTo(1, within(1e-4));
      assertThat(shift.byLnRabi() / shift.value()).isCloseTo(2, within(1e-4));
    }
  }

  /** Slow sweeps: all systems follow, S = 1/3, and the cut-off is the Rabi frequency. */
  @Test
  void slowSweepsShiftByAThirdOfTheLogarithm() {
    Shift shift = LOG.shift(1, 1e-14, 100, 0);
    assertThat(shift.value()).isCloseTo(Math.log(100) / 3, within(1e-6));
    assertThat(shift.byLnRabi()).isCloseTo(-1 / 3.0, within(1e-6));
    assertThat(shift.byLnOmega0()).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(shift.byLnSweepRate()).isCloseTo(0, within(1e-6));
  }

  /** Fast relaxation of systems that all follow: S = 1/(4η), and Ω/√(1+η) is the cut-off. */
  @Test
  void fastRelaxationLeavesAQuarterOverEta() {
    double sweepRate = 1e-16;
    double omega0 = 1e3;
    double eta = 1e6;
    double rate = eta * sweepRate / omega0;
    double cutOff = 1 / Math.sqrt(1 + eta) + Math.sqrt(sweepRate);
    Shift shift = LOG.shift(1, sweepRate, omega0, rate);
    assertThat(shift.logarithm()).isCloseTo(Math.log(omega0 / cutOff), within(1e-12));
    assertThat(4 * eta * shift.value() / shift.logarithm()).isCloseTo(1, within(1e-5));
  }

  /** Relaxation on the way between the crossings takes from the response, and never adds. */
  @Test
  void strengthFallsAsRelaxationGetsFaster() {
    SplittableRandom random = new SplittableRandom(3);
    double[] out = new double[3];
    for (int i = 0; i < 500; i++) {
      double xi = Math.exp(random.nextDouble(-15, 15));
      double eta = Math.exp(random.nextDouble(-12, 12));
      INTEGRAL.evaluate(xi, eta, out);
      assertThat(out[LandauZenerIntegral.BY_ETA]).isNegative();
      // up to the error of the table where S no longer depends on ξ
      assertThat(out[LandauZenerIntegral.BY_LN_XI])
          .isGreaterThan(-1e-11 * out[LandauZenerIntegral.VALUE]);
      assertThat(out[LandauZenerIntegral.VALUE])
          .isPositive()
          .isLessThan(Math.min(1 / 3.0, 0.5 * Math.log(2) * xi) * (1 + 1e-12))
          .isLessThan(INTEGRAL.value(xi, 0));
    }
  }

  /** ∂S/∂η at η = 0 and S(ξ, 0): mpmath 1.3 at 18 digits, nested quad over c and u. */
  @Test
  void withoutRelaxationTheSlopeIsTheMeanOfG() {
    double[] out = new double[3];
    INTEGRAL.evaluate(0.3, 0, out);
    assertThat(out[LandauZenerIntegral.BY_ETA]).isCloseTo(-0.028911713427908, within(1e-11));
    INTEGRAL.evaluate(5, 0, out);
    assertThat(out[LandauZenerIntegral.BY_ETA]).isCloseTo(-0.1855183540125, within(1e-11));
  }

  /**
   * Without relaxation (1−P)² = 1 − 2P + P², and P² is P at 2ξ: S(ξ, 0) = 1/6 − t(ξ)/3 + t(2ξ)/6
   * with t the loss tangent over its unsaturated value. Two programs that share no line.
   */
  @Test
  void strengthFollowsFromTheLossTangent() {
    for (double xi = 1e-3; xi < 1e6; xi *= 3.7) {
      double expected = (1 - 2 * LossTangent.at(xi).ratio() + LossTangent.at(2 * xi).ratio()) / 6;
      assertThat(INTEGRAL.value(xi, 0)).isCloseTo(expected, within(1e-12));
    }
    // the same from the closed form with Struve functions, mpmath 1.3 at 30 digits
    assertThat(INTEGRAL.value(0.05, 0)).isCloseTo(0.01618138425310447, within(1e-13));
    assertThat(INTEGRAL.value(1, 0)).isCloseTo(0.16082653195381671, within(1e-13));
    assertThat(INTEGRAL.value(20, 0)).isCloseTo(0.31562075291750924, within(1e-13));
  }

  /** A constant c in the cut-off adds ln c to L and nothing else: K → K + S ln c. */
  @Test
  void theConstantOfTheCutOffAddsToTheLogarithm() {
    ShiftModel other = LOG.withCutOff(3).orElseThrow();
    for (double rabi : new double[] {0.1, 1, 5}) {
      Shift a = LOG.shift(rabi, 1, 300, 1e-3);
      Shift b = other.shift(rabi, 1, 300, 1e-3);
      double strength = INTEGRAL.value(Rates.xi(rabi, 1), Rates.eta(300, 1, 1e-3));
      assertThat(b.value() - a.value()).isCloseTo(strength * Math.log(3), within(1e-13));
      assertThat(other.withCutOff(1).orElseThrow().shift(rabi, 1, 300, 1e-3)).isEqualTo(a);
    }
  }
}
