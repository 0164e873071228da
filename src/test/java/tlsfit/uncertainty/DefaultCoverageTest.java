package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.SlowChange;

@Tag("study")
class DefaultCoverageTest {
  @Test
  void relaxationTimeIsThatOfEtaOne() {
    // python3: 2*pi*5.012e9 * 1.054571817e-34 / (2*5*3.33564095e-30*3.2e10) = 3.1113e-06
    assertThat(DefaultCoverage.TRUTH.get(Parameter.RELAXATION_TIME))
        .isCloseTo(3.1113e-6, within(1e-10));
  }

  @Test
  void driftIsInTheReadingsInRowOrder() {
    DefaultCoverage.Design design = DefaultCoverage.DRIFT;
    List<Reading> drifting = design.simulate(3).readings().toList();
    Measurement still = Experiments.simulate(design.fields(), design.truth(), design.sigma(), 3);
    List<Reading> steady = still.readings().toList();
    assertThat(drifting.get(0).frequency() - steady.get(0).frequency())
        .isCloseTo(-23_500, within(1e-3));
    assertThat(drifting.get(39).frequency() - steady.get(39).frequency())
        .isCloseTo(23_500, within(1e-3));
    assertThat(drifting.get(13).frequency() - steady.get(13).frequency())
        .isCloseTo(47_000 * (13 / 39.0 - 0.5), within(1e-3));
  }

  @Test
  void everyExperimentCountsForEveryParameter() {
    List<DefaultCoverage.Coverage> rows =
        DefaultCoverage.run(DefaultCoverage.TWO_POWERS, new Noise.Absolute(), 8, 5, done -> {});
    assertThat(rows)
        .extracting(DefaultCoverage.Coverage::parameter)
        .containsExactlyElementsOf(Parameter.ofEveryModel());
    assertThat(rows).allSatisfy(row -> assertThat(row.experiments()).isEqualTo(8));
    // Of 8 intervals at 95 % fewer than 5 hold the truth in 4 of 10,000 studies.
    assertThat(rows).allSatisfy(row -> assertThat(row.held()).isGreaterThanOrEqualTo(5));
  }

  /** The drift is a parameter of the fit, beside which the limits of the others hold as usual. */
  @Test
  void driftIsFitted() {
    DefaultCoverage.Design design = DefaultCoverage.DRIFT;
    FitOptions options = design.options(new Noise.Absolute());
    assertThat(options.slow())
        .containsExactly(new SlowChange("test.csv", SlowChange.Kind.LINEAR_DRIFT));
    assertThat(DefaultCoverage.TWO_POWERS.options(new Noise.Absolute()).slow()).isEmpty();
    for (long seed = 1; seed <= 4; seed++) {
      Measurement measurement = design.simulate(seed);
      Fit fit = Fitter.fit(measurement, options);
      assertThat(fit.slow()).hasSize(1);
      assertThat(fit.chiSquare()).isLessThan(chiSquareOfTheTruth(design, measurement));
    }
    List<DefaultCoverage.Coverage> rows =
        DefaultCoverage.run(design, new Noise.Absolute(), 6, 5, done -> {});
    // fewer than 4 of 6 hold the truth in 2 of 1000 studies
    assertThat(rows).allSatisfy(row -> assertThat(row.held()).isGreaterThanOrEqualTo(4));
  }

  /** χ² of what was put into the readings, drift and all: no global minimum lies above it. */
  private static double chiSquareOfTheTruth(
      DefaultCoverage.Design design, Measurement measurement) {
    Observations readings = new Observations(measurement, new Noise.Absolute());
    Prediction prediction = readings.predict(Experiments.LOG, design.truth());
    double sum = 0;
    for (int i = 0; i < readings.size(); i++) {
      double drift = design.drift() * (i / (readings.size() - 1.0) - 0.5);
      double residual = readings.frequency(i) - prediction.frequency(i) - drift;
      sum += residual * residual / (design.sigma() * design.sigma());
    }
    return sum;
  }

  @Test
  void openEndHoldsTheTruth() {
    List<DefaultCoverage.Coverage> rows =
        DefaultCoverage.run(DefaultCoverage.UNSEEN, new Noise.Absolute(), 5, 5, done -> {});
    DefaultCoverage.Coverage time = rows.get(2);
    assertThat(time.parameter()).isEqualTo(Parameter.RELAXATION_TIME);
    assertThat(time.bounded()).isLessThan(5);
    assertThat(time.held()).isGreaterThan(time.bounded());
  }
}
