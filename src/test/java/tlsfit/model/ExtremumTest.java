package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.units.Constants;

class ExtremumTest {
  private static final double OMEGA0 = 2 * Math.PI * 5e9;

  private final ShiftModel model = new LogModel(new TabulatedIntegral());

  // Table of section 5 of the project's theory, by another program.
  @ParameterizedTest
  @CsvSource({
    "9.93459, 1.5506",
    "31.4159, 2.0455",
    "99.3459, 2.4480",
    "314.159, 2.7939",
    "993.459, 3.1011",
    "3141.59, 3.3800",
    "9934.59, 3.6370",
    "31415.9, 3.8763",
  })
  void kappaOfTheLogModel(double ratio, double expected) {
    assertThat(Extremum.kappa(model, ratio)).isCloseTo(expected, within(6e-5));
  }

  // numpy 2.4 and scipy 1.17: S and its derivatives by tanh-sinh rules in u and c (the same with
  // half the step to 2e-15), brentq on ∂K/∂ln Ω_R0.
  @ParameterizedTest
  @CsvSource({
    "9.93459, 0, 1.5505807622224534",
    "99.3459, 0, 2.447978056812779",
    "31415.9, 0, 3.876308896861070",
    "99.3459, 0.1, 2.481741040744738",
    "99.3459, 3, 4.047139482941470",
    "3141.59, 1, 4.136300476624577",
    "31415.9, 30, 22.60398676658995",
  })
  void kappaIsExactAndDependsOnRelaxation(double ratio, double eta, double expected) {
    assertThat(Extremum.kappa(model, ratio, eta)).isCloseTo(expected, relative(1e-8));
  }

  // Table of section 7b of the project's theory: extrema of K found by another program.
  @ParameterizedTest
  @CsvSource({
    "314.159, 3.4350",
    "993.459, 3.6885",
    "3141.59, 3.9229",
    "31415.9, 4.3487",
  })
  void kappaOfTheLzModel(double ratio, double expected) {
    assertThat(Extremum.kappa(new LzModel(new TabulatedIntegral()), ratio))
        .isCloseTo(expected, within(2e-4));
  }

  // As above, brentq on ∂K/∂ln v0, ω0 = 2π·5 GHz. The first is the paper's Fig. 6.
  @ParameterizedTest
  @CsvSource({
    "1e8, 3e-6, 1.220955771259908e16",
    "1e7, 3e-6, 1.693803810122266e15",
    "2e9, 1e-7, 8.299062138936801e17",
  })
  void extremumOverTheSweepRate(double rabi, double relaxationTime, double expected) {
    assertThat(Extremum.sweepRate(model, rabi, OMEGA0, 1 / relaxationTime).orElseThrow())
        .isCloseTo(expected, relative(1e-8));
    assertThat(Extremum.relaxationTime(model, rabi, OMEGA0, expected).orElseThrow())
        .isCloseTo(relaxationTime, relative(1e-8));
  }

