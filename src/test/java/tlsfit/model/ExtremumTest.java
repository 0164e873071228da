package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.units.Constants;

class ExtremumTest {
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
        .hasMessageContaining("too fast");
    assertThat(Extremum.dipoleMoment(model, 2 * Math.PI * 5e9, 1e18, 1e5)).isEmpty();
  }
}
