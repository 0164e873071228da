package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;

/** Expected numbers: Python 3 with scipy.constants.hbar, for p = 1e-29 C m. */
class ConditionsTest {
  private static final double OMEGA0 = 2 * Math.PI * 5e9;
  private static final Percentage CLOSE = Percentage.withPercentage(1e-12);

  /** K = 3 − (ln Ω − ln 1e8)², which is largest at Ω = 1e8 1/s; no theory below 1e7 1/s. */
  private static final ShiftModel PARABOLA =
      new ShiftModel() {
        @Override
        public String name() {
          return "parabola";
        }

        @Override
        public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
          double x = Math.log(rabi / 1e8);
          double logarithm = rabi < 1e7 ? -1 : rabi < 2e7 ? 0.5 : 2;
          return new Shift(3 - x * x, -2 * x, 0, 0, 0, logarithm);
        }
      };

  private static Conditions fixed(OptionalDouble dipole, Variable variable, double value) {
    return new Conditions(PARABOLA, OMEGA0, 1 / 3e-6, dipole, Map.of(variable, value));
  }

  @Test
  void ratesAreTakenAsTheyAre() {
    CurvePoint point =
        fixed(OptionalDouble.empty(), Variable.SWEEP_RATE, 1e17).at(Variable.RABI, 1e8);
    assertThat(point.value()).isEqualTo(1e8);
    assertThat(point.rabi()).isEqualTo(1e8);
    assertThat(point.sweepRate()).isEqualTo(1e17);
    // pi*1e8**2/(2*1e17); 2*pi*5e9/(1e17*3e-6)
    assertThat(point.xi()).isCloseTo(0.15707963267948966, CLOSE);
    assertThat(point.eta()).isCloseTo(0.10471975511965977, CLOSE);
    // 1e8/sqrt(1e17)
    assertThat(point.kappa()).isCloseTo(0.31622776601683794, CLOSE);
    assertThat(point.shift().value()).isEqualTo(3);
  }

  @Test
  void fieldsActThroughTheDipoleMoment() {
    CurvePoint point =
        fixed(OptionalDouble.of(1e-29), Variable.BIAS_RATE, 1e11).at(Variable.AC_FIELD, 100);
    // 1e-29*100/hbar; 2*1e-29*1e11/hbar
    assertThat(point.rabi()).isCloseTo(9482521.562467286, CLOSE);
    assertThat(point.sweepRate()).isCloseTo(1.8965043124934576e16, CLOSE);
  }

  // sqrt(10*2*1e17/pi)
  @Test
  void xiIsReachedByTheMicrowave() {
    CurvePoint point = fixed(OptionalDouble.empty(), Variable.SWEEP_RATE, 1e17).at(Variable.XI, 10);
    assertThat(point.rabi()).isCloseTo(797884560.8028654, CLOSE);
    assertThat(point.xi()).isCloseTo(10, CLOSE);
  }

  @Test
  void theValueOfTheVariableWinsOverAFixedOne() {
    Conditions conditions =
        new Conditions(
            PARABOLA,
            OMEGA0,
            0,
            OptionalDouble.empty(),
            Map.of(Variable.SWEEP_RATE, 1e17, Variable.RABI, 5.0));
    assertThat(conditions.at(Variable.RABI, 1e8).rabi()).isEqualTo(1e8);
    assertThat(conditions.at(Variable.RABI, 1e8).eta()).isZero();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(
            () -> fixed(OptionalDouble.empty(), Variable.BIAS_RATE, 1e11).at(Variable.RABI, 1e8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a field needs the dipole moment");
    assertThatThrownBy(
            () -> fixed(OptionalDouble.of(1e-29), Variable.RABI, 1e8).at(Variable.AC_FIELD, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bias-rate is missing");
  }

  @Test
  void laterChangesOfTheMapGivenDoNotReachIt() {
    Map<Variable, Double> fields = new EnumMap<>(Variable.class);
    fields.put(Variable.SWEEP_RATE, 1e17);
    Conditions conditions = new Conditions(PARABOLA, OMEGA0, 0, OptionalDouble.empty(), fields);
    fields.clear();
    assertThat(conditions.at(Variable.RABI, 1e8).sweepRate()).isEqualTo(1e17);
  }

  /** The largest K lies between two points of the curve and is found to the solver's accuracy. */
  @Test
  void aCurveFindsItsExtremum() {
    Conditions conditions = fixed(OptionalDouble.empty(), Variable.SWEEP_RATE, 1e17);
    for (Range range :
        new Range[] {new Range(Variable.RABI, 3e7, 1e9), new Range(Variable.RABI, 1e9, 3e7)}) {
      Curve curve = Curve.of(range, 10, conditions);
      assertThat(curve.points()).hasSize(10);
      assertThat(curve.leftOut()).isZero();
      assertThat(curve.extremum().orElseThrow().rabi())
          .isCloseTo(1e8, Percentage.withPercentage(1e-9));
      assertThat(curve.extremum().orElseThrow().shift().value()).isEqualTo(3);
    }
  }

  @Test
  void anEndOfTheRangeIsNoExtremum() {
    Conditions conditions = fixed(OptionalDouble.empty(), Variable.SWEEP_RATE, 1e17);
    assertThat(Curve.of(new Range(Variable.RABI, 2e8, 1e9), 10, conditions).extremum()).isEmpty();
  }

  // 1e6, 1e7, 1e8 and 1e9: the first is outside the theory, the second near its end
  @Test
  void pointsOutsideTheTheoryAreLeftOut() {
    Conditions conditions = fixed(OptionalDouble.empty(), Variable.SWEEP_RATE, 1e17);
    Curve curve = Curve.of(new Range(Variable.RABI, 1e6, 1.1e9), 4, conditions);
    assertThat(curve.leftOut()).isEqualTo(1);
    assertThat(curve.points()).hasSize(3);
    assertThat(curve.doubtful()).isEqualTo(1);
  }
}
