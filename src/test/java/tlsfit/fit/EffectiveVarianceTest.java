package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

/** Errors of the drive of single readings, carried into the fit by the slope of the curve. */
class EffectiveVarianceTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  /** 0.6 dB of power: ln(10^0.06)/2 of the amplitude. */
  private static final double ERROR = 0.06 * Math.log(10) / 2;

  private static final Measurement NOISY = withDriveErrors(ERROR, 0, 5);
  private static final Fit FIT = Fitter.fit(NOISY, KNOWN);

  /** Frequencies at fields that are off by normal errors, at the fields as they were set. */
  private static Measurement withDriveErrors(double stated, double more, long seed) {
    Measurement set = Experiments.joint();
    ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    List<Reading> moved =
        set.readings()
            .map(
                r ->
                    new Reading(
                        new Drive.AcField(r.drive().value() * Math.exp(ERROR * normal.sample())),
                        r.biasRate(),
                        r.frequency(),
                        r.sigma(),
                        r.origin()))
            .toList();
    List<Reading> measured =
        Experiments.simulate(Experiments.of(moved), Experiments.TRUTH, 400 + more, seed)
            .readings()
            .toList();
    List<Reading> plan = set.readings().toList();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Reading reading = plan.get(i);
      readings.add(
          new Reading(
              reading.drive(),
              stated,
              reading.biasRate(),
              measured.get(i).frequency(),
              measured.get(i).sigma(),
              reading.setting(),
              reading.origin()));
    }
    return Experiments.of(readings);
  }

  @Test
  void theVarianceIsThatOfBothErrorsAtTheSlopeOfTheFit() {
    double[] slope = FIT.observations().predict(Experiments.LOG, FIT.values()).byLnAcField();
    for (int i = 0; i < slope.length; i++) {
      assertThat(FIT.observations().sigma(i))
          .isCloseTo(Math.sqrt(400 * 400 + Math.pow(slope[i] * ERROR, 2)), within(1e-3));
    }
    assertThat(
            IntStream.range(0, slope.length).mapToDouble(FIT.observations()::sigma).max().orElse(0))
        .isGreaterThan(1000);
  }

  /** With σ as they came out and no error of the drive, least squares is the same. */
  @Test
  void itIsTheFitOfTheReadingsWithTheseSigma() {
    List<Reading> readings = NOISY.readings().toList();
    Measurement same =
        Experiments.of(
            IntStream.range(0, readings.size())
                .mapToObj(
                    i ->
                        new Reading(
                            readings.get(i).drive(),
                            readings.get(i).biasRate(),
                            readings.get(i).frequency(),
                            OptionalDouble.of(FIT.observations().sigma(i)),
                            readings.get(i).origin()))
                .toList());
    Fit plain = Fitter.fit(same, KNOWN);
    assertThat(FIT.chiSquare()).isCloseTo(plain.chiSquare(), within(1e-6));
    for (Parameter parameter : plain.free()) {
      assertThat(FIT.values().get(parameter))
          .isCloseTo(
              plain.values().get(parameter),
              within(1e-7 * Math.abs(plain.values().get(parameter))));
    }
  }

  /** What is left out of σ shows in χ²; what is in it does not. 68 readings, 4 parameters. */
  @Test
  void chiSquareIsAsItShouldBeWithTheErrorsOnly() {
    Fit without = Fitter.fit(withDriveErrors(0, 0, 5), KNOWN);
    assertThat(without.goodnessOfFit().orElseThrow()).isLessThan(1e-9);
    assertThat(FIT.goodnessOfFit().orElseThrow()).isBetween(0.01, 0.99);
    double[][] narrow = without.covariance();
    double[][] honest = FIT.covariance();
    int p = FIT.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(Math.sqrt(honest[p][p])).isGreaterThan(1.3 * Math.sqrt(narrow[p][p]));
    double off = Math.log(FIT.values().dipoleMoment() / Experiments.TRUTH.dipoleMoment());
    assertThat(Math.abs(off)).isLessThan(3 * Math.sqrt(honest[p][p]));
  }

  /** The errors of the drive are in the scatter already. */
  @Test
  void withoutSigmaTheErrorsOfTheDriveAreNotUsed() {
    Observations observations = new Observations(NOISY, new Noise.FromScatter());
    assertThat(observations.haveDriveErrors()).isFalse();
    assertThat(new Observations(NOISY, new Noise.Absolute()).haveDriveErrors()).isTrue();
    assertThat(FIT.observations().haveDriveErrors()).isFalse();
  }
}
