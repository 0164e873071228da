package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReadingColumnsTest {
  /** Readings made of columns are those made one by one; a sweep keeps them as they are. */
  @Test
  void readingsAreMadeOfTheirColumns() {
    ReadingColumns columns =
        new ReadingColumns(
            "a.csv",
            new int[] {3, 5},
            new ReadingColumns.Setting(
                Channel.POWER, new double[] {1e-9, 4e-9}, new double[] {20, 40}),
            new ReadingColumns.Setting(
                Channel.VOLTAGE_RATE, new double[] {10, 30}, new double[] {2e8, 6e8}),
            new ReadingColumns.Frequencies(
                new double[] {5e9, 5.001e9},
                new double[] {400, Double.NaN},
                new double[] {0, 0.1}));
    Reading first =
        new Reading(
            new Drive.AcField(20),
            new BiasRate.FieldRate(2e8),
            5e9,
            OptionalDouble.of(400),
            new InstrumentSetting(Channel.POWER, 1e-9, Channel.VOLTAGE_RATE, 10),
            new Origin("a.csv", 3));
    Reading second =
        new Reading(
            new Drive.AcField(40),
            0.1,
            new BiasRate.FieldRate(6e8),
            5.001e9,
            OptionalDouble.empty(),
            new InstrumentSetting(Channel.POWER, 4e-9, Channel.VOLTAGE_RATE, 30),
            new Origin("a.csv", 5));
    assertThat(columns).containsExactly(first, second);
    assertThat(new Sweep("a.csv", columns).readings()).isSameAs(columns);
    assertThat(new Sweep("a.csv", columns)).isEqualTo(new Sweep("a.csv", List.of(first, second)));
  }

  @Test
  void frequenciesInPlaceOfFieldsStayFrequencies() {
    ReadingColumns columns =
        new ReadingColumns(
            "a.csv",
            new int[] {2},
            new ReadingColumns.Setting(
                Channel.RABI_FREQUENCY, new double[] {1e6}, new double[] {1e6}),
            new ReadingColumns.Setting(
                Channel.ENERGY_RATE, new double[] {1e15}, new double[] {1e15}),
            new ReadingColumns.Frequencies(
                new double[] {5e9}, new double[] {400}, new double[] {0}));
    assertThat(columns.get(0).drive()).isEqualTo(new Drive.RabiFrequency(1e6));
    assertThat(columns.get(0).biasRate()).isEqualTo(new BiasRate.EnergyRate(1e15));
  }
}
