package tlsfit.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Advice;

class MeasuredRangeTest {
  private static final double NONE = Double.NaN;

  private static Reading at(Drive drive, BiasRate rate) {
    return new Reading(drive, rate, 5e9, OptionalDouble.empty(), new Origin("a.csv", 2));
  }

  private static Reading fields(double field, double rate) {
    return at(new Drive.AcField(field), new BiasRate.FieldRate(rate));
  }

  private static final List<Reading> READINGS =
      List.of(
          fields(100, 3e10),
          fields(1000, 1e10),
          at(new Drive.RabiFrequency(1e7), new BiasRate.EnergyRate(1e16)));
  private static final MeasuredRange RANGE = new MeasuredRange(READINGS);

  @Test
  void insideAndAtTheEndsNothingLiesOutside() {
    for (Reading point :
        List.of(fields(100, 1e10), fields(1000, 3e10), fields(300, 2e10), READINGS.get(2))) {
      assertThat(RANGE.holds(point)).isTrue();
      assertThat(RANGE.distance(point)).isZero();
      assertThat(RANGE.outside(point, 1e-29)).isEmpty();
    }
  }

  /** Three times beyond the highest field, four times below the lowest rate: ln 3 + ln 4. */
  @Test
  void distancesAreLogarithmsAndAddUp() {
    Reading point = fields(3000, 0.25e10);
    assertThat(RANGE.holds(point)).isFalse();
    assertThat(RANGE.distance(point)).isCloseTo(Math.log(12), within(1e-12));
    assertThat(RANGE.distance(fields(50, 2e10))).isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void eachKindOfDriveAndRateHasARangeOfItsOwn() {
    Reading mixed = at(new Drive.AcField(300), new BiasRate.EnergyRate(4e16));
    assertThat(RANGE.outside(mixed, NONE))
        .containsExactly(new Advice.Outside("sweepRate", true, 1e16, null));
    Reading rabi = at(new Drive.RabiFrequency(1e6), new BiasRate.FieldRate(2e10));
    assertThat(RANGE.outside(rabi, 1e-29))
        .as("a Rabi frequency needs no dipole moment to be given in")
        .containsExactly(new Advice.Outside("rabi", false, 1e7, null));
  }

  @Test
  void theEndThatIsPassedIsNamed() {
    assertThat(RANGE.outside(fields(50, 4e10), NONE))
        .containsExactly(
            new Advice.Outside("acField", false, 100, null),
            new Advice.Outside("biasRate", true, 3e10, null));
    // p F/ħ at the end, 1e-29*1000/scipy.constants.hbar
    Advice.Outside end = RANGE.outside(fields(2000, 2e10), 1e-29).get(0);
    assertThat(end.rabi()).isCloseTo(94825215.62467286, Percentage.withPercentage(1e-9));
    assertThat(end.end()).isEqualTo(1000);
  }

  /** The power is the square of the field: 20 log10 3 = 9.542425094393248. */
  @Test
  void theChangeOfPowerIsInDecibels() {
    assertThat(RANGE.powerChange(fields(3000, 2e10))).isCloseTo(9.542425094393248, within(1e-9));
    assertThat(RANGE.powerChange(fields(1000, 2e10))).isZero();
    assertThat(RANGE.powerChange(fields(100, 2e10))).isCloseTo(-20, within(1e-9));
    Reading rabi = at(new Drive.RabiFrequency(1e8), new BiasRate.FieldRate(2e10));
    assertThat(RANGE.powerChange(rabi)).as("against Rabi frequencies").isCloseTo(20, within(1e-9));
  }

  @Test
  void theOrderOfTheReadingsIsOfNoConsequence() {
    List<Reading> reversed = new ArrayList<>(READINGS);
    Collections.reverse(reversed);
    MeasuredRange other = new MeasuredRange(reversed);
    for (Reading point : List.of(fields(20, 1e9), fields(5000, 1e12), fields(500, 2e10))) {
      assertThat(other.distance(point)).isEqualTo(RANGE.distance(point));
      assertThat(other.outside(point, 1e-29)).isEqualTo(RANGE.outside(point, 1e-29));
    }
  }

  @Test
  void aPlaceKnowsItsRates() {
    AdvicePlace place = AdvicePlace.of(fields(3000, 2e10), 1e-29, RANGE);
    // 1e-29*3000/hbar, 2*1e-29*2e10/hbar
    assertThat(place.rabi()).isCloseTo(284475646.8740186, Percentage.withPercentage(1e-9));
    assertThat(place.sweepRate()).isCloseTo(3.793008624986915e15, Percentage.withPercentage(1e-9));
    Advice advice =
        place.advice(
            Parameter.RELAXATION_TIME,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            0,
            null,
            1e-5,
            300,
            RANGE.outside(place.point(), NONE));
    assertThat(advice.before()).isNull();
    assertThat(advice.after()).as("a file holds no infinity").isNull();
    assertThat(advice.parameter()).isEqualTo("relaxationTime");
    assertThat(advice.acField()).isEqualTo(3000);
    assertThat(advice.outside()).hasSize(1);
    Reading rates = at(new Drive.RabiFrequency(1e8), new BiasRate.EnergyRate(1e16));
    AdvicePlace ofRates = AdvicePlace.of(rates, 1e-29, RANGE);
    assertThat(ofRates.rabi()).isEqualTo(1e8);
    assertThat(ofRates.sweepRate()).isEqualTo(1e16);
    Advice withoutFields = ofRates.advice(Parameter.CHI, 1, 0.5, 0, null, null, 300, List.of());
    assertThat(withoutFields.acField()).isNull();
    assertThat(withoutFields.biasRate()).isNull();
  }
}
