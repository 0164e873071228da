package tlsfit.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.Channel;

class TablePlanTest {
  @Test
  void oneRange() {
    TablePlan plan =
        TablePlan.parse(" power-sweep.csv : power=-100..-40 dBm, bias-rate=16000 V/s, points=40 ");
    assertThat(plan.file()).isEqualTo("power-sweep.csv");
    assertThat(plan.drive().channel()).isEqualTo(Channel.POWER);
    assertThat(plan.bias().channel()).isEqualTo(Channel.VOLTAGE_RATE);
    assertThat(plan.drivePoints()).isEqualTo(40);
    assertThat(plan.biasPoints()).isEqualTo(1);
  }

  @Test
  void theBiasMayBeTheRange() {
    TablePlan plan =
        TablePlan.parse("b.csv: points=7, bias-rate=1e9..1e11 V/m/s, ac-field=100 V/m");
    assertThat(plan.drivePoints()).isEqualTo(1);
    assertThat(plan.biasPoints()).isEqualTo(7);
  }

  @Test
  void twoRangesTheDriveFirst() {
    TablePlan plan =
        TablePlan.parse("t.csv: ac-field=10..1000 V/m, bias-rate=1e9..1e11 V/m/s, points=3x2");
    assertThat(plan.drivePoints()).isEqualTo(3);
    assertThat(plan.biasPoints()).isEqualTo(2);
  }

  /** A table in laboratory form leaves what is constant to the sample file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ac-field=1..9 V/m, bias-rate=1e9 V/m/s | true | true",
        "rabi-frequency=1e6..1e7 1/s, bias-rate=1e17 1/s^2 | true | true",
        "power=-9..0 dBm, bias-rate=1e9 V/m/s | false | false",
        "photons=1..9, bias-rate=1e9 V/m/s | false | false",
        "ac-field=1..9 V/m, bias-rate=1e3 V/s | false | false"
      })
  void constantsHaveColumnsInTablesOfFieldsOnly(
      String settings, boolean ofFields, boolean biasColumn) {
    TablePlan plan = TablePlan.parse("t.csv: " + settings + ", points=3");
    assertThat(plan.isOfFields()).isEqualTo(ofFields);
    assertThat(plan.hasColumn(plan.drive())).as("a range has one").isTrue();
    assertThat(plan.hasColumn(plan.bias())).isEqualTo(biasColumn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power=1 dBm, points=3",
        ": points=3",
        "a/b.csv: points=3",
        "a\\b.csv: points=3",
        ".x: p=1"
      })
  void aTableBeginsWithAFileName(String text) {
    assertThatThrownBy(() -> TablePlan.parse(text))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            "table \""
                + text
                + "\" does not begin with a file name; write it as in \"power-sweep.csv:"
                + " power=-100..-40 dBm, bias-rate=16000 V/s, points=40\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ac-field=1..9 V/m, bias=1 V/s, points=3 | t.csv: unknown setting \"bias\"; write it",
        "ac-field=1..9 V/m, points | t.csv: unknown setting \"points\"; write it",
        "frequency=1..9 GHz, points=3 | t.csv: unknown setting \"frequency\"; write it",
        "ac-field=1..9 V/m, ac-field=1..9 V/m | t.csv: ac-field is given twice",
        "ac-field=1..9 V/m, bias-rate=1 V/s | t.csv: one of power, photons, ac-field,",
        "ac-field=1..9 V/m, points=3 | t.csv: one of power, photons, ac-field,",
        "bias-rate=1..9 V/s, points=3 | t.csv: one of power, photons, ac-field,",
        "power=1..9 dBm, photons=1, bias-rate=1 V/s, points=3 | t.csv: one of power, photons,",
        "ac-field=1..9 V/m, bias-rate=1 V/s, points=3x2 | t.csv: points=3x2 does not fit 1 ranges",
        "ac-field=1..9 V/m, bias-rate=1..2 V/s, points=3 | t.csv: points=3 does not fit 2 ranges",
        "ac-field=1 V/m, bias-rate=1 V/s, points=3 | t.csv: points=3 does not fit 0 ranges",
        "ac-field=1..9 V/m, bias-rate=1 V/s, points=-3 | t.csv: points=-3 does not fit 1 ranges",
        "ac-field=1..9 V/m, bias-rate=1 V/s, points=1 | t.csv: a range needs two points or more",
        "ac-field=1..9 V/m, bias-rate=1..2 V/s, points=2x1 | t.csv: a range needs two points"
      })
  void refusals(String settings, String message) {
    assertThatThrownBy(() -> TablePlan.parse("t.csv: " + settings))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith(message);
  }
}
