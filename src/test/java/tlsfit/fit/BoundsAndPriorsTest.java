package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.units.Constants;

/**
 * Bounds, priors and the calibration fitted along, on joint.csv (see {@link FitterTest}), against
 * scipy 1.17.1 and numpy 2.4.6: least_squares(method="lm") over ln χ, ln p, ln(1/T10) and f_ref,
 * polished by Gauss-Newton steps, of residuals with an extra row (θ − prior)/σ for each prior and
 * one for each nuisance; S(ξ, η) and its derivatives by the trapezoidal rule in u = 1/(1 + e^−s)
 * and Gauss-Legendre panels in −ln c; a parameter at its bound held there, which
 * least_squares(method="trf", bounds=...) confirms; errors from inv(JᵀJ).
 */
public class BoundsAndPriorsTest {
  private static final double DEBYE = Constants.DEBYE;
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Measurement JOINT = Experiments.jointFile(0, 68);

  private static final List<CalibrationTerm> CALIBRATION =
      List.of(
          new CalibrationTerm("attenuation", 0.03, 0), new CalibrationTerm("gap", -0.02, -0.02));

  @Test
  void aPriorOfTheDipoleMomentCountsAsAReading() {
    Fit fit =
        Fitter.fit(
            JOINT, KNOWN.withPrior(Parameter.DIPOLE_MOMENT, new Prior(4.95 * DEBYE, 0.01 * DEBYE)));
    assertThat(fit.chiSquare()).isCloseTo(104.57588467790288, relative(1e-9));
    assertThat(fit.degreesOfFreedom()).isEqualTo(65);
    check(fit, Parameter.CHI, 0.00011998614875721991, 9.153313085667663e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.661645107526388e-29, 2.349012038875884e-32);
    check(fit, Parameter.RELAXATION_TIME, 3.0083533147701534e-06, 6.498838480702665e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999747.550018, 191.94499690131892);
  }

  @Test
  void aPriorOfTheRelaxationTimeIsOneOfTheTimeItself() {
    Fit fit =
        Fitter.fit(JOINT, KNOWN.withPrior(Parameter.RELAXATION_TIME, new Prior(2.98e-6, 1e-8)));
    assertThat(fit.chiSquare()).isCloseTo(86.04318292764648, relative(1e-9));
    check(fit, Parameter.CHI, 0.0001200632176698677, 8.839409244312075e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.673401724204717e-29, 3.0676196444890603e-32);
    check(fit, Parameter.RELAXATION_TIME, 2.9886401379624012e-06, 5.891386230860434e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999926.388134, 196.20412535814935);
  }

