package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.curve.Figure.Kind;
import tlsfit.curve.Figure.Series;
import tlsfit.curve.Figure.Subject;
import tlsfit.model.LogModel;
import tlsfit.model.TabulatedIntegral;

/** Positions from theory.md, sections 5 and 9, which an independent program computed. */
class PaperFiguresTest {
  private static final PaperFigures FIGURES =
      new PaperFigures(new LogModel(new TabulatedIntegral()));

  private static Series series(int figure, Subject subject) {
    return FIGURES.figure(figure).series().stream()
        .filter(series -> series.subject() == subject)
        .findFirst()
        .orElseThrow();
  }

  private static double xOfLowest(Series series) {
    double lowest = Arrays.stream(series.y()).min().orElseThrow();
    for (int i = 0; i < series.y().length; i++) {
      if (series.y()[i] == lowest) {
        return series.x()[i];
      }
    }
    throw new AssertionError();
  }

  @Test
  void figure2InvertsTheSystemBetweenItsCrossings() {
    Series energy = series(2, Subject.ENERGY);
    Series difference = series(2, Subject.POPULATION_DIFFERENCE);

    // E = ħω0 where ħvt = ±ħω0 √3/2, at ±272.07 ns
    for (int i = 0; i < energy.x().length; i++) {
      boolean between = Math.abs(energy.x()[i]) < 272.07;
      assertThat(energy.y()[i] < 1).isEqualTo(between);
    }
    assertThat(energy.y()[400]).isEqualTo(0.5);
    // P = exp(−8π/(2√3)) = 7.1e-4 leaves 2P − 1 between and (2P − 1)² behind, up to the drive's
    // admixture (Ω/δ)²/2 = 2.6e-4 and the interference of the two crossings, 2 √P · Ω/δ
    double p = Math.exp(-8 * Math.PI / (2 * Math.sqrt(3)));
    assertThat(difference.y()[400]).isCloseTo(2 * p - 1, within(4e-3));
    assertThat(difference.y()[0]).isEqualTo(1);
    assertThat(difference.y()[800]).isCloseTo(1, within(1.2e-2));
  }

  @Test
  void figure3HasItsExtremumAtKappa() {
    Series model = series(3, Subject.AT_SWEEP_RATE);
    double[] marks = {series(3, Subject.EQUATION_10).x()[0], series(3, Subject.LOWEST).x()[0]};

    assertThat(marks[0]).isCloseTo(2 * Math.sqrt(1e17), within(1.0));
    assertThat(marks[1] / Math.sqrt(1e17)).isCloseTo(2.4480, within(1e-4));
    double lowest = Arrays.stream(model.y()).min().orElseThrow();
    assertThat(lowest).isCloseTo(-1.0012, within(1e-3));
    // the limits hold at the ends of the curve
    assertThat(model.y()[0])
        .isCloseTo(series(3, Subject.WEAK_DRIVE).y()[0], Percentage.withPercentage(6));
    Series adiabatic = series(3, Subject.ADIABATIC);
    int last = model.x().length - 40;
    int same = adiabatic.x().length - 40;
    assertThat(adiabatic.x()[same]).isEqualTo(model.x()[last]);
    assertThat(model.y()[last]).isCloseTo(adiabatic.y()[same], within(0.07));
  }

  @Test
  void figure4HasItsExtremaAtTheKappasOfTheTable() {
    List<Series> models =
        FIGURES.figure(4).series().stream().filter(s -> s.kind() == Kind.MODEL).toList();
    double[] kappas = {3.8763, 3.6370, 3.3800, 3.1011, 2.7939, 2.4480, 2.0455};

    assertThat(models).hasSize(7);
    for (int i = 0; i < 7; i++) {
      Series model = models.get(i);
      double at = xOfLowest(model);
      // the points lie 10 % apart
      assertThat(at).isCloseTo(kappas[i] * kappas[i], Percentage.withPercentage(5));
    }
  }

  @Test
  void figure5IsMonotonic() {
    Series model = series(5, Subject.AT_RABI);

    assertThat(model.y()).hasSize(200).isSorted();
    // slow sweep: all invert, −ln(ω0/(Ω + √v0))/3 with √v0 = 1e6
    assertThat(model.y()[0])
        .isCloseTo(-Math.log(2 * Math.PI * 5e9 / 1.01e8) / 3, Percentage.withPercentage(0.1));
  }

  @Test
  void figure6HasAMinimumNearTheRelaxationRate() {
    assertThat(series(6, Subject.RELAXATION_RATE).x()[0])
        .isCloseTo(1.0472e16, Percentage.withPercentage(0.01));
    assertThat(series(6, Subject.LOWEST).x()[0])
        .isCloseTo(1.221e16, Percentage.withPercentage(0.1));
    Series model = series(6, Subject.AT_RELAXATION_TIME);
    // the points lie 10 % apart
    assertThat(xOfLowest(model)).isCloseTo(1.221e16, Percentage.withPercentage(5));
    assertThat(model.y()[0]).isCloseTo(0, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void thereAreNoOthers(int number) {
    assertThatThrownBy(() -> FIGURES.figure(number)).isInstanceOf(IllegalArgumentException.class);
  }
}
