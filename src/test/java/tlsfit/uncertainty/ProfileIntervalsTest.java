package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

/**
 * Limits against scipy 1.17.1 and numpy 2.4.6: the model of theory.md with S(ξ, η) and its
 * derivatives by the trapezoidal rule in s, u = 1/(1 + e^−s), and Gauss-Legendre panels in −ln c;
 * the parameter held, the others by least_squares(method="lm") and two Gauss-Newton steps; brentq
 * on √(χ² − χ²_min) less quantile × σ factor, to 1e-12. Quantiles by scipy.stats norm and t.
 *
 * <p>Tolerance: 2e-4 of the distance to the best value, twice the share of the level to which it is
 * met.
 */
class ProfileIntervalsTest {
  private static final double DEBYE = Constants.DEBYE;
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions RELATIVE = FitOptions.of(Experiments.LOG, new Noise.Relative());
  private static final Measurement JOINT = Experiments.jointFile(0, 68);

  /** Noise large enough for the curvature at the fit not to tell all: 6 % in χ, 17 % in p. */
  private static final Measurement NOISY =
      Experiments.simulate(Experiments.biasSweep(1500, 40), Experiments.TRUTH, 24_000, 1);

  /** Relaxation that is hardly seen. */
  private static final Measurement SLOW =
      Experiments.simulate(
          Experiments.biasSweep(1500, 40),
          Experiments.TRUTH.with(Parameter.RELAXATION_TIME, 6e-4),
          24_000,
          6);

