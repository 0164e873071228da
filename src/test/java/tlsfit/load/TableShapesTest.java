package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.Reading;

/** Wide and transposed tables, and sweeps below headers with other units. */
class TableShapesTest {
  @TempDir private Path folder;

  private Path sample(String table, String rest) throws IOException {
    Files.writeString(folder.resolve("t.csv"), table);
    return Files.writeString(
        folder.resolve("s.yaml"),
        "sample: s\nresonator: {gap: 50 nm}\n"
            + "calibration: {attenuation: 0 dB, field-per-sqrt-watt: 1e9 V/m}\ntables:\n  - file: t.csv\n"
            + rest);
  }

  /** Power [dBm], bias rate [V/s], frequency [Hz], σ [Hz] and line of each reading. */
  private List<String> readings(String table, String rest) throws IOException {
    List<String> all = new ArrayList<>();
    for (Reading reading : Loader.load(sample(table, rest)).measurement().readings().toList()) {
      all.add(
          String.format(
              Locale.ROOT,
              "%.1f %.0f %.0f %s %d",
              10 * Math.log10(reading.setting().driveValue() / 1e-3),
              reading.setting().biasValue(),
              reading.frequency(),
              reading.sigma().isPresent()
                  ? String.format(Locale.ROOT, "%.0f", reading.sigma().getAsDouble())
                  : "-",
              reading.origin().line()));
    }
    return all;
  }

