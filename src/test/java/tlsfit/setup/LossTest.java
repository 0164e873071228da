package tlsfit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
  private static final double[] RESIDUALS = {1e-12, 1e-3, 0.4, 1.3, 2.5, 7, 40, 1e6};

  /**
   * √ρ and ρ′ of scipy.optimize.least_squares (1.17.1): with z = (r/c)**2, soft_l1 is ρ = c²·2·((1
   * + z)**0.5 - 1), ρ′ = (1 + z)**-0.5; cauchy is ρ = c²·numpy.log1p(z), ρ′ = 1/(1 + z).
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.4911406053637039, 0.4946330042014861, 0.9321363704398087, 0.9578980891267576",
    "1.0, 0.9394024841247225, 0.959794994678741, 0.7896723813673252, 0.8504778599490364",
    "3.0, 2.2561226910500287, 2.3229373625219276, 0.39427768576270794, 0.3872537656667463",
    "10.0, 4.758264790698039, 4.076890577171513, 0.127656868376517, 0.05381854352486885"
  })
  void agreesWithScipy(
      double r, double softRoot, double cauchyRoot, double softWeight, double cauchyWeight) {
    assertThat(Loss.SOFT_L1.root(r)).isCloseTo(softRoot, within(1e-14));
    assertThat(Loss.CAUCHY.root(r)).isCloseTo(cauchyRoot, within(1e-14));
    assertThat(Loss.SOFT_L1.weight(r)).isCloseTo(softWeight, within(1e-14));
    assertThat(Loss.CAUCHY.weight(r)).isCloseTo(cauchyWeight, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void aSignTurnsTheRootAndTheInfluenceOnly(Loss loss) {
    for (double r : RESIDUALS) {
      assertThat(loss.root(-r)).isEqualTo(-loss.root(r));
      assertThat(loss.influence(-r)).isEqualTo(-loss.influence(r));
      assertThat(loss.weight(-r)).isEqualTo(loss.weight(r));
      assertThat(loss.curvature(-r)).isEqualTo(loss.curvature(r));
      assertThat(loss.rootSlope(-r)).isEqualTo(loss.rootSlope(r));
    }
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void smallResidualsCountAsForLeastSquares(Loss loss) {
    assertThat(loss.root(0)).isZero();
    assertThat(loss.rootSlope(0)).isEqualTo(1);
    assertThat(loss.weight(0)).isEqualTo(1);
    assertThat(loss.curvature(0)).isEqualTo(1);
    for (double r : new double[] {1e-300, 1e-12, 1e-8, 1e-5}) {
      assertThat(loss.root(r)).isCloseTo(r, Percentage.withPercentage(1e-6));
      assertThat(loss.influence(r)).isCloseTo(r, Percentage.withPercentage(1e-6));
    }
  }

  /** 0 ≤ ρ(r) ≤ r², and a residual farther off counts no less in all and no more per unit. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void aResidualFartherOffIsDownWeightedMore(Loss loss) {
    double root = 0;
    double weight = 1;
    for (double r : RESIDUALS) {
      assertThat(loss.root(r)).isBetween(root, r * (1 + 1e-15));
      assertThat(loss.weight(r)).isBetween(0.0, weight);
      root = loss.root(r);
      weight = loss.weight(r);
    }
  }

  /** (√ρ)² has the derivative 2ψ: d√ρ/dr = ψ/√ρ. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void theSlopeOfTheRootIsItsDerivative(Loss loss) {
    for (double r : new double[] {1e-3, 0.4, 1.3, 2.5, 7, 40}) {
      double h = 1e-5 * r;
      double slope = (loss.root(r + h) - loss.root(r - h)) / (2 * h);
      assertThat(loss.rootSlope(r)).isCloseTo(slope, within(1e-8));
      double curvature = (loss.influence(r + h) - loss.influence(r - h)) / (2 * h);
      assertThat(loss.curvature(r)).isCloseTo(curvature, within(1e-8));
    }
  }

  /** Far off, ρ of soft l1 is 2c(|r| − c), ψ is c; ψ of the Cauchy loss c²/r, its ψ′ below 0. */
  @Test
  void farOffTheInfluenceIsBoundedOrFallsToZero() {
    double c = 1.287099224266201;
    double r = 1e7;
    assertThat(Loss.SOFT_L1.influence(r)).isCloseTo(c, within(1e-9));
    assertThat(Loss.SOFT_L1.root(r) * Loss.SOFT_L1.root(r))
        .isCloseTo(2 * c * (r - c), Percentage.withPercentage(1e-10));
    double k = 2.3849471193624403;
    assertThat(Loss.CAUCHY.influence(r) * r).isCloseTo(k * k, within(1e-9));
    assertThat(Loss.CAUCHY.curvature(k)).isCloseTo(0, within(1e-15));
    assertThat(Loss.CAUCHY.curvature(2 * k)).isNegative();
  }

  @Test
  void isFoundByItsName() {
    for (Loss loss : Loss.values()) {
      assertThat(Loss.find(loss.key())).contains(loss);
      assertThat(Loss.find(loss.name().replace('_', '-'))).contains(loss);
    }
    assertThat(Loss.find("soft_l1")).isEmpty();
    assertThat(Loss.find("")).isEmpty();
  }
}
