package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.likelihood.Profile;
import tlsfit.likelihood.ProfileEnd;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

/** Bands, profiles and replicates of a fit with a drift. */
class SlowChangeIntervalsTest {
  private static final Measurement DRIFTING =
      Experiments.moved(Experiments.jointFile(0, 68), i -> 10e3 * (i / 67.0 - 0.5));
  private static final SlowChange DRIFT = new SlowChange("test.csv", Kind.LINEAR_DRIFT);

  private static Fit fit(Measurement measurement, List<SlowChange> slow) {
    return Fitter.fit(
        measurement,
        FitOptions.of(Experiments.LOG, new Noise.Absolute())
            .withRelaxation(Relaxation.ON)
            .withSlow(slow));
  }

  private static final Fit FIT = fit(DRIFTING, List.of(DRIFT));

  /** A drift that is fitted is a drift that does not matter. */
  @Test
  void aDriftOfTheReadingsMovesItsAmplitudeAndNothingElse() {
    Fit still = fit(Experiments.jointFile(0, 68), List.of(DRIFT));
    assertThat(FIT.slow().get(0) - still.slow().get(0)).isCloseTo(10e3, within(1e-2));
    assertThat(FIT.values().dipoleMoment())
        .isCloseTo(still.values().dipoleMoment(), Percentage.withPercentage(1e-5));
    assertThat(FIT.chiSquare()).isCloseTo(still.chiSquare(), within(1e-5));
  }

  /** Where the fit is nearly linear the profile is that of the curvature. */
  @Test
  void aProfileRefitsTheDrift() {
    double wald = error(Parameter.DIPOLE_MOMENT);
    ProfileEnd end = new Profile(FIT).end(Parameter.DIPOLE_MOMENT, 1, 1);
    assertThat(end.scaled() - FIT.values().scaled(Parameter.DIPOLE_MOMENT))
        .isCloseTo(wald, Percentage.withPercentage(5));
    Fit without = fit(Experiments.jointFile(0, 68), List.of());
    int p = without.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(wald).isGreaterThan(Math.sqrt(without.covariance()[p][p]));
  }

  /** A standard deviation from 200 replicates is off by 5 %: four of these. */
  @Test
  void replicatesKeepTheDrift() {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Bootstrap.Replicates replicates =
          Bootstrap.run(
              FIT, new Bootstrap.Settings(BootstrapKind.PARAMETRIC, 200, 3), thread, done -> {});
      double[] p = Objects.requireNonNull(replicates.scaled().get(Parameter.DIPOLE_MOMENT));
      double mean = Arrays.stream(p).average().orElseThrow();
      double variance = Arrays.stream(p).map(x -> (x - mean) * (x - mean)).sum() / (p.length - 1);
      double error = error(Parameter.DIPOLE_MOMENT);
      assertThat(Math.sqrt(variance)).isCloseTo(error, Percentage.withPercentage(20));
      assertThat(mean)
          .isCloseTo(FIT.values().scaled(Parameter.DIPOLE_MOMENT), within(4 * error / 14));
      assertThat(replicates.failed()).isZero();
    } finally {
      thread.shutdown();
    }
  }

  /** The mean square of a band of linear least squares with m columns is m σ²/n. */
  @Test
  void theBandHoldsTheUncertaintyOfTheDrift() {
    double sum = 0;
    List<Band> bands = Band.of(FIT, 0.95);
    for (int i = 0; i < bands.size(); i++) {
      sum += Math.pow(bands.get(i).standardError() / FIT.observations().sigma(i), 2);
    }
    assertThat(sum).isCloseTo(5, within(1e-6));
  }

  private static double error(Parameter parameter) {
    int column = FIT.free().indexOf(parameter);
    return Math.sqrt(FIT.covariance()[column][column]);
  }
}
