package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.table.InputProblem;

/** What tables in laboratory form need of the sample file, and what of it must be common. */
class CalibrationNeedsTest {
  private static final String POWER = "power [dBm],bias_rate [V/m/s],frequency [GHz]\n-9,1e9,5\n";
  private static final String FIELD = "ac_field [V/m],bias_rate [V/m/s],frequency [GHz]\n1,1e9,5\n";

  @TempDir private Path folder;

  private List<String> refusal(String sample) throws Exception {
    Path file = Files.writeString(folder.resolve("s.yaml"), sample);
    InputException e = catchThrowableOfType(InputException.class, () -> Loader.load(file));
    assertThat(e).isNotNull();
    return e.problems().stream()
        .map(InputProblem::toString)
        .map(text -> text.substring(text.indexOf("s.yaml")))
        .toList();
  }

  @Test
  void numbersThatAreMissingAreNamedForEachTable() throws Exception {
    Files.writeString(folder.resolve("a.csv"), POWER);
    Files.writeString(
        folder.resolve("b.csv"), "photons,bias_rate [V/s],frequency_shift\n1,1e3,1e-6\n");
    assertThat(
            refusal(
                "sample: s\nresonator: {coupling: notch}\ntables:\n- file: a.csv\n- file:"
                    + " b.csv\n"))
        .containsExactly(
            "s.yaml:4:9: a.csv: power becomes no field without calibration.attenuation,"
                + " resonator.coupling-q, resonator.loaded-q, resonator.capacitance, resonator.gap;"
                + " write what is missing into the sample file, or give ac_field in V/m",
            "s.yaml:5:9: b.csv: photons becomes no field without resonator.capacitance,"
                + " resonator.gap; write what is missing into the sample file, or give ac_field in"
                + " V/m",
            "s.yaml:5:9: b.csv: bias_rate becomes no field without resonator.gap; write what is"
                + " missing into the sample file, or give bias_rate in V/m/s",
            "s.yaml:5:9: b.csv: frequency_shift becomes no frequency without resonator.frequency;"
                + " write it into the sample file, as resonator: {frequency: 5.01 GHz}");
  }

  /** An attenuation moves the fields of one table only: no common factor of all fields. */
  @Test
  void anUncertaintyOfSomeTablesIsRefused() throws Exception {
    Files.writeString(folder.resolve("a.csv"), POWER);
    Files.writeString(folder.resolve("b.csv"), FIELD);
    assertThat(
            refusal(
                """
                sample: s
                calibration: {attenuation: 78 dB +- 1 dB, field-per-sqrt-watt: 3e9 V/m}
                tables: [{file: a.csv}, {file: b.csv}]
                """))
        .containsExactly(
            "s.yaml: the uncertainty of attenuation 78 dB ± 1 dB does not move the fields of all"
                + " tables alike; give drive and bias in one form in all tables, or leave that"
                + " uncertainty out");
  }

  private static final String QUALITY =
      """
      sample: s
      resonator: {coupling: notch, loaded-q: %s, coupling-q: %s, gap: 50 nm, capacitance: 0.35 pF}
      calibration: {attenuation: 78 dB}
      tables: [{file: a.csv}]
      """;

  /** 1/Q_l = 1/Q_i + 1/Q_c. */
  @Test
  void aLoadedQualityFactorAboveThatOfTheCouplingIsRefused() throws Exception {
    Files.writeString(folder.resolve("a.csv"), POWER);
    for (String loaded : List.of("3000", "4000", "3200 +- 50")) {
      assertThat(refusal(QUALITY.formatted(loaded, "3000")))
          .containsExactly(
              "s.yaml:2:40: found a loaded Q that is not below coupling-q; 1/Q_l = 1/Q_i + 1/Q_c:"
                  + " exchange the two, or look where they come from");
    }
    Path over =
        Files.writeString(folder.resolve("s.yaml"), QUALITY.formatted("3100 +- 50", "3000"));
    assertThat(Loader.load(over).measurement().readings()).as("within its error").hasSize(1);
  }

  @Test
  void aMeasuredOneIsRefusedToo() throws Exception {
    Files.writeString(
        folder.resolve("a.csv"),
        "power [dBm],bias_rate [V/m/s],frequency [GHz],loaded_q\n-9,1e9,5,2400\n-8,1e9,5,3300\n");
    assertThat(refusal(QUALITY.formatted("2400", "3000")))
        .singleElement()
        .asString()
        .contains("a.csv: the loaded Q in line 3 is not below resonator.coupling-q;");
  }

  @Test
  void withoutUncertaintyTheFormsMayDiffer() throws Exception {
    Files.writeString(folder.resolve("a.csv"), POWER);
    Files.writeString(folder.resolve("b.csv"), FIELD);
    Path file =
        Files.writeString(
            folder.resolve("s.yaml"),
            """
            sample: s
            calibration: {attenuation: 78 dB, field-per-sqrt-watt: 3e9 V/m}
            tables: [{file: a.csv}, {file: b.csv}]
            """);
    assertThat(Loader.load(file).measurement().calibrationTerms()).isEmpty();
  }
}
