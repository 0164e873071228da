package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.JointObjective.Member;
import tlsfit.fit.JointObjective.Solution;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.SlowChange;

class JointFitTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final CalibrationTerm LINE = new CalibrationTerm("attenuation 1", -0.115, 0);

  private static final Measurement A =
      Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 1000, 3);
  private static final Measurement B =
      Experiments.simulate(
          Experiments.joint(),
          Experiments.TRUTH.with(Parameter.REFERENCE_FREQUENCY, 5.012e9 + 700),
          1500,
          4);
  private static final Fit FIT_A = Fitter.fit(A, KNOWN);
  private static final Fit FIT_B = Fitter.fit(B, KNOWN);

  private static final FitOptions OWN_REFERENCE =
      KNOWN.withSlow(List.of(new SlowChange("b.csv", SlowChange.Kind.OWN_REFERENCE)));

  private static Measurement asOne() {
    List<Reading> all = new ArrayList<>(A.readings().toList());
    all.addAll(B.readings().toList());
    return Experiments.inTwoTables(Experiments.of(all), (int) A.readings().count());
  }

  private static Member member(Fit fit) {
    return new Member(fit, Map.of());
  }

  private static JointFit joint(Parameter... shared) {
    return JointFit.of(List.of(member(FIT_A), member(FIT_B)), List.of(shared));
  }

  /** All but f_ref common is the fit of one sample with two tables, each with its own reference. */
  @Test
  void isTheFitOfAllTablesAsOne() {
    JointFit joint = joint(Parameter.DIPOLE_MOMENT, Parameter.CHI, Parameter.RELAXATION_TIME);
    Fit fit = Fitter.fit(asOne(), OWN_REFERENCE);
    ParameterValues found = joint.best().values().get(0);
    Percentage million = Percentage.withPercentage(1e-4);
    assertThat(found.dipoleMoment()).isCloseTo(fit.values().dipoleMoment(), million);
    assertThat(found.chi()).isCloseTo(fit.values().chi(), million);
    assertThat(found.relaxationRate()).isCloseTo(fit.values().relaxationRate(), million);
    assertThat(joint.best().chiSquare()).isCloseTo(fit.chiSquare(), million);
    assertThat(joint.best().values().get(1).referenceFrequency() - found.referenceFrequency())
        .isCloseTo(fit.slow().get(0), within(0.1)); // a slow change adds no χ f_ref K of its own
    int p = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(joint.best().covariance()[0][0])
        .isCloseTo(fit.covariance()[p][p], Percentage.withPercentage(1e-3));
    assertThat(joint.readings()).isEqualTo(fit.observations().size());
  }

  /** With p alone in common: the minimum over p of the sum of the two profiles. */
  @Test
  void isTheMinimumOfTheSumOfTheProfiles() {
    JointFit joint = joint(Parameter.DIPOLE_MOMENT);
    double p = joint.best().values().get(0).dipoleMoment();
    assertThat(joint.best().values().get(1).dipoleMoment()).isEqualTo(p);
    double here = sum(p);
    assertThat(joint.best().chiSquare()).isCloseTo(here, within(1e-6));
    assertThat(sum(p * 1.001)).isGreaterThan(here);
    assertThat(sum(p / 1.001)).isGreaterThan(here);
    JointFit.Limits limits = joint.limits(Parameter.DIPOLE_MOMENT, 0.95);
    // scipy.stats.chi2.ppf(0.95, 1)
    assertThat(sum(limits.lower()) - here).isCloseTo(3.841458820694124, within(2e-3));
    assertThat(sum(limits.upper()) - here).isCloseTo(3.841458820694124, within(2e-3));
    List<double[]> profile = joint.profile(Parameter.DIPOLE_MOMENT, limits, 5);
    assertThat(profile.get(4)[1]).isCloseTo(sum(profile.get(4)[0]) - here, within(1e-5));
  }

  private static double sum(double p) {
    FitOptions fixed = KNOWN.withFixed(Parameter.DIPOLE_MOMENT, p);
    return Fitter.refit(
                FIT_A.observations(), fixed, FIT_A.values().with(Parameter.DIPOLE_MOMENT, p))
            .chiSquare()
        + Fitter.refit(FIT_B.observations(), fixed, FIT_B.values().with(Parameter.DIPOLE_MOMENT, p))
            .chiSquare();
  }

  @Test
  void withNothingMoreInCommonTheSeparateFitsAreTheFits() {
    Solution separate = joint(Parameter.DIPOLE_MOMENT).separate();
    assertThat(separate.chiSquare()).isCloseTo(FIT_A.chiSquare() + FIT_B.chiSquare(), within(1e-6));
    assertThat(separate.parameters()).isEqualTo(8);
  }

  /**
   * A number that both share leaves the test as it is; one for each lets the two differ by more.
   */
  @Test
  void sharedNumbersOfTheCalibrationCountOnce() {
    JointFit without = joint(Parameter.DIPOLE_MOMENT);
    JointFit shared =
        JointFit.of(
            List.of(
                new Member(FIT_A, Map.of("line", LINE)), new Member(FIT_B, Map.of("line", LINE))),
            List.of(Parameter.DIPOLE_MOMENT));
    JointFit apart =
        JointFit.of(
            List.of(
                new Member(FIT_A, Map.of("line a", LINE)),
                new Member(FIT_B, Map.of("line b", LINE))),
            List.of(Parameter.DIPOLE_MOMENT));
    assertThat(shared.best().nuisances()).containsOnlyKeys("line");
    assertThat(apart.best().nuisances()).containsOnlyKeys("line a", "line b");
    assertThat(rise(shared)).isCloseTo(rise(without), within(0.05));
    assertThat(rise(apart)).isLessThan(0.1 * rise(without) + 1e-3);
  }

  @Test
  void withTheCalibrationItIsTheFitWithTheCalibrationFittedJointly() {
    JointFit joint =
        JointFit.of(
            List.of(
                new Member(FIT_A, Map.of("line", LINE)), new Member(FIT_B, Map.of("line", LINE))),
            List.of(Parameter.DIPOLE_MOMENT, Parameter.CHI, Parameter.RELAXATION_TIME));
    Fit fit = Fitter.fit(asOne(), OWN_REFERENCE.withCalibration(List.of(LINE)));
    ParameterValues found = joint.best().values().get(0);
    Percentage million = Percentage.withPercentage(1e-4);
    assertThat(found.dipoleMoment()).isCloseTo(fit.values().dipoleMoment(), million);
    assertThat(joint.best().chiSquare()).isCloseTo(fit.chiSquare(), million);
    assertThat(joint.best().nuisances().get("line"))
        .isCloseTo(fit.nuisances().get(0), within(1e-5));
    int p = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(joint.best().covariance()[0][0])
        .isCloseTo(fit.covariance()[p][p], Percentage.withPercentage(1e-3));
  }

  private static double rise(JointFit joint) {
    return joint.best().chiSquare() - joint.separate().chiSquare();
  }

  @Test
  void aParameterThatIsNotFittedCannotBeCommon() {
    Fit fixed = Fitter.fit(A, KNOWN.withFixed(Parameter.CHI, 1.2e-4));
    assertThatThrownBy(
            () -> JointFit.of(List.of(member(fixed), member(FIT_B)), List.of(Parameter.CHI)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
