package tlsfit.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.load.Loader;
import tlsfit.measurement.Reading;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.units.Constants;

class RandomMeasurementsTest {
  /** A power sweep in which χ² without relaxation is easily told: η = 1, ω0/√v0 = 300. */
  private static NoiseFree powerSweep() {
    double omega0 = 2 * Math.PI * 5e9;
    ParameterValues truth =
        new ParameterValues(1e-4, 5 * Constants.DEBYE, omega0 / (300 * 300), 5e9);
    Layout.Scales scales = new Layout.Scales(truth.dipoleMoment(), omega0, 300);
    return new NoiseFree(Disturbance.MODEL, truth, Layout.POWER1.settings(scales, 40, new Draw(1)));
  }

  private static Disturbance disturbance(String scenario) {
    return Disturbance.ALL.stream()
        .filter(one -> one.scenario().equals(scenario))
        .findFirst()
        .orElseThrow();
  }

  /** What a disturbance does, with noise that is nothing beside it. */
  private static double[] errors(String scenario, NoiseFree clean) {
    return disturbance(scenario).errors().of(clean, 1e-9 * clean.span(), new Draw(3));
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameTable(Kind kind) {
    KnownMeasurement first = RandomMeasurements.of(kind, 7);
    assertThat(RandomMeasurements.of(kind, 7).table()).isEqualTo(first.table());
    assertThat(RandomMeasurements.of(kind, 8).table()).isNotEqualTo(first.table());
  }

  @ParameterizedTest
  @EnumSource
  void tableIsReadAsTheMeasurementThatIsAnalysed(Kind kind, @TempDir Path folder)
      throws IOException {
    KnownMeasurement known = RandomMeasurements.of(kind, 2);
    Path file = folder.resolve(known.name() + ".csv");
    Files.writeString(file, known.table());
    List<Reading> read = Loader.load(file).measurement().readings().toList();
    // Rows that are equal in every cell count once.
    Set<List<Object>> rows = new HashSet<>();
    List<Reading> meant =
        known
            .measurement()
            .readings()
            .filter(r -> rows.add(List.of(r.drive(), r.biasRate(), r.frequency(), r.sigma())))
            .toList();
    assertThat(read).hasSameSizeAs(meant);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).drive()).isEqualTo(meant.get(i).drive());
      assertThat(read.get(i).biasRate()).isEqualTo(meant.get(i).biasRate());
      assertThat(read.get(i).frequency()).isEqualTo(meant.get(i).frequency());
      assertThat(read.get(i).sigma()).isEqualTo(meant.get(i).sigma());
    }
  }

  @Test
  void truthIsWrittenInTheUnitsOfItsHeader() {
    KnownMeasurement known = RandomMeasurements.of(Kind.RELAX, 1);
    String[] row = known.truthRow().split(",", -1);
    assertThat(row).hasSameSizeAs(KnownMeasurement.TRUTH_HEADER.split(","));
    // Of a power sweep with ω0 = 2π f_ref: η = ω0/(v0 T10) is between 0.3 and 2.7.
    double rate = known.measurement().readings().toList().get(0).biasRate().value();
    double sweepRate = 2 * Double.parseDouble(row[2]) * 3.33564095e-30 * rate / 1.054571817e-34;
    double eta =
        2 * Math.PI * Double.parseDouble(row[5]) / (sweepRate * 1e-6 * Double.parseDouble(row[3]));
    assertThat(eta).isBetween(0.3, 2.7);
  }

  @Test
  void sumOfSquaresIsThatOfTheStraightLine() {
    NoiseFree clean = powerSweep();
    double p = 1.2 * clean.truth().dipoleMoment();
    double rate = 0.5 * clean.truth().relaxationRate();
    SimpleRegression line = new SimpleRegression();
    double[] shift = clean.shift();
    for (int i = 0; i < shift.length; i++) {
      Setting setting = clean.settings().get(i);
      line.addData(
          Disturbance.MODEL
              .shift(
                  Rates.rabi(p, setting.acField()),
                  Rates.sweepRate(p, setting.fieldRate()),
                  2 * Math.PI * clean.truth().referenceFrequency(),
                  rate)
              .value(),
          shift[i]);
    }
    LeastSquares squares = new LeastSquares(Disturbance.MODEL, clean);
    assertThat(squares.at(p, rate))
        .isCloseTo(line.getSumSquaredErrors(), Percentage.withPercentage(1e-6));
    assertThat(squares.at(clean.truth().dipoleMoment(), clean.truth().relaxationRate()))
        .isLessThan(1e-12 * clean.span() * clean.span());
  }

  @Test
  void anotherDipoleMomentFitsWithinALargeLimitOnly() {
    NoiseFree clean = powerSweep();
    LeastSquares squares = new LeastSquares(Disturbance.MODEL, clean);
    double least = squares.at(1.3 * clean.truth().dipoleMoment(), clean.truth().relaxationRate());
    assertThat(squares.anotherFits(1.3, 1.001 * least)).isTrue();
    assertThat(squares.anotherFits(1.3, 1e-6 * least)).isFalse();
  }

  @Test
  void nearestDipoleMomentOfAPlainMeasurementIsItsOwn() {
    NoiseFree clean = powerSweep();
    assertThat(new LeastSquares(Disturbance.MODEL, clean).nearestDipoleMoment())
        .isCloseTo(clean.truth().dipoleMoment(), Percentage.withPercentage(0.01));
  }

  @Test
  void driftsReachTheirShareOfTheShift() {
    NoiseFree clean = powerSweep();
    double share = 0.3 * clean.span();
    double[] line = errors("line.3", clean);
    assertThat(line[0]).isCloseTo(0, within(1e-6 * share));
    assertThat(Math.abs(line[39])).isCloseTo(share, within(1e-6 * share));
    assertThat(line[13] / line[39]).isCloseTo(13 / 39.0, within(1e-6));
    double[] baseline = errors("basePhalf.3", clean);
    // √P is F: of the field 0.05..20 the 20th of 40 readings has 400^(−20/39) of the largest.
    assertThat(baseline[19] / baseline[39]).isCloseTo(Math.pow(400, -20 / 39.0), within(1e-6));
    double[] jump = errors("jump.3", clean);
    assertThat(jump[0]).isCloseTo(0, within(1e-6 * share));
    assertThat(Math.abs(jump[39])).isCloseTo(share, within(1e-6 * share));
    assertThat(errors("walk.3", clean)[39]).isNotCloseTo(0, within(1e-3 * share));
  }

  @Test
  void noiseHasItsStandardDeviationAndItsMemory() {
    Layout.Scales scales = new Layout.Scales(5 * Constants.DEBYE, 2 * Math.PI * 5e9, 300);
    NoiseFree clean =
        new NoiseFree(Disturbance.MODEL, powerSweep().truth(), scales.powers(0.05, 20, 4000, 1));
    double[] kept = disturbance("ar.9").errors().of(clean, 2, new Draw(4));
    double square = 0;
    double product = 0;
    for (int i = 1; i < kept.length; i++) {
      square += kept[i] * kept[i] / (kept.length - 1);
      product += kept[i] * kept[i - 1] / (kept.length - 1);
    }
    // Of 4000 values with memory 0.9 the variance scatters by √(2·9.5/4000) = 7 %.
    assertThat(square).isCloseTo(4, within(1.2));
    assertThat(product / square).isCloseTo(0.9, within(0.03));
  }

  @Test
  void outliersAreFarOffToOneSide() {
    double[] errors = disturbance("outlier3").errors().of(powerSweep(), 1, new Draw(5));
    long off = Arrays.stream(errors).filter(e -> Math.abs(e) > 20).count();
    assertThat(off).isBetween(1L, 3L);
  }

  @Test
  void effectiveDipoleMomentIsTheMedianOfThoseThatRespond() {
    // ln p normal with width 1/2, weighed with p²: the median moves by 2 · ¼.
    NoiseFree clean = powerSweep();
    assertThat(disturbance("width.5").effectiveDipoleMoment(clean).orElseThrow())
        .isCloseTo(Math.exp(0.5) * 5 * Constants.DEBYE, Percentage.withPercentage(1e-6));
    assertThat(disturbance("line.1").effectiveDipoleMoment(clean)).isEmpty();
  }

  @Test
  void expectedErrorIsThatOfTheProfile() {
    NoiseFree clean = powerSweep();
    double sigma = 1e-4 * clean.span();
    double p = clean.truth().dipoleMoment() * Math.exp(2 * clean.expectedError(sigma));
    LeastSquares squares = new LeastSquares(Disturbance.MODEL, clean);
    // Two standard errors off, χ² is 4 at the best T10, which a ternary search finds.
    double from = 0.5 * clean.truth().relaxationRate();
    double to = 2 * clean.truth().relaxationRate();
    while (to - from > 1e-9 * to) {
      double third = (to - from) / 3;
      if (squares.at(p, from + third) < squares.at(p, to - third)) {
        to -= third;
      } else {
        from += third;
      }
    }
    assertThat(squares.at(p, from) / (sigma * sigma)).isCloseTo(4, within(0.1));
  }

  @Test
  void extremumInsideIsSeenOrNot() {
    Layout.Scales scales = new Layout.Scales(5 * Constants.DEBYE, 2 * Math.PI * 5e9, 300);
    ParameterValues truth = powerSweep().truth();
    assertThat(powerSweep().extremumInside()).isTrue();
    assertThat(
            new NoiseFree(Disturbance.MODEL, truth, scales.powers(0.05, 1.5, 20, 1))
                .extremumInside())
        .isFalse();
  }
}