  @Test
  void noExtremumOverTheSweepRateWithoutRelaxation() {
    assertThatThrownBy(() -> Extremum.sweepRate(model, 1e8, OMEGA0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    // a drive faster than the resonance
    assertThat(Extremum.sweepRate(model, 1e14, OMEGA0, 1e-3)).isEmpty();
    assertThat(Extremum.relaxationTime(model, 1e16, OMEGA0, 1e16)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "1e5", "3e8"})
  void refinedEstimateKnowsOfRelaxation(double relaxationRate) {
    double p = 5 * Constants.DEBYE;
    double fieldRate = 3e10;
    double sweepRate = Rates.sweepRate(p, fieldRate);
    double kappa =
        Extremum.kappa(
            model, OMEGA0 / Math.sqrt(sweepRate), Rates.eta(OMEGA0, sweepRate, relaxationRate));
    double field = kappa * Math.sqrt(sweepRate) * Constants.HBAR / p;
    assertThat(Extremum.dipoleMoment(model, OMEGA0, fieldRate, field, relaxationRate).orElseThrow())
        .isCloseTo(p, relative(1e-8));
  }

  // Every local field counts as much as F_AC itself: the extremum moves down by the same factor.
  @Test
  void takesDistributions() {
    ShiftModel twice =
        new DistributedModel(
            model, 0, new FieldTable(List.of(new FieldTable.Entry(1e4, 1)), FieldWeight.ENERGY));
    assertThat(Extremum.kappa(twice, 99.3459)).isCloseTo(2.447978056812779e-4, relative(1e-8));
  }

  // Eq. 10 by hand: 8 · 1.054571817e-34 · 1e10/1e6 = 8.436574538e-30 C m.
  @Test
  void equation10() {
    assertThat(Extremum.dipoleMomentEq10(1e10, 1e3))
        .isCloseTo(8.436574538e-30, Percentage.withPercentage(1e-7));
  }

  @Test
  void refinedEstimateFindsTheDipoleMomentAgain() {
    double p = 5 * Constants.DEBYE;
    double fieldRate = 3e10;
    double omega0 = 2 * Math.PI * 5e9;
    double sweepRate = Rates.sweepRate(p, fieldRate);
    // The field with the largest shift, by a search that knows nothing of κ.
    double best = 0;
    double largest = 0;
    for (double field = 100; field < 1e5; field *= 1.00001) {
      double k = model.shift(Rates.rabi(p, field), sweepRate, omega0, 0).value();
      if (k > largest) {
        largest = k;
        best = field;
      }
    }
    assertThat(Extremum.dipoleMoment(model, omega0, fieldRate, best).orElseThrow())
        .isCloseTo(p, Percentage.withPercentage(0.01));
  }

  @Test
  void refusesSweepsTooFastForTheTheory() {
    assertThatThrownBy(() -> Extremum.kappa(model, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("omega0");
    assertThat(Extremum.dipoleMoment(model, 2 * Math.PI * 5e9, 1e18, 1e5)).isEmpty();
  }

  /** Eq. 10 and its refinement know no unit of the field: p ∝ Ḟ_DC/F_AC² at fixed p Ḟ_DC. */
  @Test
  void estimatesScaleWithTheFields() {
    double p = Extremum.dipoleMoment(model, OMEGA0, 3e10, 2e4).orElseThrow();
    for (double scale : new double[] {0.1, 7, 100}) {
      // another unit of charge: fields larger, dipole moment smaller by the same factor
      assertThat(
              Extremum.dipoleMoment(model, OMEGA0, scale * 3e10, scale * 2e4).orElseThrow() * scale)
          .isCloseTo(p, relative(1e-9));
      assertThat(Extremum.dipoleMomentEq10(scale * 3e10, 2e4))
          .isCloseTo(scale * Extremum.dipoleMomentEq10(3e10, 2e4), relative(1e-12));
    }
  }

  /** p over that of Eq. 10 is κ²/4, at the sweep rate of this p (section 5 of the theory). */
  @ParameterizedTest
  @CsvSource({"1e8, 2e3", "3e10, 2e4", "1e12, 5e4"})
  void refinementIsAQuarterOfTheSquareOfKappa(double fieldRate, double acField) {
    for (ShiftModel refined : List.of(model, new LzModel(new TabulatedIntegral()))) {
      double p = Extremum.dipoleMoment(refined, OMEGA0, fieldRate, acField).orElseThrow();
      double kappa = Extremum.kappa(refined, OMEGA0 / Math.sqrt(Rates.sweepRate(p, fieldRate)));
      assertThat(p / Extremum.dipoleMomentEq10(fieldRate, acField))
          .isCloseTo(kappa * kappa / 4, relative(1e-8));
    }
  }

  @Test
  void kappaIsTheZeroOfTheSlopeAndAMaximum() {
    for (double ratio : new double[] {8, 100, 1e4}) {
      for (double eta : new double[] {0, 0.5, 10}) {
        double kappa = Extremum.kappa(model, ratio, eta);
        double height = model.shift(kappa, 1, ratio, eta / ratio).value();
        assertThat(model.shift(kappa, 1, ratio, eta / ratio).byLnRabi())
            .isCloseTo(0, within(1e-10));
        assertThat(model.shift(0.9 * kappa, 1, ratio, eta / ratio).value()).isLessThan(height);
        assertThat(model.shift(1.1 * kappa, 1, ratio, eta / ratio).value()).isLessThan(height);
      }
    }
  }

  @Test
  void whereTheSweepIsTooFastThereIsNoKappa() {
    assertThat(Extremum.findKappa(model, 5.9)).isEmpty();
    assertThat(Extremum.findKappa(model, Double.NaN)).isEmpty();
    assertThat(Extremum.findKappa(model, 6).orElseThrow()).isEqualTo(Extremum.kappa(model, 6));
    assertThatThrownBy(() -> Extremum.kappa(model, 100, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}
