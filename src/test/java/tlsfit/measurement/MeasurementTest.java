package tlsfit.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tlsfit.result.InputFile;

class MeasurementTest {
  private static final Drive DRIVE = new Drive.AcField(1.5);
  private static final BiasRate RATE = new BiasRate.FieldRate(3.2e11);

  private static Reading reading(int line) {
    return new Reading(
        DRIVE, RATE, 5.012e9 + line, OptionalDouble.of(40), new Origin("table.csv", line));
  }

  private static Measurement measurement(List<Sweep> sweeps) {
    return new Measurement(
        "al-a",
        sweeps,
        OptionalDouble.of(10),
        OptionalDouble.empty(),
        List.of(new CalibrationTerm("attenuation 78 dB ± 1 dB", 0.115, 0)),
        List.of(new InputFile("table.csv", "00", 3)),
        List.of());
  }

  @Test
  void readingsFollowSweepAfterSweep() {
    Measurement measurement =
        measurement(
            List.of(
                new Sweep("a.csv", List.of(reading(2), reading(3))),
                new Sweep("b.csv", List.of(reading(4)))));

    assertThat(measurement.readings()).containsExactly(reading(2), reading(3), reading(4));
  }

  @Test
  void laterChangesOfTheListsGivenDoNotReachIt() {
    List<Reading> readings = new ArrayList<>(List.of(reading(2)));
    List<Sweep> sweeps = new ArrayList<>(List.of(new Sweep("a.csv", readings)));
    Measurement measurement = measurement(sweeps);

    readings.add(reading(3));
    sweeps.clear();

    assertThat(measurement.readings()).containsExactly(reading(2));
  }

  @Test
  void itsListsCannotBeChanged() {
    Measurement measurement = measurement(List.of(new Sweep("a.csv", List.of(reading(2)))));

    assertThatThrownBy(() -> measurement.sweeps().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> measurement.sweeps().get(0).readings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