  private void refused(String table, String rest, String... parts) throws IOException {
    Path file = sample(table, rest);
    assertThatThrownBy(() -> Loader.load(file))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.problems().toString()).contains(parts));
  }

  private static final List<String> FOUR =
      List.of(
          "-80.0 1000 5000000000 - 2",
          "-80.0 2000 5000001000 - 2",
          "-70.0 1000 5000002000 - 3",
          "-70.0 2000 5000003000 - 3");
  private static final String ROWS = "-80,5.000000,5.000001\n-70,5.000002,5.000003\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power [dBm],frequency [GHz] @ 1000 V/s,frequency [GHz] @ 2000 V/s",
        "power [dBm],frequency at 1 kV/s [GHz],frequency at 2 kV/s [GHz]",
        "P_in [dBm],f_r (GHz) (1000 V/s),f_r (GHz) (2000 V/s)",
        "power [dBm],fr [GHz] at bias rate = 1e3 V/s,fr [GHz] at bias rate = 2e3 V/s",
        "power [dBm],fr for ramp 1000 V/s [GHz],fr for ramp 2000 V/s [GHz]",
        "power [dBm],1000 V/s [GHz],2000 V/s [GHz]",
      })
  void numbersInHeadersBecomeReadings(String header) throws IOException {
    assertThat(readings(header + "\n" + ROWS, "")).isEqualTo(FOUR);
  }

  @Test
  void unitsBelowAndTheSampleFileSayWhatCellsAre() throws IOException {
    String layout = "    layout: {across: \"bias-rate [V/s]\", cells: \"frequency [GHz]\"}\n";
    assertThat(readings("power [dBm],1000 V/s,2000 V/s\n" + ROWS, layout)).isEqualTo(FOUR);
    assertThat(readings("power [dBm],1000,2000\n" + ROWS, layout)).isEqualTo(FOUR);
    List<String> below =
        List.of(
            "-80.0 1000 5000000000 - 3",
            "-80.0 2000 5000001000 - 3",
            "-70.0 1000 5000002000 - 4",
            "-70.0 2000 5000003000 - 4");
    assertThat(readings("power,1000 V/s,2000 V/s\ndBm,GHz,GHz\n" + ROWS, "")).isEqualTo(below);
  }

  @Test
  void biasDownAndPowerAcrossWithSigma() throws IOException {
    assertThat(
            readings(
                "bias_rate [V/s];fr [GHz] @ -80 dBm;fr_err [kHz] @ -80 dBm;"
                    + "fr [GHz] @ -70 dBm;fr_err [kHz] @ -70 dBm;T [K]\n"
                    + "1000;5.000000;1;5.000002;2;0.01\n2000;5.000001;3;;;0.01\n",
                ""))
        .containsExactly(
            "-80.0 1000 5000000000 1000 2",
            "-70.0 1000 5000002000 2000 2",
            "-80.0 2000 5000001000 3000 3");
  }

  @Test
  void equalReadingsOfDifferentRowsAreKept() throws IOException {
    String header = "power [dBm],fr [GHz] @ 1 kV/s,fr [GHz] @ 2 kV/s\n";
    assertThat(readings(header + "-80,5.1,5.2\n-80,5.1,5.3\n-80,5.1,5.2\n", "")).hasSize(4);
  }

  @Test
  void cellsAndHeadersOfAWideTableKeepTheirPlaces() throws IOException {
    String header = "power [dBm],fr [GHz] @ 1 kV/s,fr [GHz] @ 2 kV/s\n";
    refused(header + "-80,5.1,5.2\n-70,5.3,five\n", "", "t.csv:3: column 3", "found \"five\"");
    refused(header + "-80,5.1,5.2\n-70,5.3\n", "", "t.csv:3: column 3", "found 2 fields");
    refused(header.replace("GHz", "ghz") + ROWS, "", "t.csv:1: column 2", "ghz");
    assertThat(readings(header + "-80,5.1,5.2\n-70,5.3\n", "    exclude: 3\n")).hasSize(2);
  }

  @Test
  void whatIsNotSaidIsAsked() throws IOException {
    String line = "layout: {across: \"bias-rate [V/s]\", cells: \"frequency [Hz]\"}";
    refused("power [dBm],1000 V/s,2000 V/s\n" + ROWS, "", "t.csv:1:", "1000 V/s, 2000 V/s", line);
    String wide = "power [dBm],fr [GHz] @ ";
    refused(wide + "1.000 V/s,fr [GHz] @ 2.000 V/s\n" + ROWS, "", "column 2", "may be 1000");
    refused(wide + "1 V/s,fr [GHz] @ 1.0 V/s\n" + ROWS, "", "column 3", "another column of 1.0");
    refused(wide + "1 V/s,fr [MHz] @ 2 V/s\n" + ROWS, "", "differ in what they hold");
    refused(wide + "1 V/s,fr [GHz] @ 2 kV/s\n" + ROWS, "", "write all of them in one unit");
    String bare = "headers are numbers without a name: 1, 2";
    refused("power [dBm],1,2\n" + ROWS, "", bare, "across: \"bias-rate [V/s]\"");
    refused("bias_rate [V/s],1,2\n" + ROWS, "", bare, "across: \"power [dBm]\"");
    refused(wide + "12 mK,fr [GHz] @ 20 mK\n" + ROWS, "", "no column is the resonance frequency");
    refused("power [dBm],1000,2000\n" + ROWS, "", "t.csv:1:");
    refused(
        "power [dBm],S21 [GHz] @ 1 V/s,S21 [GHz] @ 2 V/s\n" + ROWS,
        "    layout: wide\n",
        "no column is the resonance frequency");
  }

  @Test
  void oneOfTheColumnsMayBeNamedInstead() throws IOException {
    String table = "power [dBm],fr [GHz] @ 1 kV/s,fr [GHz] @ 2 kV/s\n" + ROWS;
    String one = "    columns: {frequency: {column: \"fr [GHz] @ 2 kV/s\", unit: GHz}}\n";
    assertThat(readings(table, "    bias-rate: 2 kV/s\n" + one))
        .containsExactly("-80.0 2000 5000001000 - 2", "-70.0 2000 5000003000 - 3");
    refused(table, "    bias-rate: 2 kV/s\n    layout: wide\n", "leave it out of the sample file");
    refused(table, "    layout: rows\n", "no column is the resonance frequency");
  }

  @Test
  void rowsThatAreQuantitiesAreTurned() throws IOException {
    String table =
        "# made by hand\npower [dBm],-80,-70\nbias_rate [V/s],1000,2000\nfr [GHz],5.1,5.2\n";
    List<String> two = List.of("-80.0 1000 5100000000 - 2", "-70.0 2000 5200000000 - 3");
    assertThat(readings(table, "")).isEqualTo(two);
    assertThat(readings(table, "    exclude: 3\n")).isEqualTo(two.subList(0, 1));
    String blanks = table.replace(',', ' ').replaceAll("(?m)$", "  ");
    assertThat(readings(blanks, "")).isEqualTo(two);
    String units = "power,dBm,-80,-70\nbias_rate,V/s,1000,2000\nfr,GHz,5.1,5.2\n";
    assertThat(readings(units, ""))
        .containsExactly("-80.0 1000 5100000000 - 3", "-70.0 2000 5200000000 - 4");
    String named = table.replace("power [dBm]", "A").replace("bias_rate [V/s]", "B");
    assertThat(
            readings(
                named.replace("fr [GHz]", "C"),
                "    layout: transposed\n    columns: {power: {column: A, unit: dBm},"
                    + " bias-rate: {column: B, unit: V/s}, frequency: {column: C, unit: GHz}}\n"))
        .isEqualTo(two);
  }

  @Test
  void cellsAndNamesOfATurnedTableKeepTheirPlaces() throws IOException {
    String table = "\npower [dBm],-80,-70\nbias_rate [V/s],1000,2000\nfr [GHz],5.1,5.2\n";
    refused(table.replace("5.2", "5.x"), "    layout: transposed\n", "t.csv:4: column 3", "5.x");
    refused(table.replace("GHz", "ghz"), "", "t.csv:4: column 1 \"fr [ghz]\"");
    refused(table.replace(",5.2", ""), "    layout: rows\n", "t.csv:2:");
  }

  @Test
  void laterSweepsMayHaveOtherUnits() throws IOException {
    String first = "power [dBm],bias_rate [V/s],fr [GHz],fr_err [kHz]\n-80,1000,5.1,1\n";
    String second = "power [dBm],bias_rate [kV/s],fr [MHz],fr_err [kHz]\n-70,2,5200,1\n";
    assertThat(readings(first + second + first.replace("-80", "-60"), ""))
        .containsExactly(
            "-80.0 1000 5100000000 1000 2",
            "-70.0 2000 5200000000 1000 4",
            "-60.0 1000 5100000000 1000 6");
    assertThat(readings(first + "# " + second, "")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr [mHz]", "fr [1/s]", "fr [K]", "fr (offset)", "fr", "fr_err [MHz]"})
  void laterSweepsMayDifferInNothingElse(String header) throws IOException {
    String first = "power [dBm],bias_rate [V/s],fr [GHz]\n-80,1000,5.1\n";
    refused(
        first + first.replace("fr [GHz]", header).replace("5.1", "5200"),
        "",
        "line",
        "a file of its own");
  }

  @Test
  void levelsOfLaterSweepsAreTheSame() throws IOException {
    String first = "power [dBm],bias_rate [V/s],fr [GHz],fr_err [Hz] (95%)\n-80,1000,5.1,400\n";
    refused(
        first + first.replace("95%", "1 sigma").replace("-80", "-70"),
        "",
        "in line 3 it is",
        "a file of its own");
  }

  /** A wide table whose cells have no unit is asked for it by a line that then is enough. */
  @Test
  void cellsWithoutAUnitAreAskedByALineThatIsEnough() throws IOException {
    String table = "power [dBm],f0 @ 1000 V/s,f0 @ 2000 V/s\n-80,5e9,5.000001e9\n";
    refused(
        table, "", "several readings stand in each row", "layout: {across: \"bias-rate [V/s]\"");
    String line = "    layout: {across: \"bias-rate [V/s]\", cells: \"frequency [Hz]\"}\n";
    assertThat(readings(table, line))
        .containsExactly("-80.0 1000 5000000000 - 2", "-80.0 2000 5000001000 - 2");
  }
}
