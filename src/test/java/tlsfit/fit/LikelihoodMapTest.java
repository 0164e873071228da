package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Prior;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

class LikelihoodMapTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Measurement ROUGH =
      Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 40_000, 5);
  private static final Observations READINGS = new Observations(ROUGH, new Noise.Absolute());
  private static final LikelihoodMap MAP = LikelihoodMap.of(READINGS, KNOWN);

  /** χ² of the straight line in K through the readings, by the normal equations. */
  private static double bruteForce(Observations readings, double dipole, double rate) {
    double omega0 = 2 * Math.PI * readings.medianFrequency();
    int n = readings.size();
    double[] k = new double[n];
    double[] f = new double[n];
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      k[i] =
          Experiments.LOG
              .shift(readings.rabi(i, dipole), readings.sweepRate(i, dipole), omega0, rate)
              .value();
      f[i] = readings.frequency(i) - readings.medianFrequency();
      w[i] = 1 / (readings.sigma(i) * readings.sigma(i));
    }
    double sum = 0;
    double meanK = 0;
    double meanF = 0;
    for (int i = 0; i < n; i++) {
      sum += w[i];
      meanK += w[i] * k[i];
      meanF += w[i] * f[i];
    }
    meanK /= sum;
    meanF /= sum;
    double kk = 0;
    double kf = 0;
    double ff = 0;
    for (int i = 0; i < n; i++) {
      kk += w[i] * (k[i] - meanK) * (k[i] - meanK);
      kf += w[i] * (k[i] - meanK) * (f[i] - meanF);
      ff += w[i] * (f[i] - meanF) * (f[i] - meanF);
    }
    double slope = Math.min(kf / kk, 0); // to the red alone
    return ff - 2 * slope * kf + slope * slope * kk;
  }

  /** The lowest χ² at a dipole moment, whatever the relaxation. */
  private static double lowest(Observations readings, double dipole) {
    double unit = SearchRange.relaxationRateUnit(readings, dipole);
    return Arrays.stream(range(1e-7 * unit, 1e7 * unit, 200))
        .map(rate -> bruteForce(readings, dipole, rate))
        .min()
        .orElseThrow();
  }

  private static double[] range(double low, double high, int n) {
    return IntStream.rangeClosed(0, n)
        .mapToDouble(i -> low * Math.pow(high / low, (double) i / n))
        .toArray();
  }

  @Test
  void holdsChiSquareAtEachPoint() {
    double[] dipoles = MAP.dipoleMoments();
    double[] rates = MAP.relaxationRates();
    int points = 0;
    for (int i = 0; i < dipoles.length; i += 3) {
      for (int j = 0; j < rates.length; j += 3) {
        if (!Double.isNaN(MAP.chiSquare(i, j))) {
          points++;
          assertThat(MAP.chiSquare(i, j))
              .isCloseTo(
                  bruteForce(READINGS, dipoles[i], rates[j]), Percentage.withPercentage(1e-6));
        }
      }
    }
    assertThat(points).isGreaterThan(100);
  }

  /** 1/T10 at which η of a reading is one: v0/ω0. */
  @Test
  void reachesFromWhereNothingSaturatesToTheEndOfTheTheory() {
    double[] dipoles = MAP.dipoleMoments();
    double smallest = dipoles[0];
    double largestXi =
        IntStream.range(0, READINGS.size())
            .mapToDouble(i -> Rates.xi(READINGS.rabi(i, smallest), READINGS.sweepRate(i, smallest)))
            .max()
            .orElseThrow();
    assertThat(largestXi).isBetween(LikelihoodMap.SMALLEST_XI, 1.0);
    // Further down all is proportional to ξ: χ² has settled.
    double settled = lowest(READINGS, smallest);
    double best = bruteForce(READINGS, Experiments.TRUTH.dipoleMoment(), 1 / 3e-6);
    assertThat(lowest(READINGS, 1e-2 * smallest))
        .isCloseTo(settled, within(0.01 + 0.02 * (settled - best)));
    double largest = dipoles[dipoles.length - 1];
    double omega0 = 2 * Math.PI * READINGS.medianFrequency();
    double margin =
        IntStream.range(0, READINGS.size())
            .mapToDouble(i -> READINGS.rabi(i, largest) + Math.sqrt(READINGS.sweepRate(i, largest)))
            .min()
            .orElseThrow();
    assertThat(margin / omega0).isBetween(0.98, 1.0);
    for (int i = 1; i < dipoles.length; i++) {
      assertThat(Math.log(dipoles[i] / dipoles[i - 1]))
          .isBetween(0.8 * LikelihoodMap.DIPOLE_STEP, LikelihoodMap.DIPOLE_STEP * (1 + 1e-6));
    }
    double[] rates = MAP.relaxationRates();
    assertThat(rates[0]).isZero();
    double slowest = 2 * smallest * 1e9 / Constants.HBAR / omega0; // biasSweep begins at 1e9
    assertThat(rates[1] / slowest).isLessThan(1e-3); // that of the smallest ξ
    assertThat(rates[rates.length - 1])
        .isCloseTo(
            LikelihoodMap.FASTEST_ETA * 2 * largest * 1e13 / Constants.HBAR / omega0,
            Percentage.withPercentage(1));
    for (int j = 2; j < rates.length; j++) {
      assertThat(Math.log(rates[j] / rates[j - 1]))
          .isBetween(0.8 * LikelihoodMap.RATE_STEP, LikelihoodMap.RATE_STEP * (1 + 1e-6));
    }
  }

  @Test
  void leavesOutWhatMakesNoDifference() {
    int last = MAP.relaxationRates().length - 1;
    assertThat(MAP.chiSquare(0, last)).isNaN(); // far faster than any sweep of so small a p
    assertThat(MAP.chiSquare(MAP.dipoleMoments().length - 1, 1)).isNaN();
    for (int i = 0; i < MAP.dipoleMoments().length; i++) {
      assertThat(MAP.chiSquare(i, 0)).isNotNaN();
    }
  }

  /** On a grid of 120 times 120 points no basin is deeper than what the map leads to. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1e-3, 4000, 11",
    "0.5, 1e-6, 4000, 12",
    "3, 3e-4, 40000, 13",
    "3, 1e-6, 40000, 14",
    "10, 3e-6, 100000, 15",
    "10, 1e-7, 40000, 16",
    "25, 1, 40000, 17",
  })
  void leadsToTheLowestOfAllBasins(double debye, double time, double sigma, long seed) {
    ParameterValues truth = new ParameterValues(1.2e-4, debye * Constants.DEBYE, 1 / time, 5.012e9);
    Measurement power =
        Experiments.simulate(Experiments.powerSweep(3.2e10, 24), truth, sigma, seed);
    Observations readings = new Observations(power, new Noise.Absolute());
    LikelihoodMap map = LikelihoodMap.of(readings, KNOWN);
    double[] dipoles = map.dipoleMoments();
    double[] rates = map.relaxationRates();
    double least = Double.POSITIVE_INFINITY;
    for (double dipole : range(dipoles[0], dipoles[dipoles.length - 1], 120)) {
      least = Math.min(least, bruteForce(readings, dipole, 0));
      for (double rate : range(rates[1], rates[rates.length - 1], 120)) {
        if (rate
            < LikelihoodMap.FASTEST_ETA * Rates.sweepRate(dipole, 3.2e10) / (2 * Math.PI * 5e9)) {
          least = Math.min(least, bruteForce(readings, dipole, rate));
        }
      }
    }
    List<ParameterValues> minima = map.minima(8);
    double found =
        minima.stream()
            .mapToDouble(start -> Fitter.refit(readings, KNOWN, start).chiSquare())
            .min()
            .orElseThrow();
    // but for ω0, taken at the median frequency
    assertThat(found).isLessThan(least + 0.01);
    Fit fit = Fitter.fit(power, KNOWN);
    assertThat(fit.chiSquare()).isLessThan(least + 0.01);
    assertThat(fit.map()).isPresent();
  }

  /** The lowest point is within a step of the best fit, whose minimum is wider than a step here. */
  @Test
  void itsLowestPointIsBesideTheBestFit() {
    Measurement noisy = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 400_000, 5);
    Observations readings = new Observations(noisy, new Noise.Absolute());
    ParameterValues lowest = LikelihoodMap.of(readings, KNOWN).minima(1).get(0);
    Fit fit = Fitter.fit(noisy, KNOWN);
    assertThat(Math.log(lowest.dipoleMoment() / fit.values().dipoleMoment()))
        .isCloseTo(0, within(0.26));
    assertThat(Math.log(lowest.relaxationRate() / fit.values().relaxationRate()))
        .isCloseTo(0, within(0.51));
  }

  @Test
  void bothMinimaOfATwoFoldResponseAreFound() {
    Observations readings = new Observations(TwoFold.measurement(8e4), new Noise.Absolute());
    List<ParameterValues> minima = LikelihoodMap.of(readings, TwoFold.options()).minima(8);
    for (double expected : new double[] {TwoFold.MIDDLE / Math.E, TwoFold.MIDDLE * Math.E}) {
      assertThat(minima)
          .anySatisfy(
              start ->
                  assertThat(Math.log(start.dipoleMoment() / expected))
                      .isCloseTo(0, within(0.55 * LikelihoodMap.DIPOLE_STEP)));
    }
    Fit fit = Fitter.fit(readings, TwoFold.options());
    assertThat(fit.chiSquare()).isCloseTo(0, within(1e-9));
  }

  /**
   * By how much a floor may fail: by a hundredth, or by 2 % of what lies above the fit, since the
   * map ends where χ² changes by less than 1 % of that over a step.
   */
  private static double highest(double least, double best) {
    return least + 0.01 + 0.02 * (least - best);
  }

  /** No floor lies above χ² on its line, between the points of the map too. */
  @ParameterizedTest
  @CsvSource({"40000, 5", "400000, 6"})
  void floorsAreBelowAllOfALine(double sigma, long seed) {
    Measurement noisy = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, sigma, seed);
    Observations readings = new Observations(noisy, new Noise.Absolute());
    LikelihoodMap map = LikelihoodMap.of(readings, KNOWN);
    double[] dipoles = map.dipoleMoments();
    double[] rates = map.relaxationRates();
    double best = Fitter.fit(noisy, KNOWN).chiSquare();
    int near = 0;
    for (int i = 0; i < dipoles.length; i++) {
      double least = bruteForce(readings, dipoles[i], 0);
      for (double rate : range(rates[1], rates[rates.length - 1], 200)) {
        if (rate
            < LikelihoodMap.FASTEST_ETA * Rates.sweepRate(dipoles[i], 1e9) / (2 * Math.PI * 5e9)) {
          least = Math.min(least, bruteForce(readings, dipoles[i], rate));
        }
      }
      near += least < best + 60 ? 1 : 0;
      assertThat(map.floorAtDipoleMoment(i)).as("p %d", i).isLessThan(highest(least, best));
      if (least < best + 60) {
        assertThat(map.floorAtDipoleMoment(i)).as("p %d", i).isGreaterThan(best - 200);
      }
    }
    for (int j = 0; j < rates.length; j += 4) {
      double least = Double.POSITIVE_INFINITY;
      for (double dipole : range(dipoles[0], dipoles[dipoles.length - 1], 200)) {
        if (rates[j]
            < LikelihoodMap.FASTEST_ETA * Rates.sweepRate(dipole, 1e9) / (2 * Math.PI * 5e9)) {
          least = Math.min(least, bruteForce(readings, dipole, rates[j]));
        }
      }
      assertThat(map.floorAtRelaxationRate(j)).as("rate %d", j).isLessThan(highest(least, best));
    }
    assertThat(near).isPositive();
  }

  @Test
  void aLineOfTheMapGivesItsLowestPoints() {
    double[] dipoles = MAP.dipoleMoments();
    for (int i = 0; i < dipoles.length; i += 5) {
      LikelihoodMap.LowestPoint point = MAP.atDipoleMoment(i, 2).get(0);
      ParameterValues lowest = point.values();
      assertThat(lowest.dipoleMoment()).isEqualTo(dipoles[i]);
      int row = i;
      double least =
          IntStream.range(0, MAP.relaxationRates().length)
              .mapToDouble(j -> MAP.chiSquare(row, j))
              .filter(Double::isFinite)
              .min()
              .orElseThrow();
      assertThat(point.chiSquare()).isLessThanOrEqualTo(least);
      assertThat(bruteForce(READINGS, dipoles[i], lowest.relaxationRate()))
          .isCloseTo(point.chiSquare(), Percentage.withPercentage(1e-6));
      double[] rates = MAP.relaxationRates();
      int next = 0;
      while (next < rates.length - 1 && rates[next] <= lowest.relaxationRate()) {
        next++;
      }
      if (next < 3 || Double.isNaN(MAP.chiSquare(i, next - 2) + MAP.chiSquare(i, next))) {
        continue; // at an end
      }
      // Found to a thousandth of the mean square of a residual.
      double around =
          Arrays.stream(range(rates[next - 2], rates[next], 60))
              .map(rate -> bruteForce(READINGS, dipoles[row], rate))
              .min()
              .orElseThrow();
      assertThat(around).isGreaterThan(point.chiSquare() * (1 - 2e-3 / READINGS.size()));
    }
  }

  /** At a given χ the best point's other parameters: near the truth, at the true χ. */
  @Test
  void atAStrengthItGivesWhatGoesWithIt() {
    ParameterValues best = MAP.atStrength(1.2e-4);
    assertThat(best.chi()).isEqualTo(1.2e-4);
    assertThat(Math.log(best.dipoleMoment() / Experiments.TRUTH.dipoleMoment()))
        .isCloseTo(0, within(0.3));
    double[] strengths = MAP.strengths(60);
    assertThat(strengths[0]).isLessThan(strengths[1]);
    assertThat(MAP.strengths(1e4)[0]).isLessThanOrEqualTo(strengths[0]);
    assertThat(MAP.strengths(1e4)[1]).isGreaterThan(strengths[1]);
  }

  @Test
  void boundsAndFixedValuesCutIt() {
    FitOptions bounded =
        KNOWN
            .withBounds(Parameter.DIPOLE_MOMENT, new Bounds(1e-29, 2e-29))
            .withBounds(Parameter.RELAXATION_TIME, new Bounds(1e-6, 1e-5));
    LikelihoodMap map = LikelihoodMap.of(READINGS, bounded);
    assertThat(map.dipoleMoments()).hasSize(3).startsWith(1e-29).endsWith(2e-29);
    assertThat(map.relaxationRates()).hasSize(5);
    assertThat(map.relaxationRates()[0]).isCloseTo(1e5, within(1e-6));
    assertThat(map.relaxationRates()[4]).isCloseTo(1e6, within(1e-6));

    LikelihoodMap point =
        LikelihoodMap.of(
            READINGS,
            KNOWN
                .withFixed(Parameter.DIPOLE_MOMENT, 2e-29)
                .withFixed(Parameter.RELAXATION_TIME, 4e-6));
    assertThat(point.dipoleMoments()).containsExactly(2e-29);
    assertThat(point.relaxationRates()).containsExactly(1 / 4e-6);
    assertThat(point.minima(8)).hasSize(1);

    LikelihoodMap line = LikelihoodMap.of(READINGS, KNOWN.withRelaxation(Relaxation.OFF));
    assertThat(line.relaxationRates()).containsExactly(0);
    // what is known of T10 needs a rate
    LikelihoodMap known =
        LikelihoodMap.of(
            READINGS, KNOWN.withPrior(Parameter.RELAXATION_TIME, new Prior(3e-6, 1e-6)));
    assertThat(known.relaxationRates()).doesNotContain(0);
  }

  @Test
  void whatIsFixedIsAStartEverywhere() {
    FitOptions fixed =
        KNOWN
            .withFixed(Parameter.CHI, 1e-4)
            .withFixed(Parameter.DIPOLE_MOMENT, 2e-29)
            .withFixed(Parameter.RELAXATION_TIME, 4e-6)
            .withFixed(Parameter.REFERENCE_FREQUENCY, 5.01e9);
    assertThat(LikelihoodMap.of(READINGS, fixed).minima(8))
        .containsExactly(new ParameterValues(1e-4, 2e-29, 1 / 4e-6, 5.01e9));
  }

  /** Of 1000 readings every third is taken, and counts three times. */
  @Test
  void manyReadingsAreThinned() {
    Measurement many =
        Experiments.simulate(Experiments.powerSweep(3.2e10, 1000), Experiments.TRUTH, 40_000, 3);
    Observations all = new Observations(many, new Noise.Absolute());
    FitOptions off = KNOWN.withRelaxation(Relaxation.OFF);
    LikelihoodMap map = LikelihoodMap.of(all, off);
    Observations third =
        all.subset(IntStream.range(0, 1000).filter(i -> i % 3 == 0).boxed().toList());
    assertThat(third.size()).isEqualTo(334);
    double[] dipoles = map.dipoleMoments();
    for (int i = 0; i < dipoles.length; i += 7) {
      assertThat(map.chiSquare(i, 0))
          .isCloseTo(
              bruteForce(third, dipoles[i], 0) * 1000 / 334, Percentage.withPercentage(1e-6));
    }
    // 400 are not
    Observations few =
        new Observations(
            Experiments.simulate(Experiments.powerSweep(3.2e10, 400), Experiments.TRUTH, 40_000, 3),
            new Noise.Absolute());
    LikelihoodMap whole = LikelihoodMap.of(few, off);
    assertThat(whole.chiSquare(20, 0))
        .isCloseTo(bruteForce(few, whole.dipoleMoments()[20], 0), Percentage.withPercentage(1e-6));
  }

  /** The prior stands beside all readings, once, however few of them are taken. */
  @Test
  void aPriorOfThinnedReadingsCountsOnce() {
    Measurement many =
        Experiments.simulate(Experiments.powerSweep(3.2e10, 1000), Experiments.TRUTH, 40_000, 3);
    Observations all = new Observations(many, new Noise.Absolute());
    FitOptions off = KNOWN.withRelaxation(Relaxation.OFF);
    LikelihoodMap without = LikelihoodMap.of(all, off);
    LikelihoodMap with =
        LikelihoodMap.of(all, off.withPrior(Parameter.DIPOLE_MOMENT, new Prior(1.6e-29, 4e-31)));
    double[] dipoles = with.dipoleMoments();
    for (int i = 0; i < dipoles.length; i += 7) {
      double pull = (dipoles[i] - 1.6e-29) / 4e-31;
      assertThat(with.chiSquare(i, 0) - without.chiSquare(i, 0))
          .isCloseTo(pull * pull, within(1e-6 * with.chiSquare(i, 0)));
    }
  }

  /** Shifts to the blue have no minimum with a strength: one start, with hardly any. */
  @Test
  void aShiftToTheBlueHasAStartAllTheSame() {
    List<Double> frequencies = ROUGH.readings().map(reading -> reading.frequency()).toList();
    Measurement blue = Experiments.moved(ROUGH, i -> 2 * (5.012e9 - frequencies.get(i)));
    FitOptions shape =
        KNOWN
            .withFixed(Parameter.DIPOLE_MOMENT, Experiments.TRUTH.dipoleMoment())
            .withFixed(Parameter.RELAXATION_TIME, 3e-6);
    List<ParameterValues> minima =
        LikelihoodMap.of(new Observations(blue, new Noise.Absolute()), shape).minima(8);
    assertThat(minima).hasSize(1);
    assertThat(minima.get(0).chi()).isPositive().isLessThan(1e-11);
    assertThat(minima.get(0).dipoleMoment()).isEqualTo(Experiments.TRUTH.dipoleMoment());
  }
}
