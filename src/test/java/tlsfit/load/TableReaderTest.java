package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.measurement.Channel;
import tlsfit.table.InputProblem;
import tlsfit.table.LayoutChoice;
import tlsfit.table.RawTable;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/** The reader of tables and its parts: which column is what, its unit, its cells. */
class TableReaderTest {
  private static final String HEADER = "ac_field [V/m],bias_rate [V/m/s],frequency [GHz]\n";
  private static final String HEADER_ONLY = "ac_field,bias_rate,frequency,frequency_sigma\n";
  private final List<InputProblem> problems = new ArrayList<>();

  @TempDir private Path folder;

  private List<String> messages() {
    return problems.stream().map(InputProblem::toString).toList();
  }

  private Optional<LoadedTable> read(TableEntry entry, String text) throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    return new TableReader(entry, problems).read(file);
  }

  private static TableEntry entry(
      Map<Role, TableEntry.Constant> constants, Map<Role, YamlNode.Scalar> headers) {
    return new TableEntry(
        "t.csv",
        Optional.of(new YamlNode.Scalar("s.yaml", 3, 5)),
        LayoutChoice.NONE,
        false,
        constants,
        named(headers),
        List.of(),
        List.of());
  }

  private static Map<Role, ColumnChoice> named(Map<Role, YamlNode.Scalar> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> ColumnChoice.named(e.getValue())));
  }

  private Map<Role, Integer> places(TableEntry entry, String header) throws Exception {
    RawTable table = RawTable.of(header + "\n" + "1,".repeat(4) + "1\n");
    List<ColumnHeader> headers = table.header().stream().map(ColumnHeader::of).toList();
    return new ColumnMatching(entry, table, headers, new TableProblems("t.csv", table, problems))
        .places();
  }

  private Optional<Unit> unit(Role role, String text, boolean shift) throws Exception {
    RawTable table = RawTable.of(text);
    ColumnHeader header = ColumnHeader.of(table.header().get(0)).withUnitSplit();
    return new ColumnUnits(table, shift, new TableProblems("t.csv", table, problems))
        .column(role, 0, header, Optional.empty())
        .map(TableColumn::unit);
  }

  @Test
  void numbersInSiWithTheirLines() throws Exception {
    LoadedTable table =
        read(TableEntry.alone("t.csv"), HEADER + "1,-2,5\n\n3,4,5.5\n").orElseThrow();
    assertThat(problems).isEmpty();
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.drive()).isEqualTo(Role.AC_FIELD);
    assertThat(table.driveChannel()).isEqualTo(Channel.AC_FIELD);
    assertThat(table.biasChannel()).isEqualTo(Channel.FIELD_RATE);
    assertThat(table.values(Role.FREQUENCY).orElseThrow()).containsExactly(5e9, 5.5e9);
    assertThat(table.values(Role.BIAS_RATE).orElseThrow()).as("magnitudes").containsExactly(2, 4);
    assertThat(table.values(Role.SIGMA)).isEmpty();
    assertThat(List.of(table.line(0), table.line(1))).containsExactly(2, 4);
  }

  @Test
  void constantsFillAllRows() throws Exception {
    Quantity rate = new Quantity(16000, 0, Dimension.VOLTAGE_RATE);
    LoadedTable table =
        read(
                entry(Map.of(Role.BIAS_RATE, new TableEntry.Constant(rate, "16 kV/s")), Map.of()),
                "power [dBm],frequency [Hz]\n0,5e9\n10,5e9\n")
            .orElseThrow();
    assertThat(table.driveChannel()).isEqualTo(Channel.POWER);
    assertThat(table.biasChannel()).isEqualTo(Channel.VOLTAGE_RATE);
    assertThat(table.hasColumn(Role.BIAS_RATE)).isFalse();
    assertThat(table.has(Role.BIAS_RATE)).isTrue();
    assertThat(table.values(Role.BIAS_RATE).orElseThrow()).containsExactly(16000, 16000);
    assertThat(table.values(Role.POWER).orElseThrow()).containsExactly(1e-3, 1e-2);
    assertThat(table.notes()).contains("t.csv: the rate of the bias is 16 kV/s in all rows");
  }

  @Test
  void cellsThatAreNoNumbersAreAllFound() throws Exception {
    assertThat(read(TableEntry.alone("t.csv"), HEADER + "1;,0,5\n-1,x,1e400\n1,2\n")).isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:2: column 1 \"ac_field [V/m]\": found \"1;\"; only a number is needed: take"
                + " \";\" out of the cell",
            "t.csv:2: column 2 \"bias_rate [V/m/s]\": found \"0\"; the theory needs a moving bias:"
                + " remove the row",
            "t.csv:3: column 1 \"ac_field [V/m]\": found \"-1\"; the amplitude of the microwave"
                + " field must be above zero: mend or remove the row",
            "t.csv:3: column 2 \"bias_rate [V/m/s]\": found \"x\"; a number is needed: remove the"
                + " row or write the value",
            "t.csv:3: column 3 \"frequency [GHz]\": found \"1e400\"; a number is needed: remove the"
                + " row or write the value",
            "t.csv:4: column 3 \"frequency [GHz]\": found 2 fields; the header has 3: write one"
                + " value for each column");
  }

  // 1e300 GHz is 1e309 Hz, beyond the largest double
  @Test
  void aNumberTooLargeInSiIsRefused() throws Exception {
    assertThat(read(TableEntry.alone("t.csv"), HEADER + "1,2,1e300\n")).isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:2: column 3 \"frequency [GHz]\": found \"1e300\"; the number is too large: check"
                + " it and its unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 | write a decimal point, 1.5",
        "-1,5e-3 | write a decimal point, -1.5e-3",
        "−2,25 | write a decimal point, −2.25",
        "1,000,000 | a number is needed: remove the row or write the value",
        "n/a | a number is needed: remove the row or write the value",
        "'' | a number is needed: remove the row or write the value"
      })
  void whatToDoWithACell(String cell, String mend) {
    assertThat(CellText.mend(cell)).isEqualTo(mend);
  }

  @Test
  void columnsAreKnownByTheirNames() throws Exception {
    assertThat(places(TableEntry.alone("t.csv"), "n,frequency [Hz],power_dBm,Bias Rate [V/s],T"))
        .isEqualTo(Map.of(Role.FREQUENCY, 1, Role.POWER, 2, Role.BIAS_RATE, 3));
    assertThat(problems).isEmpty();
  }

  @Test
  void theSampleFileSettlesWhichColumnIsMeant() throws Exception {
    Map<Role, YamlNode.Scalar> headers =
        Map.of(Role.AC_FIELD, new YamlNode.Scalar("F [V/m]", 4, 9));
    assertThat(
            places(
                entry(Map.of(), headers), "power [dBm],F [V/m],ac_field [V/m],bias_rate,frequency"))
        .isEqualTo(Map.of(Role.AC_FIELD, 1, Role.BIAS_RATE, 3, Role.FREQUENCY, 4));
    assertThat(problems).isEmpty();
  }

  @Test
  void aColumnNamedButNotThereIsAFaultOfTheSampleFile() throws Exception {
    Map<Role, YamlNode.Scalar> headers = Map.of(Role.AC_FIELD, new YamlNode.Scalar("F", 4, 9));
    places(entry(Map.of(), headers), "a,a,b,bias_rate,frequency");
    assertThat(messages())
        .containsExactly(
            "s.yaml:4:9: t.csv has no column \"F\"; its columns are \"a\", \"a\", \"b\","
                + " \"bias_rate\", \"frequency\"");
  }

  @Test
  void whatIsMissingIsSaidWithTheHeaderToWrite() throws Exception {
    places(TableEntry.alone("t.csv"), "a,b,c,d,frequenzy");
    assertThat(messages())
        .containsExactly(
            "t.csv:1: no column says how strong the microwave is among \"a\", \"b\", \"c\", \"d\","
                + " \"frequenzy\" (perhaps \"frequenzy\" is misspelt); name one \"ac_field [V/m]\","
                + " or say in a sample file which it is: columns: {power: {column: \"its header\","
                + " unit: dBm}}, or give"
                + " one value for all rows",
            "t.csv:1: no column is the resonance frequency among \"a\", \"b\", \"c\", \"d\","
                + " \"frequenzy\" (perhaps \"frequenzy\" is misspelt); name one \"frequency [Hz]\","
                + " or say in a sample file which it is: columns: {frequency: {column: \"its"
                + " header\", unit: Hz}}",
            "t.csv:1: no column is the rate of the bias among \"a\", \"b\", \"c\", \"d\","
                + " \"frequenzy\" (perhaps \"frequenzy\" is misspelt); name one \"bias_rate"
                + " [V/m/s]\", or say in a sample file which it is: columns: {bias-rate: {column:"
                + " \"its header\", unit: V/m/s}}, or give one value for all rows");
  }

  @Test
  void twoDrivesAndTwoFrequenciesAreTooMany() throws Exception {
    places(TableEntry.alone("t.csv"), "power,photons,bias_rate,frequency,frequency_shift");
    assertThat(messages())
        .containsExactly(
            "t.csv:1: found photons and power; choose one of them: name it in the sample file under"
                + " columns:, or remove the others",
            "t.csv:1: found frequency and frequency_shift; choose one of them: name it in the"
                + " sample file under columns:, or remove the other");
  }

  @Test
  void unitsStandInTheHeaderOrInTheRowBelow() throws Exception {
    assertThat(unit(Role.FREQUENCY, "frequency [GHz],a\n1,2\n", false)).hasValue(Unit.of("GHz"));
    assertThat(unit(Role.FREQUENCY, "frequency_MHz,a\n1,2\n", false)).hasValue(Unit.of("MHz"));
    assertThat(unit(Role.FREQUENCY, "frequency,a\nkHz,-\n1,2\n", false)).hasValue(Unit.of("kHz"));
    assertThat(unit(Role.PHOTONS, "photons,a\n-,V\n1,2\n", false)).hasValue(Unit.ONE);
    assertThat(problems).isEmpty();
  }

  @Test
  void aRelativeSigmaNeedsATableOfShifts() throws Exception {
    assertThat(unit(Role.SIGMA, "frequency_sigma [ppm],a\n1,2\n", true)).hasValue(Unit.of("ppm"));
    assertThat(unit(Role.SIGMA, "frequency_sigma,a\n1,2\n", true)).hasValue(Unit.ONE);
    assertThat(unit(Role.SIGMA, "frequency_sigma [Hz],a\n1,2\n", true)).hasValue(Unit.of("Hz"));
    assertThat(problems).isEmpty();
    assertThat(unit(Role.SIGMA, "frequency_sigma [ppm],a\n1,2\n", false)).isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:1: column 1 \"frequency_sigma [ppm]\": the unit \"ppm\" is that of a plain"
                + " number; the standard deviation of the frequency is expected in Hz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQUENCY | frequency | it is the resonance frequency and has no unit; write the unit"
            + " after the name, as \"frequency [Hz]\"",
        "FREQUENCY | frequency [ghz] | GHz",
        "FREQUENCY | frequency [Hz] 95% | found 95%; only an uncertainty has a level",
        "SIGMA | frequency_sigma [Hz] 120% | found the level 120%; write 95% or k=2",
        "SIGMA | frequency_sigma CI95 [Hz] | it may be one standard deviation or several; end it",
        "RABI_FREQUENCY | rabi_frequency [MHz] | the unit \"MHz\" counts cycles; radians are"
      })
  void headersThatCannotBeTaken(Role role, String header, String message) throws Exception {
    unit(role, header + ",a\n1,2\n", false);
    assertThat(messages())
        .singleElement()
        .asString()
        .startsWith("t.csv:1: column 1 \"" + header + "\": ")
        .contains(message);
  }

  @Test
  void twoUnitsOfOneColumnMustAgree() throws Exception {
    unit(Role.FREQUENCY, "frequency [Hz],a\nHz,V\n1,2\n", false);
    assertThat(problems).isEmpty();
    unit(Role.FREQUENCY, "frequency [Hz],a\nGHz,V\n1,2\n", false);
    assertThat(messages())
        .containsExactly(
            "t.csv:1: column 1 \"frequency [Hz]\": the row below has the unit \"GHz\"; keep one");
  }

  /** Origin's rows below the names: units, then comments, in which a level may stand. */
  @Test
  void aLevelBelowTheHeaderIsNeverOneSigma() throws Exception {
    String table = HEADER_ONLY + "V/m,V/m/s,GHz,Hz\nsource,ramp,fit of S21,95 %\n1,2,5.01,400\n";
    assertThat(read(TableEntry.alone("t.csv"), table)).isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:1: column 4 \"frequency_sigma\": below it stands the level 95 %; write it into"
                + " the header, as \"frequency_sigma 95 %\"");
    problems.clear();
    assertThat(read(TableEntry.alone("t.csv"), table.replace("95 %", "curve_fit"))).isPresent();
    assertThat(problems).isEmpty();
  }

  @Test
  void rowsWithoutTheirNumbersAreLeftOutAndTold() throws Exception {
    LoadedTable table =
        read(
                TableEntry.alone("t.csv"),
                HEADER_ONLY
                        .replace(",frequency,frequency_sigma", ",frequency [GHz],f_err [Hz]")
                        .replace("ac_field,bias_rate", "ac_field [V/m],bias_rate [V/m/s]")
                    + "1,2,5.01,400\n2,2,nan,nan\n3,2,5.02,--\n1,2,5.01,400\n")
            .orElseThrow();
    assertThat(table.values(Role.FREQUENCY).orElseThrow()).containsExactly(5.01e9, 5.02e9);
    assertThat(table.values(Role.SIGMA).orElseThrow()).containsExactly(400, Double.NaN);
    assertThat(table.warnings())
        .containsExactly(
            "t.csv: left out, since the resonance frequency is missing: line 3",
            "t.csv: no standard deviation in line 4",
            "t.csv: equal to a row above in every cell, and left out: line 5; where they are"
                + " readings of their own, say repeats: keep for the table");
  }

  @Test
  void unitsInCellsAndErrorsBehindFrequencies() throws Exception {
    LoadedTable table =
        read(
                TableEntry.alone("t.csv"),
                """
                ac_field,bias_rate [V/m/s],frequency
                1 V/m,2,5.0123(4) GHz
                2 kV/m,2,5012.5(3) MHz
                """)
            .orElseThrow();
    assertThat(table.values(Role.AC_FIELD).orElseThrow()).containsExactly(1, 2000);
    assertThat(table.values(Role.FREQUENCY).orElseThrow()).containsExactly(5.0123e9, 5012.5e6);
    assertThat(table.values(Role.SIGMA).orElseThrow()[0]).isCloseTo(4e5, within(1e-6));
    assertThat(read(TableEntry.alone("t.csv"), HEADER + "1,2,5012 MHz\n")).isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:2: column 3 \"frequency [GHz]\": found \"5012 MHz\"; the unit of the column is"
                + " GHz: keep one unit");
  }

  @Test
  void aTriangleMayHaveItsAmplitudeAndFrequencyInColumns() throws Exception {
    LoadedTable table =
        read(
                TableEntry.alone("t.csv"),
                "ac_field [V/m],Vpp [V],f_tri [kHz],frequency [GHz]\n1,4,2,5.01\n1,2,2,5.02\n")
            .orElseThrow();
    assertThat(table.biasChannel()).isEqualTo(Channel.VOLTAGE_RATE);
    assertThat(table.values(Role.BIAS_RATE).orElseThrow()).containsExactly(16000, 8000);
  }

  @Test
  void valuesMustBePossible() throws Exception {
    assertThat(read(TableEntry.alone("t.csv"), HEADER.replace("GHz", "Hz") + "1,2,5\n1,2,6\n"))
        .isEmpty();
    assertThat(messages())
        .containsExactly(
            "t.csv:2: column 3 \"frequency [Hz]\": found \"5\"; in Hz this is 5 Hz; a resonance"
                + " frequency of 1 MHz to 100 GHz is expected: check the unit, which can be said in"
                + " the sample file, as columns: {frequency: {column: 3, unit: GHz}}");
  }

  @Test
  void aTraceOfAnAnalyserIsNoTableOfResonances() throws Exception {
    assertThat(read(TableEntry.alone("t.csv"), HEADER + "1,2,5.01\n1,2,5.02\n1,2,5.03\n1,2,5.04\n"))
        .isEmpty();
    assertThat(messages()).singleElement().asString().contains("evenly spaced");
  }

  @Test
  void decimalCommasCutByCommasAreNoticed() throws Exception {
    assertThat(
            read(
                TableEntry.alone("t.csv"),
                """
                ac_field [V/m],bias_rate [V/m/s],frequency [GHz],frequency_sigma [Hz]
                1,2,5,011943000
                2,2,5,011892511
                """))
        .isEmpty();
    assertThat(messages().get(0)).contains("begins with 0, as what a decimal comma leaves");
  }
}
