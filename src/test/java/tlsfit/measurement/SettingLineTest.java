package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SettingLineTest {
  private static Reading reading(double power, double field, double volts, double rate) {
    return new Reading(
        new Drive.AcField(field),
        new BiasRate.FieldRate(rate),
        5e9,
        OptionalDouble.empty(),
        new InstrumentSetting(Channel.POWER, power, Channel.VOLTAGE_RATE, volts),
        new Origin("a.csv", 2));
  }

  private static SettingLine only(List<Reading> readings) {
    List<SettingLine> lines = SettingLine.of(new Sweep("a.csv", readings));
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  /** F = 100 V/m at 1 nW and 3200 V/m at 1 µW. */
  @Test
  void fieldsBetweenReadingsAreOnAStraightLineOfTheLogarithms() {
    SettingLine line = only(List.of(reading(1e-6, 3200, 50, 1e9), reading(1e-9, 100, 50, 1e9)));
    assertThat(line.channel()).isEqualTo(Channel.POWER);
    assertThat(line.otherChannel()).isEqualTo(Channel.VOLTAGE_RATE);
    assertThat(line.other()).hasValue(50);
    assertThat(line.numbers()).containsExactly(0, 1);
    assertThat(line.lowest()).isEqualTo(1e-9);
    assertThat(line.highest()).isEqualTo(1e-6);
    // a third of the way: 100 · 32^(1/3)
    Reading third = line.at(1e-8);
    assertThat(third.drive().value()).isCloseTo(317.4802103936399, within(1e-9));
    assertThat(third.setting().driveValue()).isEqualTo(1e-8);
    assertThat(third.biasRate().value()).isEqualTo(1e9);
  }

  @Test
  void beyondTheReadingsAFieldGrowsWithTheRootOfThePowerAndARateWithTheVoltage() {
    SettingLine power = only(List.of(reading(1e-9, 100, 50, 1e9), reading(1e-6, 3000, 50, 1e9)));
    assertThat(power.at(4e-6).drive().value()).isCloseTo(6000, within(1e-9));
    assertThat(power.at(0.25e-9).drive().value()).isCloseTo(50, within(1e-9));
    SettingLine bias = only(List.of(reading(1e-9, 100, 50, 1e9), reading(1e-9, 100, 70, 2e9)));
    assertThat(bias.channel()).isEqualTo(Channel.VOLTAGE_RATE);
    assertThat(bias.at(140).biasRate().value()).isCloseTo(4e9, within(1e-3));
    assertThat(bias.at(140).drive().value()).isEqualTo(100);
  }

  @Test
  void aGridHasALineForEachValueOfTheOneThatTakesFewer() {
    List<Reading> grid = new ArrayList<>();
    for (double volts : new double[] {50, 500}) {
      for (int k = 0; k < 5; k++) {
        grid.add(reading(1e-9 * (k + 1), 100 * Math.sqrt(k + 1), volts, 2e7 * volts));
      }
    }
    List<SettingLine> lines = SettingLine.of(new Sweep("a.csv", grid));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).other()).hasValue(500);
    assertThat(lines.get(1).numbers()).containsExactly(5, 6, 7, 8, 9);
    assertThat(lines.get(1).at(2e-9).biasRate().value()).isCloseTo(1e10, within(1e-3));
  }

  @Test
  void aTableOfTwoSweepsHasTwoLines() {
    List<Reading> both = new ArrayList<>();
    for (int k = 1; k <= 6; k++) {
      both.add(reading(1e-9 * k, 100 * Math.sqrt(k), 50, 1e9));
    }
    for (int k = 1; k <= 4; k++) {
      both.add(reading(1e-12, 3, 70.0 * k, 1.4e9 * k));
    }
    List<SettingLine> lines = SettingLine.of(new Sweep("a.csv", both));
    assertThat(lines)
        .extracting(SettingLine::channel)
        .containsExactly(Channel.POWER, Channel.VOLTAGE_RATE);
    assertThat(lines.get(1).numbers()).containsExactly(6, 7, 8, 9);
  }

  @Test
  void whereBothMoveTogetherTheLineCarriesBoth() {
    List<Reading> together = new ArrayList<>();
    for (int k = 1; k <= 20; k++) {
      together.add(reading(1e-9 * k, 100 * Math.sqrt(k), 50.0 * k, 1e9 * k));
    }
    SettingLine line = only(together);
    assertThat(line.other()).isEmpty();
    assertThat(line.at(2.5e-9).biasRate().value()).isCloseTo(2.5e9, within(1.0));
    assertThat(line.at(2.5e-9).drive().value()).isCloseTo(158.11388300841898, within(1e-9));
  }

  @Test
  void oneSettingAloneIsALineOfOneNode() {
    SettingLine line = only(List.of(reading(1e-9, 100, 50, 1e9), reading(1e-9, 100, 50, 1e9)));
    assertThat(line.nodes()).hasSize(1);
    assertThat(line.at(4e-9).drive().value()).isCloseTo(200, within(1e-9));
  }
}
