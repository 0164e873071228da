package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyIntegralsTest {

  private static EnergyIntegrals at(double u, double beta) {
    EnergyIntegrals integrals = new EnergyIntegrals();
    integrals.compute(u, 1 - u, 0.5 * Math.log1p(2 * u / (1 - u)), beta);
    return integrals;
  }

  /**
   * mpmath 1.3 at 20 digits, quad over d = |y − u| on intervals growing threefold, of k(d)
   * (exp(−βx²(I(u)−I(y))) − 1 + exp(−βx²(I(u)+I(y))) − R) and k(d) (exp(−βx²(I(y)−I(u))) − 1), k =
   * 2u/(E d (2u∓d)), I(y) = ½ [y E + x² arsinh(y/x)].
   */
  @ParameterizedTest
  @CsvSource({
    "1e-06, 5, -4.9999750019149e-11, -0.00011760535132199",
    "0.001, 0.3, -1.7994561009087e-7, -0.003998950521119",
    "0.1, 1000, -5.8703050330832, -5.6800388980124",
    "0.6, 0.3, -0.021999659887712, -0.23455688517116",
    "0.6, 1e+06, -14.575045071321, -13.188756126868",
    "0.95, 5, -0.25956598815719, -0.5174019906485",
    "0.9999, 1000, -0.098889780542004, -0.28925418625275"
  })
  void independentValues(double u, double beta, double between, double after) {
    EnergyIntegrals integrals = at(u, beta);
    assertThat(beta * integrals.between)
        .isCloseTo(between, within(1e-12 * Math.abs(between) + 1e-18));
    assertThat(beta * integrals.after).isCloseTo(after, within(1e-12 * Math.abs(after)));
  }

  @ParameterizedTest
  @CsvSource({"1e-4, 3e4", "0.3, 0.01", "0.3, 4", "0.9, 1e3"})
  void derivatives(double u, double beta) {
    EnergyIntegrals integrals = at(u, beta);
    double lnBeta = Math.log(beta);
    double between =
        Differences.derivative(y -> Math.exp(y) * at(u, Math.exp(y)).between, lnBeta, 0.03);
    double after =
        Differences.derivative(y -> Math.exp(y) * at(u, Math.exp(y)).after, lnBeta, 0.03);
    double linear = Differences.derivative(y -> at(u, Math.exp(y)).linear(), lnBeta, 0.03);
    assertThat(beta * integrals.betweenSlope).isCloseTo(between, within(1e-11));
    assertThat(beta * integrals.afterSlope).isCloseTo(after, within(1e-11));
    assertThat(beta * integrals.linearSlope()).isCloseTo(linear, within(1e-11));
  }
}
