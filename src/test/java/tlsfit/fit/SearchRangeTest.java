package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.setup.Noise;

class SearchRangeTest {
  private static final Observations BIAS_SWEEP =
      new Observations(Experiments.biasSweep(1500, 5), new Noise.FromScatter());

  private static Reading reading(Drive drive, BiasRate rate) {
    return new Reading(drive, rate, 5e9, OptionalDouble.empty(), new Origin("a.csv", 2));
  }

  private static Observations one(double acField, double fieldRate) {
    return Observations.at(
        List.of(reading(new Drive.AcField(acField), new BiasRate.FieldRate(fieldRate))));
  }

  /**
   * p F/ħ + √(2 p Ḟ/ħ) = ω0 is a quadratic equation of √p: with F = 24 kV/m, Ḟ = 3.2e11 V/m/s, ω0 =
   * 2π 5 GHz its root is p = 1.3407945391e-28 C m. It is found to a per cent, from below.
   */
  @Test
  void theLargestDipoleMomentIsWhereTheTheoryEnds() {
    double largest = SearchRange.largestDipoleMoment(one(2.4e4, 3.2e11));
    assertThat(largest).isBetween(1.3407945391e-28 / 1.01, 1.3407945391e-28);
  }

  /** It depends on p F and p Ḟ alone. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 50})
  void weakerFieldsAllowALargerDipoleMoment(double factor) {
    double one = SearchRange.largestDipoleMoment(one(2.4e4, 3.2e11));
    double scaled = SearchRange.largestDipoleMoment(one(2.4e4 * factor, 3.2e11 * factor));
    assertThat(scaled * factor / one).isCloseTo(1, within(0.01));
  }

  /** Of several readings the one that stays longest within the theory counts. */
  @Test
  void theWeakestFieldsDecideOnTheLargestDipoleMoment() {
    Observations both =
        Observations.at(
            List.of(
                reading(new Drive.AcField(2.4e6), new BiasRate.FieldRate(3.2e11)),
                reading(new Drive.AcField(2.4e4), new BiasRate.FieldRate(3.2e11))));
    assertThat(SearchRange.largestDipoleMoment(both))
        .isEqualTo(SearchRange.largestDipoleMoment(one(2.4e4, 3.2e11)));
  }

  // ξ = π p F²/(4 ħ Ḟ): python3: 4*1.054571817e-34*3.2e10/(pi*1500**2)*xi
  @ParameterizedTest
  @CsvSource({"1, 1.909664e-30", "1e-4, 1.909664e-34"})
  void findsTheDipoleMomentOfAnXi(double xi, double dipole) {
    assertThat(SearchRange.dipoleMomentOfXi(one(1500, 3.2e10), xi))
        .isCloseTo(dipole, Percentage.withPercentage(1));
  }

  // ξ = π Ω²/(2 v0), v0 = 2 p Ḟ/ħ falls as 1/p: p = π Ω² ħ/(4 Ḟ ξ)
  // python3: pi*1e14*1.054571817e-34/(4*3.2e10*xi)
  @Test
  void xiFallsWithTheDipoleMomentWhereTheDriveIsARate() {
    Observations rabi =
        Observations.at(
            List.of(reading(new Drive.RabiFrequency(1e7), new BiasRate.FieldRate(3.2e10))));
    assertThat(SearchRange.dipoleMomentOfXi(rabi, 10))
        .isCloseTo(2.588301e-32, Percentage.withPercentage(1));
  }

  // ξ = π (p F/ħ)²/(2 v0): p = ħ/F √(2 v0 ξ/π); python3: 1.054571817e-34/1500*sqrt(2*1e16/pi)
  @Test
  void xiGrowsWithTheSquareWhereTheBiasIsARate() {
    Observations bias =
        Observations.at(List.of(reading(new Drive.AcField(1500), new BiasRate.EnergyRate(1e16))));
    assertThat(SearchRange.dipoleMomentOfXi(bias, 1))
        .isCloseTo(5.609546e-30, Percentage.withPercentage(1));
  }

  /** η = ω0/(v0 T10) is 1 at the unit, for the reading of the median sweep rate. */
  @Test
  void theUnitOfTheRelaxationRateHasAnEtaOfOne() {
    double unit = SearchRange.relaxationRateUnit(BIAS_SWEEP, 2e-29);
    double median = BIAS_SWEEP.sweepRate(2, 2e-29); // ascending rates
    assertThat(unit).isCloseTo(median / (2 * Math.PI * 5e9), Percentage.withPercentage(1e-10));
    assertThat(SearchRange.relaxationRateUnit(BIAS_SWEEP, 4e-29) / unit)
        .isCloseTo(2, within(1e-12));
  }

  /** The slowest sweep has the largest η: over four decades of the bias rate both lie as far. */
  @Test
  void theLargestEtaIsThatOfTheSlowestSweep() {
    double least = SearchRange.relaxationRate(BIAS_SWEEP, 2e-29, true);
    double most = SearchRange.relaxationRate(BIAS_SWEEP, 2e-29, false);
    assertThat(least)
        .isCloseTo(
            BIAS_SWEEP.sweepRate(0, 2e-29) / (2 * Math.PI * 5e9), Percentage.withPercentage(1e-10));
    assertThat(most / least).isCloseTo(1e4, within(1e-6));
  }
}
