package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.Coupling;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;

/** What a row may have beside its reading, and words of a sample file that mean the same. */
class ExtraColumnsTest {
  @TempDir Path folder;

  private LoadedSample load(String name, String coupling, String more, String table)
      throws IOException {
    Files.writeString(folder.resolve("t.csv"), table);
    String text =
        "sample: "
            + name
            + "\nresonator: {frequency: 5 GHz, gap: 60 nm, capacitance: 0.4 pF, coupling: "
            + coupling
            + ", loaded-q: 2500, coupling-q: 3200}\n"
            + "calibration: {attenuation: 75 dB}\n"
            + "tables: [{file: t.csv, bias-rate: 3000 V/s"
            + more
            + "}]\n";
    return Loader.load(Files.writeString(folder.resolve("s.yaml"), text));
  }

  private Measurement load(String more, String table) throws IOException {
    return load("s", "notch", more, table).measurement();
  }

  /** ln(10^(0.6/10))/2 = 0.06907755278982138. */
  @ParameterizedTest
  @CsvSource({
    "power_sigma [dB],0.6",
    "power_sigma [dB] k=2,1.2",
    "P_err (dB; 2 sigma),1.2",
    "P_err (dB),0.6",
    "sigma power [dB],0.6",
    "power_sigma [dB],-0.6"
  })
  void theErrorOfThePowerOfARowIsThatOfItsField(String header, double value) throws IOException {
    String table =
        "power [dBm],frequency [GHz]," + header + "\n-40,5.01," + value + "\n-50,5.02,nan\n";
    if (value < 0) {
      assertThatThrownBy(() -> load("", table))
          .hasMessageContaining("t.csv:2:")
          .hasMessageContaining("0 dB to 10 dB is expected");
      return;
    }
    List<Reading> readings = load("", table).readings().toList();
    assertThat(readings.get(0).driveSigma()).isCloseTo(0.06907755278982138, within(1e-15));
    assertThat(readings.get(1).driveSigma()).isZero();
  }

  @Test
  void theErrorOfThePowerMayBeOneForAllRows() throws IOException {
    Measurement measurement =
        load(", power-sigma: 0.6 dB", "power [dBm],frequency [GHz]\n-40,5.01\n");
    assertThat(measurement.readings().findFirst().orElseThrow().driveSigma())
        .isCloseTo(0.06907755278982138, within(1e-15));
    assertThat(measurement.notes()).anyMatch(note -> note.contains("effective variance"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"power_err", "power_err [%]", "power_err [%] 95%"})
  void anErrorOfThePowerWithoutItsUnitIsToldAndNotTaken(String header) throws IOException {
    LoadedSample sample =
        load("s", "notch", "", "power [dBm],frequency [GHz]," + header + "\n-40,5.01,0.5\n");
    assertThat(sample.measurement().readings().findFirst().orElseThrow().driveSigma()).isZero();
    assertThat(sample.warnings()).anyMatch(warning -> warning.contains("\"" + header + "\""));
  }

  /** A header of a level alone is no quantity, but what it holds must not be lost unseen. */
  @ParameterizedTest
  @ValueSource(strings = {"1σ / kHz", "Stdev", "StdDev (kHz)", "Std. dev. [kHz]", "SD [kHz]"})
  void anErrorWithoutANameIsTold(String header) throws IOException {
    LoadedSample sample =
        load("s", "notch", "", "power [dBm],frequency [GHz]," + header + "\n-40,5.01,0.5\n");
    assertThat(sample.warnings())
        .anyMatch(
            warning -> warning.contains("\"" + header + "\" is not used: it may be a standard"));
  }

  /** u(f), as the GUM writes it: in the brackets stands no unit. */
  @ParameterizedTest
  @ValueSource(strings = {"u(f) [kHz]", "u(fr) kHz", "sigma(f) / kHz", "s(f_r) (kHz)"})
  void anErrorOfTheFrequencyInBrackets(String header) throws IOException {
    assertThat(
            load("", "power [dBm],frequency [GHz]," + header + "\n-40,5.01,0.5\n")
                .readings()
                .findFirst()
                .orElseThrow()
                .sigma())
        .hasValue(500);
    assertThatThrownBy(() -> load("", "power [dBm],frequency [GHz],u(f)\n-40,5.01,0.5\n"))
        .hasMessageContaining("\"u(f)\": it is the standard deviation of the frequency");
  }

  @ParameterizedTest
  @CsvSource({
    "T_mxc [mK],12,12,0.012,used", "temperature [K],0.012,0.012,0.012,used",
    "T_mxc [mK],12,13,,not used", "temperature,12,12,,not used"
  })
  void aTemperatureIsUsedWhereItIsOne(
      String header, String first, String second, Double expected, String told) throws IOException {
    String table =
        "power [dBm],frequency [GHz]," + header + "\n-40,5.01," + first + "\n-50,5.02," + second;
    Measurement measurement = load("", table + "\n");
    assertThat(measurement.temperature())
        .isEqualTo(expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected));
    assertThat(measurement.notes()).anyMatch(note -> note.contains(told));
    assertThat(measurement.readings()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notch", "hanger", "side-coupled", "Shunt", "side coupled"})
  void aResonatorBesideTheLineIsNotch(String word) {
    assertThat(Coupling.find(word)).contains(Coupling.NOTCH);
  }

  @ParameterizedTest
  @CsvSource({"film #3,true", "film # the third,false", "'\"film #3\"',false", "film#3,false"})
  void aNameThatACommentCutsIsTold(String name, boolean told) throws IOException {
    LoadedSample sample =
        load(name, "notch", "", "power [dBm],frequency [GHz]\n-40,5.01\n-50,5.02\n");
    assertThat(sample.warnings().stream().anyMatch(w -> w.contains("is a comment")))
        .isEqualTo(told);
    if (told) {
      assertThat(sample.warnings().get(0)).endsWith("quote it, as sample: \"film #3\"");
    }
  }
}
