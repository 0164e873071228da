package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Measurement;

/** Rows that the sample file leaves out: by lines, ranges, conditions. */
class ExcludeTest {
  private static final String TABLE =
      """
      ac_field [V/m],bias_rate [V/m/s],frequency [GHz],frequency_sigma [Hz]
      100,1e10,5.01,300
      200,1e10,5.02,300
      300,1e10,5.03,
      400,2e10,5.04,500
      500,3e10,5.05,900
      """;

  @TempDir Path folder;

  private LoadedSample load(String exclude, String table) throws IOException {
    Files.writeString(folder.resolve("t.csv"), table);
    return Loader.load(
        Files.writeString(
            folder.resolve("s.yaml"),
            "sample: s\ntables:\n  - file: t.csv\n    exclude: " + exclude + "\n"));
  }

  private static String lines(List<Integer> lines) {
    return String.join(" ", lines.stream().map(String::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3;2 4 5 6;3",
        "[3];2 4 5 6;3",
        "[2, 4..5];3 6;2 4 5",
        "ac-field > 300 V/m;2 3 4;5 6",
        "\"ac_field >= 0.3 kV/m\";2 3;4 5 6",
        "300 V/m <= ac-field < 500 V/m;2 3 6;4 5",
        "[bias-rate > 1e10 V/m/s and frequency < 5.05 GHz];2 3 4 6;5",
        "sigma > 400 Hz;2 3 4;5 6",
        "bias-rate != 1e10 V/m/s;2 3 4;5 6",
        "frequency = 5.01 GHz;3 4 5 6;2"
      })
  void theseRowsStayAndThoseDoNot(String exclude, String kept, String left) throws IOException {
    LoadedSample sample = load(exclude, TABLE);
    Measurement measurement = sample.measurement();
    assertThat(lines(measurement.readings().map(r -> r.origin().line()).toList())).isEqualTo(kept);
    assertThat(
            lines(measurement.excluded().stream().map(e -> e.reading().origin().line()).toList()))
        .isEqualTo(left);
    assertThat(sample.warnings()).anyMatch(w -> w.contains("excluded by"));
    assertThat(measurement.excluded().get(0).reading().frequency())
        .isEqualTo(5.01e9 + 1e7 * (measurement.excluded().get(0).reading().origin().line() - 2));
  }

  @Test
  void eachIsKeptWithItsReason() throws IOException {
    Measurement measurement = load("[6, \"ac-field > 350 V/m\", 900]", TABLE).measurement();
    assertThat(measurement.excluded())
        .extracting(e -> e.reading().origin().line(), e -> e.reason())
        .containsExactly(tuple(5, "ac-field > 350 V/m"), tuple(6, "line 6"));
    assertThat(measurement.notes()).contains("t.csv: exclude: line 900 leaves out no row");
  }

  /** Rows that cannot be read are no reason to refuse the table if they are left out. */
  @Test
  void aRowThatIsLeftOutNeedNotBeReadable() throws IOException {
    String broken = TABLE.replace("5.02,300", "overload,300").replace("5.04,", "5.04e4,");
    assertThatThrownBy(() -> load("[5]", broken)).hasMessageContaining("t.csv:3:");
    LoadedSample sample = load("[3, 5, 7]", broken + "600,4e10\n");
    assertThat(sample.measurement().readings()).hasSize(3);
    assertThat(sample.measurement().excluded()).isEmpty();
    assertThat(sample.warnings())
        .contains("t.csv: excluded by line 3: line 3", "t.csv: excluded by line 7: line 7");
    // another cell of the same kind is a fault still
    assertThatThrownBy(() -> load("[3, 7]", broken)).hasMessageContaining("t.csv:5:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "powr > -40 dBm|unknown key \"powr\"; did you mean \"power\"?",
        "power > -40 dBm|exclude compares what the table does not have: power",
        "ac-field > 3 Hz|\"3 Hz\" is a frequency",
        "ac-field|found \"ac-field\" for exclude",
        "[5..3]|found \"5..3\" for exclude",
        "{a: 1}|found keys with values for exclude",
        "[2..6]|all rows are excluded",
        "ac-field > |found \"ac-field >\" for exclude"
      })
  void whatCannotBeMeantIsRefused(String exclude, String message) {
    assertThatThrownBy(() -> load(exclude, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
