package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.model.LogModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.model.Validity;

/** Curves of model log: the same extremum whatever quantity they run over. */
class CurveTest {
  private static final ShiftModel LOG = new LogModel(new TabulatedIntegral());
  private static final double OMEGA0 = 2 * Math.PI * 5e9;

  private static Conditions at(double relaxationRate, Variable variable, double value) {
    return new Conditions(
        LOG, OMEGA0, relaxationRate, OptionalDouble.of(1e-29), Map.of(variable, value));
  }

  /** κ = 2.447978056812779 at ω0/√v0 = 99.3459 (numpy and scipy, as in ExtremumTest). */
  @Test
  void theExtremumIsOnePlaceInEveryVariable() {
    Percentage close = Percentage.withPercentage(1e-5);
    Conditions swept = at(0, Variable.SWEEP_RATE, 1e17);
    CurvePoint overRabi =
        Curve.of(new Range(Variable.RABI, 1e7, 1e10), 30, swept).extremum().orElseThrow();
    CurvePoint overXi =
        Curve.of(new Range(Variable.XI, 1e-2, 1e3), 30, swept).extremum().orElseThrow();
    CurvePoint overField =
        Curve.of(new Range(Variable.AC_FIELD, 100, 1e5), 30, swept).extremum().orElseThrow();
    assertThat(overRabi.kappa()).isCloseTo(2.447978056812779, close);
    assertThat(overXi.rabi()).isCloseTo(overRabi.rabi(), Percentage.withPercentage(1e-9));
    assertThat(overXi.value()).isCloseTo(overXi.xi(), Percentage.withPercentage(1e-9));
    assertThat(overField.rabi()).isCloseTo(overRabi.rabi(), Percentage.withPercentage(1e-9));
    assertThat(overField.shift().value()).isCloseTo(overRabi.shift().value(), within(1e-12));
  }

  /** v0 = 1.220956e16 1/s² at Ω_R0 = 1e8 1/s and T10 = 3 µs, as in ExtremumTest. */
  @Test
  void overTheSweepRateRelaxationMakesAnExtremum() {
    Range range = new Range(Variable.SWEEP_RATE, 1e12, 1e20);
    assertThat(
            Curve.of(range, 40, at(1 / 3e-6, Variable.RABI, 1e8))
                .extremum()
                .orElseThrow()
                .sweepRate())
        .isCloseTo(1.220955771259908e16, Percentage.withPercentage(1e-6));
    assertThat(Curve.of(range, 40, at(0, Variable.RABI, 1e8)).extremum()).isEmpty();
  }

  /** The theory ends where Ω_R0 + √v0 = ω0, and is doubtful from a factor of e before it. */
  @Test
  void aCurveEndsWithTheTheory() {
    Range range = new Range(Variable.RABI, 1e8, 1e12);
    Curve curve = Curve.of(range, 401, at(0, Variable.SWEEP_RATE, 1e17));
    double end = OMEGA0 - Math.sqrt(1e17);
    double doubtful = OMEGA0 / Math.E - Math.sqrt(1e17);
    assertThat(curve.points()).hasSize(401 - curve.leftOut());
    assertThat(curve.points()).allMatch(point -> point.rabi() < end);
    // a hundred points a decade
    assertThat(curve.leftOut()).isEqualTo(1 + (int) (100 * Math.log10(1e12 / end)));
    assertThat(curve.doubtful())
        .isEqualTo(curve.points().stream().filter(point -> point.rabi() > doubtful).count())
        .isPositive();
    assertThat(curve.points()).noneMatch(point -> point.shift().validity() == Validity.OUTSIDE);
  }
}