  // The fixed point of: fit with the prior, then σ times √(Σr²/(n − Σh)) over the readings, h the
  // diagonal of J inv(JᵀJ) Jᵀ with the prior's row in J; 14 rounds to 1e-13.
  @Test
  void besideAPriorTheFactorOfRelativeSigmaIsFoundByRestrictedMaximumLikelihood() {
    FitOptions relative =
        FitOptions.of(Experiments.LOG, new Noise.Relative())
            .withPrior(Parameter.DIPOLE_MOMENT, new Prior(4.95 * DEBYE, 0.01 * DEBYE));
    Fit fit = Fitter.fit(JOINT, relative);
    assertThat(fit.noiseFactors()).hasSize(1);
    assertThat(fit.noiseFactors().get(0)).isCloseTo(1.2395788778551022, relative(3e-6));
    // the last digits of the factor: 3e-6 of the distance to the prior
    check(fit, Parameter.CHI, 0.00011997569004004411, 1.132862849405868e-07, 1e-6);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6594435623803156e-29, 2.5865371555936643e-32, 1e-6);
    check(fit, Parameter.RELAXATION_TIME, 3.0115846538104282e-06, 7.824301436317313e-09, 1e-6);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999709.259619, 236.78962989491188, 1e-6);
  }

  // Without a prior the factor is √(χ²/ν), with χ² = 84.89973366809843 on 64 degrees of freedom.
  @Test
  void withoutAPriorTheFactorIsThatOfReducedChiSquare() {
    Fit fit = Fitter.fit(JOINT, FitOptions.of(Experiments.LOG, new Noise.Relative()));
    assertThat(fit.noiseFactors().get(0))
        .isCloseTo(Math.sqrt(84.89973366809843 / 64), relative(1e-8));
  }

  @Test
  void aPriorNeedsAnUncertainty() {
    assertThatThrownBy(() -> new Prior(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Prior(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBoundBelowTheOptimumHoldsTheParameter() {
    Fit fit = Fitter.fit(JOINT, KNOWN.withBounds(Parameter.DIPOLE_MOMENT, below(4.98)));
    assertThat(fit.atBound()).containsOnlyKeys(Parameter.DIPOLE_MOMENT);
    assertThat(fit.atBound()).containsEntry(Parameter.DIPOLE_MOMENT, Bounds.Side.UPPER);
    assertThat(fit.free()).doesNotContain(Parameter.DIPOLE_MOMENT).hasSize(3);
    assertThat(fit.values().dipoleMoment()).isEqualTo(4.98 * DEBYE);
    assertThat(fit.chiSquare()).isCloseTo(95.62056850081123, relative(1e-9));
    check(fit, Parameter.CHI, 0.00011998379501962673, 9.086600391205137e-08);
    check(fit, Parameter.RELAXATION_TIME, 3.0090804993175956e-06, 5.513178481663222e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999738.93271, 187.5931226424699);
  }

  @Test
  void aBoundThatIsNotReachedChangesNothing() {
    Fit free = Fitter.fit(JOINT, KNOWN);
    Fit bounded =
        Fitter.fit(
            JOINT, KNOWN.withBounds(Parameter.DIPOLE_MOMENT, new Bounds(4.99 * DEBYE, 6 * DEBYE)));
    assertThat(bounded.atBound()).isEmpty();
    assertThat(bounded.chiSquare()).isCloseTo(free.chiSquare(), relative(1e-12));
    for (Parameter parameter : free.free()) {
      assertThat(bounded.values().get(parameter))
          .isCloseTo(free.values().get(parameter), relative(1e-9));
      assertThat(error(bounded, parameter)).isCloseTo(error(free, parameter), relative(1e-6));
    }
  }

  @Test
  void theRelaxationTimeHasTwoBounds() {
    Fit fit =
        Fitter.fit(JOINT, KNOWN.withBounds(Parameter.RELAXATION_TIME, new Bounds(2.9e-6, 2.98e-6)));
    assertThat(fit.atBound()).containsEntry(Parameter.RELAXATION_TIME, Bounds.Side.UPPER);
    assertThat(fit.chiSquare()).isCloseTo(88.20041743860196, relative(1e-9));
    check(fit, Parameter.CHI, 0.0001201161729191465, 8.07212630405316e-08);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6760152605708941e-29, 2.504083534221265e-32);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999925.6842575, 196.18643920985608);
  }

  // 3.1e-6 is not 1/(1/3.1e-6) in double precision, and T10 is kept as its rate.
  @Test
  void theLowerBoundOfTheRelaxationTimeIsKnownForOne() {
    assertThat(1 / (1 / 3.1e-6)).isNotEqualTo(3.1e-6);
    Fit fit =
        Fitter.fit(JOINT, KNOWN.withBounds(Parameter.RELAXATION_TIME, new Bounds(3.1e-6, 1e-5)));
    assertThat(fit.atBound()).containsEntry(Parameter.RELAXATION_TIME, Bounds.Side.LOWER);
  }

  @Test
  void twoParametersMayLieAtTheirBounds() {
    Fit fit =
        Fitter.fit(
            JOINT,
            KNOWN
                .withBounds(Parameter.DIPOLE_MOMENT, below(4.98))
                .withBounds(Parameter.RELAXATION_TIME, new Bounds(2.9e-6, 2.98e-6)));
    assertThat(fit.atBound()).containsOnlyKeys(Parameter.DIPOLE_MOMENT, Parameter.RELAXATION_TIME);
    assertThat(fit.chiSquare()).isCloseTo(123.82218861042114, relative(1e-9));
    check(fit, Parameter.CHI, 0.00012022661296988921, 7.864648144435745e-08);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999468.127277, 180.42320635662946);
  }

  // From far beyond both bounds, where the fit begins at them and must leave them again.
  @Test
  void aBoundThatIsTouchedFirstIsLeftAgain() {
    FitOptions bounded =
        KNOWN
            .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(3 * DEBYE, 5.1 * DEBYE))
            .withBounds(Parameter.RELAXATION_TIME, new Bounds(2e-6, 3.1e-6));
    Fit free = Fitter.fit(JOINT, KNOWN);
    ParameterValues far = new ParameterValues(2e-4, 9 * DEBYE, 1 / 9e-6, 5.012e9);
    Fit fit = Fitter.refit(free.observations(), bounded, far);
    assertThat(fit.atBound()).isEmpty();
    assertThat(fit.minimum().stop().isolated()).isTrue();
    assertThat(fit.chiSquare()).isCloseTo(free.chiSquare(), relative(1e-10));
  }

  @Test
  void aPriorBeyondABoundStillCounts() {
    Fit fit =
        Fitter.fit(
            JOINT,
            KNOWN
                .withBounds(
                    Parameter.DIPOLE_MOMENT, new Bounds(4.99 * DEBYE, Double.POSITIVE_INFINITY))
                .withPrior(Parameter.DIPOLE_MOMENT, new Prior(4.9 * DEBYE, 0.01 * DEBYE)));
    assertThat(fit.atBound()).containsEntry(Parameter.DIPOLE_MOMENT, Bounds.Side.LOWER);
    assertThat(fit.chiSquare()).isCloseTo(171.0397175049044, relative(1e-9));
    assertThat(fit.degreesOfFreedom()).isEqualTo(68 + 1 - 3);
    check(fit, Parameter.CHI, 0.00011999960271482732, 9.086926857547091e-08);
    check(fit, Parameter.RELAXATION_TIME, 3.0041970538177804e-06, 5.5047817399808115e-09);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999796.806972, 187.62599619350613);
  }

  @Test
  void whatIsHeldIsNotMovedIntoItsBounds() {
    Fit fit =
        Fitter.fit(
            JOINT,
            KNOWN
                .withBounds(Parameter.DIPOLE_MOMENT, below(4.98))
                .withFixed(Parameter.DIPOLE_MOMENT, 5.1 * DEBYE));
    assertThat(fit.values().dipoleMoment()).isEqualTo(5.1 * DEBYE);
    assertThat(fit.atBound()).isEmpty();
  }

  @Test
  void allParametersAtTheirBoundsAreRefused() {
    assertThatThrownBy(
            () ->
                Fitter.fit(
                    JOINT,
                    KNOWN
                        .withFixed(Parameter.CHI, 1.2e-4)
                        .withFixed(Parameter.REFERENCE_FREQUENCY, 5.012e9)
                        .withFixed(Parameter.RELAXATION_TIME, 3e-6)
                        .withBounds(Parameter.DIPOLE_MOMENT, below(4.9))))
        .isInstanceOf(FitRefusedException.class)
        .hasMessageContaining("ALL_AT_BOUND");
  }

  @Test
  void boundsHaveAnOrder() {
    assertThatThrownBy(() -> new Bounds(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCalibrationIsANuisanceParameter() {
    Fit fit = Fitter.fit(JOINT, KNOWN.withCalibration(CALIBRATION));
    assertThat(fit.chiSquare()).isCloseTo(84.33291497797728, relative(1e-9));
    check(fit, Parameter.CHI, 0.00011965742755353978, 5.094812685801128e-07, 1e-7);
    check(fit, Parameter.DIPOLE_MOMENT, 1.6399749096744726e-29, 5.357195852364942e-31, 1e-7);
    check(fit, Parameter.RELAXATION_TIME, 3.0577019232763456e-06, 8.70193230100595e-08, 1e-7);
    check(fit, Parameter.REFERENCE_FREQUENCY, 5011999991.099208, 214.12145106805607);
    assertThat(fit.nuisances().get(0)).isCloseTo(0.36161916668022953, relative(1e-5));
    // a gap moves p alone, and not the nuisance
    assertThat(Math.abs(fit.nuisances().get(1))).isLessThan(1e-9);
    assertThat(Math.sqrt(fit.covariance()[4][4])).isCloseTo(0.4811069162564439, relative(1e-5));
    assertThat(Math.sqrt(fit.covariance()[5][5])).isCloseTo(1, relative(1e-6));
  }

  @Test
  void aPriorPullsTheCalibration() {
    Fit fit =
        Fitter.fit(
            JOINT,
            KNOWN
                .withCalibration(CALIBRATION)
                .withPrior(Parameter.DIPOLE_MOMENT, new Prior(4.8 * DEBYE, 0.1 * DEBYE)));
    assertThat(fit.chiSquare()).isCloseTo(84.71679304254796, relative(1e-9));
    check(fit, Parameter.DIPOLE_MOMENT, 1.6121603039254503e-29, 2.8187772882187844e-31, 1e-7);
    assertThat(fit.nuisances().get(0)).isCloseTo(0.560327664848384, relative(1e-5));
    assertThat(fit.nuisances().get(1)).isCloseTo(-0.3202918762885873, relative(1e-5));
    assertThat(Math.sqrt(fit.covariance()[4][4])).isCloseTo(0.3591471446551891, relative(1e-5));
    assertThat(Math.sqrt(fit.covariance()[5][5])).isCloseTo(0.8560784133361706, relative(1e-5));
  }

  /**
   * A number of the calibration that does nothing but scale p, a gap, cannot be told from the data:
   * the error of ln p is the root of the sum of squares of the statistical one and 0.02.
   */
  @Test
  void theErrorOfAPureScaleAddsInSquares() {
    Fit apart = Fitter.fit(JOINT, KNOWN);
    Fit along = Fitter.fit(JOINT, KNOWN.withCalibration(CALIBRATION.subList(1, 2)));
    double statistical = error(apart, Parameter.DIPOLE_MOMENT) / apart.values().dipoleMoment();
    assertThat(error(along, Parameter.DIPOLE_MOMENT) / along.values().dipoleMoment())
        .isCloseTo(Math.hypot(statistical, 0.02), relative(1e-4));
    assertThat(along.values().dipoleMoment())
        .isCloseTo(apart.values().dipoleMoment(), relative(1e-7));
  }

  private static Bounds below(double debye) {
    return new Bounds(Double.NEGATIVE_INFINITY, debye * DEBYE);
  }

  private static void check(Fit fit, Parameter parameter, double value, double error) {
    check(fit, parameter, value, error, 2e-8);
  }

  private static void check(
      Fit fit, Parameter parameter, double value, double error, double tolerance) {
    assertThat(fit.minimum().stop().isolated()).isTrue();
    assertThat(fit.values().get(parameter)).isCloseTo(value, relative(tolerance));
    assertThat(error(fit, parameter)).isCloseTo(error, relative(1e-5));
  }

  private static double error(Fit fit, Parameter parameter) {
    int column = fit.free().indexOf(parameter);
    return Math.sqrt(fit.covariance()[column][column])
        * Math.abs(fit.values().derivative(parameter));
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}