  @Test
  void knownSigma() {
    List<ParameterEstimate> estimates = profile(Fitter.fit(JOINT, KNOWN), 0.95);
    check(estimates, Parameter.CHI, 0.00011985441292545892, 0.00012021584542980926);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.665503480162483e-29, 1.6785519116850087e-29);
    check(estimates, Parameter.RELAXATION_TIME, 2.9789593597339463e-06, 3.0075902420614948e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011999542.1809635, 5012000311.333122);
  }

  // 1.997729654317693 of Student's t with 64 degrees of freedom, times √(χ²/64).
  @Test
  void sigmaFromTheScatter() {
    List<ParameterEstimate> estimates = profile(Fitter.fit(JOINT, RELATIVE), 0.95);
    check(estimates, Parameter.CHI, 0.00011982299256088925, 0.0001202472983954352);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.6643729269908782e-29, 1.6796912232984962e-29);
    check(estimates, Parameter.RELAXATION_TIME, 2.976483005126839e-06, 3.010094463242685e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011999475.295688, 5012000378.2464695);
  }

  // The upper side of ln χ is 1.21 times as long as by the curvature, the lower one 0.92 times.
  @Test
  void largeNoise() {
    Fit fit = Fitter.fit(NOISY, KNOWN.withRelaxation(Relaxation.ON));
    List<ParameterEstimate> estimates = profile(fit, 0.95);
    check(estimates, Parameter.CHI, 0.00011106275487704275, 0.00013204238286432967);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.0959077844381105e-29, 2.194673923270313e-29);
    check(estimates, Parameter.RELAXATION_TIME, 2.4440753178285326e-06, 3.618706522814794e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011971330.163446, 5012004530.200894);
    ParameterEstimate chi = of(estimates, Parameter.CHI);
    double wald =
        1.9599639845400545
            * Objects.requireNonNull(chi.standardError())
            / Objects.requireNonNull(chi.value());
    assertThat(Math.log(chi.interval().to() / chi.value()) / wald)
        .isCloseTo(1.21352, Offset.offset(5e-4));
  }

  // 36 degrees of freedom: quantile 2.0280940009804507.
  @Test
  void largeNoiseOfUnknownSize() {
    Fit fit = Fitter.fit(NOISY, RELATIVE.withRelaxation(Relaxation.ON));
    List<ParameterEstimate> estimates = profile(fit, 0.95);
    check(estimates, Parameter.CHI, 0.00011142692072732465, 0.00013131444330513243);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.115999499704364e-29, 2.1604421248373245e-29);
    check(estimates, Parameter.RELAXATION_TIME, 2.466492997275995e-06, 3.5827323680049303e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011972100.5632515, 5012003691.302389);
  }

  @Test
  void aPriorCounts() {
    Prior prior = new Prior(4.95 * DEBYE, 0.01 * DEBYE);
    List<ParameterEstimate> estimates =
        profile(Fitter.fit(JOINT, KNOWN.withPrior(Parameter.DIPOLE_MOMENT, prior)), 0.95);
    check(estimates, Parameter.CHI, 0.00011980678573098703, 0.00012016559791072917);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.6570496036884616e-29, 1.6662464467694946e-29);
    check(estimates, Parameter.RELAXATION_TIME, 2.9956551222245794e-06, 3.0211144803637225e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011999371.32942, 5012000123.831492);
  }

  // Three quarters of a standard error below the best value. p ends at its bound, below at the
  // one-sided point 1.6448536; while the others move, p may leave the bound.
  @Test
  void aParameterAtItsBound() {
    Fit fit =
        Fitter.fit(JOINT, KNOWN.withBounds(Parameter.DIPOLE_MOMENT, new Bounds(0, 5.005 * DEBYE)));
    assertThat(fit.atBound()).containsOnlyKeys(Parameter.DIPOLE_MOMENT);
    List<ParameterEstimate> estimates = profile(fit, 0.95);
    check(estimates, Parameter.CHI, 0.00011984515406378545, 0.00012020134791646107);
    check(estimates, Parameter.RELAXATION_TIME, 2.986169553646769e-06, 3.0086341292531e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011999515.422326, 5012000251.079848);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.6659946341144888e-29, 5.005 * DEBYE);
    List<ParameterEstimate> wald = WaldIntervals.of(fit, Diagnosis.of(fit), 0.95);
    assertThat(wald).isEqualTo(estimates); // what a curvature at a bound would say is wrong
  }

  // The bound lies between the best value, 5.0126 D, and the upper limit without it, 5.0321 D.
  @Test
  void aBoundCutsAnInterval() {
    Fit fit =
        Fitter.fit(JOINT, KNOWN.withBounds(Parameter.DIPOLE_MOMENT, new Bounds(0, 5.02 * DEBYE)));
    assertThat(fit.atBound()).isEmpty();
    List<ParameterEstimate> estimates = profile(fit, 0.95);
    check(estimates, Parameter.DIPOLE_MOMENT, 1.6655034801559031e-29, 5.02 * DEBYE);
    check(estimates, Parameter.CHI, 0.0001198544129254587, 0.00012021584542980329);
    check(estimates, Parameter.RELAXATION_TIME, 2.979740778059654e-06, 3.0075902420618078e-06);
    check(estimates, Parameter.REFERENCE_FREQUENCY, 5011999542.1809635, 5012000311.333122);
  }

  @Test
  void aBoundOfTheRelaxationTimeCutsItsInterval() {
    Bounds bounds = new Bounds(2.985e-6, 3e-6);
    Fit fit = Fitter.fit(JOINT, KNOWN.withBounds(Parameter.RELAXATION_TIME, bounds));
    check(profile(fit, 0.95), Parameter.RELAXATION_TIME, 2.985e-6, 3e-6);
  }

  // At 1/T10 = 0, the end of the range, the root of the rise is 2.42939: less than 2.5758293, the
  // one-sided normal quantile of 99.5 %, and more than 2.3263479, that of 99 %.
  @Test
  void relaxationThatIsHardlySeenLeavesItsTimeOpenAbove() {
    Fit fit = Fitter.fit(SLOW, KNOWN.withRelaxation(Relaxation.ON));
    ParameterEstimate open = of(profile(fit, 0.995), Parameter.RELAXATION_TIME);
    assertThat(open.interval().upper()).isNull();
    assertThat(open.value()).isNull();
    // far from 0 the limit is the two-sided one: scipy.stats.norm.ppf(0.9975)
    assertThat(root(fit, Objects.requireNonNull(open.interval().lower())))
        .isCloseTo(2.807033768343811, Offset.offset(1e-3));
    Interval closed = of(profile(fit, 0.99), Parameter.RELAXATION_TIME).interval();
    assertThat(closed.lower()).isCloseTo(0.0004309433601612428, Offset.offset(1e-7));
    assertThat(closed.upper()).isFinite();
  }

  /** Near 0 a limit is where the values of an estimate x of θ ≥ 0 that count as near are 99 %. */
  @Test
  void theLimitNearZeroKeepsItsCoverage() {
    Fit fit = Fitter.fit(SLOW, KNOWN.withRelaxation(Relaxation.ON));
    Interval interval = of(profile(fit, 0.99), Parameter.RELAXATION_TIME).interval();
    double root = root(fit, Objects.requireNonNull(interval.upper()));
    double theta = 2.42939 - root;
    NormalDistribution normal = NormalDistribution.of(0, 1);
    assertThat(theta).isBetween(0.0, 0.5);
    // of x < 0 those with θ² − 2θx < root²
    assertThat(
            normal.cumulativeProbability(root)
                - normal.cumulativeProbability(-(theta * theta + root * root) / (2 * theta)))
        .isCloseTo(0.99, Offset.offset(1e-4));
  }

  /** Root of the rise of χ² where T10 is fixed [standard errors]. */
  private static double root(Fit fit, double time) {
    Fit there =
        Fitter.refit(
            fit.observations(),
            fit.options().withFixed(Parameter.RELAXATION_TIME, time),
            fit.values().with(Parameter.RELAXATION_TIME, time));
    return Math.sqrt(there.chiSquare() - fit.chiSquare());
  }

  @Test
  void aHigherLevelIsWider() {
    Fit fit = Fitter.fit(NOISY, KNOWN.withRelaxation(Relaxation.ON));
    List<ParameterEstimate> narrow = profile(fit, 0.68);
    List<ParameterEstimate> wide = profile(fit, 0.95);
    for (Parameter parameter : fit.free()) {
      Interval inner = of(narrow, parameter).interval();
      Interval outer = of(wide, parameter).interval();
      assertThat(inner.lower()).isBetween(outer.lower(), of(wide, parameter).value());
      assertThat(inner.upper()).isBetween(of(wide, parameter).value(), outer.upper());
      assertThat(Objects.requireNonNull(outer.upper()) - Objects.requireNonNull(outer.lower()))
          .isGreaterThan(
              1.5
                  * (Objects.requireNonNull(inner.upper())
                      - Objects.requireNonNull(inner.lower())));
    }
  }

  private static List<ParameterEstimate> profile(Fit fit, double level) {
    return ProfileIntervals.of(fit, Diagnosis.of(fit), level);
  }

  private static ParameterEstimate of(List<ParameterEstimate> estimates, Parameter parameter) {
    return estimates.stream()
        .filter(e -> e.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow();
  }

  private static void check(
      List<ParameterEstimate> estimates, Parameter parameter, double lower, double upper) {
    Interval interval = of(estimates, parameter).interval();
    double tolerance = 2e-4 * 0.5 * (upper - lower);
    assertThat(interval.method()).isEqualTo("profile");
    assertThat(interval.lower()).as(parameter.key()).isCloseTo(lower, Offset.offset(tolerance));
    assertThat(interval.upper()).as(parameter.key()).isCloseTo(upper, Offset.offset(tolerance));
  }
}
