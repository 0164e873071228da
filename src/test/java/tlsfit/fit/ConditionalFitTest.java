package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

/**
 * The fit at given p and 1/T10 against numpy 1.x: numpy.linalg.lstsq of (f − f_med)/σ over the
 * columns −K/σ and 1/σ, with K of a quadrature of its own, S(ξ, η) as cw @ (expm1(−ξ c h)² exp(−η
 * g/c)) @ du over a trapezoidal rule in s, u = 1/(1+e^−s), and 400 Gauss-Legendre nodes in −ln c;
 * the variance of b is inv(XᵀX)[0, 0].
 */
class ConditionalFitTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final double DIPOLE = 1.5e-29;
  private static final double RATE = 2e5;

  private static ConditionalFit.Point at(FitOptions options) {
    return at(JOINT, options, DIPOLE, RATE);
  }

  private static ConditionalFit.Point at(
      Measurement measurement, FitOptions options, double dipole, double rate) {
    return new ConditionalFit(new Observations(measurement, options.noise()), options)
        .at(dipole, rate);
  }

  private static void check(
      ConditionalFit.Point point, double chi, double reference, double chiSquare) {
    assertThat(point.values().chi()).isCloseTo(chi, relative(1e-9));
    assertThat(point.values().referenceFrequency()).isCloseTo(reference, within(0.02));
    assertThat(point.chiSquare()).isCloseTo(chiSquare, relative(1e-9));
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }

  @Test
  void isLinearLeastSquares() {
    ConditionalFit.Point point = at(KNOWN);
    check(point, 0.00010888038344, 5012007016.91, 51953.4291227);
    assertThat(point.strength()).isCloseTo(545709.245804, relative(1e-9));
    assertThat(point.variance()).isCloseTo(130334.408377, relative(1e-9));
    assertThat(point.isRed()).isTrue();
    assertThat(point.values().dipoleMoment()).isEqualTo(DIPOLE);
    assertThat(point.values().relaxationRate()).isEqualTo(RATE);
  }

  @Test
  void holdsAtOtherPointsAndWithoutRelaxation() {
    check(at(JOINT, KNOWN, 1.672e-29, 1 / 3e-6), 0.000119979068176, 5011999989.66, 86.4423285027);
    check(at(JOINT, KNOWN, 5e-30, 0), 1.0521739503e-05, 5011840105.65, 2248965.05764);
    check(at(JOINT, KNOWN, 4e-29, 1e6), 0.000132383830066, 5012000102.53, 245110.889469);
  }

  /** But for ω0, which is not quite f_ref here, it is the minimum of the exact model. */
  @Test
  void isTheMinimumOfTheExactModel() {
    ConditionalFit.Point point = at(KNOWN);
    Fit exact =
        Fitter.refit(
            new Observations(JOINT, KNOWN.noise()),
            KNOWN
                .withFixed(Parameter.DIPOLE_MOMENT, DIPOLE)
                .withFixed(Parameter.RELAXATION_TIME, 1 / RATE),
            point.values());
    assertThat(point.chiSquare()).isCloseTo(exact.chiSquare(), relative(1e-3));
    assertThat(point.values().chi()).isCloseTo(exact.values().chi(), relative(1e-4));
  }

  // rows (f_0 − f_med)/σ_0 beside 1/σ_0, and −χ_0/σ_χ beside −1/(σ_χ f_med); + ((1.5−1.6)/0.04)²
  @Test
  void priorsAreRows() {
    FitOptions options =
        KNOWN
            .withPrior(Parameter.REFERENCE_FREQUENCY, new Prior(5.01205e9, 1e4))
            .withPrior(Parameter.CHI, new Prior(1.1e-4, 1e-6))
            .withPrior(Parameter.DIPOLE_MOMENT, new Prior(1.6e-29, 4e-31));
    ConditionalFit.Point point = at(options);
    check(point, 0.000108890466827, 5012007042.84, 51979.3798108);
    assertThat(point.variance()).isCloseTo(129636.258554, relative(1e-9));
  }

  // b = 1.1e-4 f_med: c = (one @ (y − b k))/(one @ one)
  @Test
  void aBoundOfChiThatIsCrossedHolds() {
    ConditionalFit.Point point = at(KNOWN.withBounds(Parameter.CHI, new Bounds(1.1e-4, 2e-4)));
    check(point, 0.000109997285337, 5012009192.26, 52193.8828093);
    assertThat(point.strength()).isCloseTo(545709.245804, relative(1e-9)); // what it would be
    check(
        at(KNOWN.withBounds(Parameter.CHI, new Bounds(1e-4, 1.1e-4))),
        0.00010888038344,
        5012007016.91,
        51953.4291227);
  }

  @Test
  void aFixedChiIsKeptExactly() {
    ConditionalFit.Point point = at(KNOWN.withFixed(Parameter.CHI, 1.1e-4));
    check(point, 1.1e-4, 5012009192.26, 52193.8828093);
    assertThat(point.values().chi()).isEqualTo(1.1e-4);
  }

  // K at ω0 = 2π 5.0121 GHz: b = (k @ y)/(k @ k)
  @Test
  void aFixedReferenceFrequencyIsKeptExactly() {
    ConditionalFit.Point point = at(KNOWN.withFixed(Parameter.REFERENCE_FREQUENCY, 5.0121e9));
    check(point, 0.000136242928628, 5.0121e9, 303758.729571);
    assertThat(point.values().referenceFrequency()).isEqualTo(5.0121e9);
    assertThat(point.variance()).isCloseTo(55629.5299183, relative(1e-9));
  }

  // columns beside k and one: b (0 in a, 1 in b), k/(n−1) − 1/2 in b, √(F²/max F²) in a
  @Test
  void slowChangesAreColumns() {
    FitOptions options =
        KNOWN.withSlow(
            List.of(
                new SlowChange("b.csv", Kind.OWN_REFERENCE),
                new SlowChange("b.csv", Kind.LINEAR_DRIFT),
                new SlowChange("a.csv", Kind.SQRT_BASELINE)));
    ConditionalFit.Point point = at(Experiments.inTwoTables(JOINT, 20), options, DIPOLE, RATE);
    check(point, 0.000107308629584, 5012013975.79, 45897.973268);
    assertThat(point.variance()).isCloseTo(179543.547056, relative(1e-9));
  }

  // scipy.optimize.least_squares(loss="soft_l1", f_scale=1.287099224266201) on the same columns;
  // eight rounds of reweighting come so near.
  @Test
  void aRobustLossIsReweighted() {
    ConditionalFit.Point point = at(KNOWN.withLoss(Loss.SOFT_L1));
    assertThat(point.chiSquare()).isCloseTo(3647.68646127, relative(1e-3));
    assertThat(point.chiSquare()).isGreaterThan(3647.68646); // it is the least there is
    assertThat(point.values().chi()).isCloseTo(0.000105754847945, relative(2e-3));
  }

  /** Shifts turned to the blue want χ below 0: hardly any is left, and said to be no shift. */
  @Test
  void aShiftToTheBlueHasNoStrength() {
    ParameterValues truth = Experiments.TRUTH;
    Measurement exact = Experiments.simulate(Experiments.joint(), truth, 1e3, 1);
    List<Double> frequencies = exact.readings().map(reading -> reading.frequency()).toList();
    Measurement blue = Experiments.moved(exact, i -> 2 * (5.012e9 - frequencies.get(i)));
    ConditionalFit.Point point = at(blue, KNOWN, truth.dipoleMoment(), truth.relaxationRate());
    assertThat(point.isRed()).isFalse();
    assertThat(point.strength()).isNegative();
    assertThat(point.values().chi()).isPositive().isLessThan(1e-11);
    // a constant frequency is what is left: the weighted mean
    assertThat(point.chiSquare())
        .isCloseTo(
            ConstantFrequency.of(new Observations(blue, KNOWN.noise()), KNOWN), relative(1e-6));
  }
}
