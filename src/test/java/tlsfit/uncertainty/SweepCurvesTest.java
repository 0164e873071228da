package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.LikelihoodSurface;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterProfile;
import tlsfit.result.SweepCurve;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

/** What pictures are drawn of: curves, profiles, the map. */
class SweepCurvesTest {
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final Inference INFERENCE =
      Inference.profile(
          Fitter.fit(
              JOINT,
              FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON)),
          0.95);
  private static final Fit FIT = INFERENCE.fit();
  private static final List<SweepCurve> CURVES = SweepCurves.of(JOINT, INFERENCE);

  @Test
  void aCurveRunsThroughWhatTheModelSaysOfTheReadings() {
    List<Band> bands = Band.of(FIT, 0.95);
    int seen = 0;
    for (SweepCurve curve : CURVES) {
      for (int i : curve.readings()) {
        double setting = setting(curve, i);
        int k = 0;
        while (curve.setting().get(k + 1) < setting) {
          k++;
        }
        double share =
            Math.log(setting / curve.setting().get(k))
                / Math.log(curve.setting().get(k + 1) / curve.setting().get(k));
        // between points a straight line is off by the curvature, some 0.1 % of the shift
        double frequency = between(curve.frequency(), k, share);
        double shift = FIT.prediction().shift()[i];
        assertThat(frequency)
            .isCloseTo(FIT.prediction().frequency(i), within(5 + 0.004 * Math.abs(shift)));
        double band = between(curve.confidence95(), k, share);
        assertThat(band).isCloseTo(bands.get(i).confidence(), within(0.03 * band));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(FIT.observations().size());
  }

  private static double setting(SweepCurve curve, int i) {
    var setting = FIT.observations().readings().get(i).setting();
    return curve.quantity().equals(setting.drive().key())
        ? setting.driveValue()
        : setting.biasValue();
  }

  private static double between(List<Double> values, int k, double share) {
    return values.get(k) + share * (values.get(k + 1) - values.get(k));
  }

  @Test
  void theExtremumIsLowerThanAllPoints() {
    assertThat(CURVES).anyMatch(curve -> curve.extremum() != null);
    for (SweepCurve curve : CURVES) {
      SweepCurve.Extremum extremum = curve.extremum();
      if (extremum != null) {
        assertThat(curve.frequency()).allMatch(frequency -> frequency >= extremum.frequency());
        assertThat(extremum.setting())
            .isBetween(curve.setting().get(0), curve.setting().get(curve.setting().size() - 1));
      }
    }
  }

  @Test
  void aCurveReachesBeyondTheReadingsOnBothSides() {
    for (SweepCurve curve : CURVES) {
      assertThat(curve.setting()).isSorted().hasSize(121).hasSameSizeAs(curve.logarithm());
      for (int i : curve.readings()) {
        assertThat(setting(curve, i))
            .isStrictlyBetween(
                curve.setting().get(0), curve.setting().get(curve.setting().size() - 1));
      }
    }
  }

  /** Δχ² reaches 3.8415, the 95 % point of χ² with one degree of freedom, where intervals end. */
  @Test
  void profilesCrossTheLevelWhereIntervalsEnd() {
    List<ParameterProfile> profiles = ParameterProfiles.of(INFERENCE);
    assertThat(profiles).hasSize(4);
    for (ParameterProfile profile : profiles) {
      ParameterEstimate estimate =
          INFERENCE.estimates().stream()
              .filter(one -> one.name().equals(profile.name()))
              .findFirst()
              .orElseThrow();
      assertThat(profile.levels().get(1).rise()).isCloseTo(3.841458820694124, within(1e-9));
      for (double end :
          new double[] {
            Objects.requireNonNull(estimate.interval().lower()),
            Objects.requireNonNull(estimate.interval().upper())
          }) {
        assertThat(riseAt(profile, end)).as(profile.name()).isCloseTo(3.8415, within(0.04));
      }
      assertThat(profile.rise()).hasSameSizeAs(profile.parabola()).contains(0.0);
    }
  }

  private static double riseAt(ParameterProfile profile, double value) {
    List<Double> values = profile.values().stream().map(Objects::requireNonNull).toList();
    for (int k = 0; k + 1 < values.size(); k++) {
      double share = (value - values.get(k)) / (values.get(k + 1) - values.get(k));
      if (share >= 0 && share <= 1) {
        return between(profile.rise(), k, share);
      }
    }
    throw new AssertionError(profile.name() + " does not reach " + value);
  }

  @Test
  void theMapIsNowhereBelowTheFitAndLowestBesideIt() {
    LikelihoodSurface surface = LikelihoodSurfaces.of(FIT);
    double lowest = Double.POSITIVE_INFINITY;
    double dipole = 0;
    for (List<Double> row : surface.rise()) {
      assertThat(row).hasSameSizeAs(surface.dipoleMoment());
      for (int i = 0; i < row.size(); i++) {
        Double rise = row.get(i);
        if (rise != null && rise < lowest) {
          lowest = rise;
          dipole = surface.dipoleMoment().get(i);
        }
      }
    }
    assertThat(lowest).isNotNegative();
    double steps = Math.log(dipole / FIT.values().get(Parameter.DIPOLE_MOMENT)) / 0.35;
    assertThat(steps).isBetween(-1.0, 1.0);
  }
}
