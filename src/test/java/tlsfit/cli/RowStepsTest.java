package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row followed step by step. */
class RowStepsTest {
  @TempDir private Path folder;

  /**
   * Python, constants of CODATA 2018: P = 1e-3*10**-4.1/10**7.8; W =
   * 2*2400**2*P/(3000*2*pi*5.012e9); n = W/h/5.012e9; F = sqrt(2*W/0.35e-12)/50e-9; p = 3 D; Om =
   * p*F/hbar; v0 = 2*p*4e10/hbar; xi = pi*Om**2/2/v0; eta = 2*pi*5.012e9/v0/3e-6; log(2*pi*5.012e9/
   * (Om/sqrt(1+eta)+sqrt(v0))).
   */
  @ParameterizedTest
  @CsvSource({
    "1.25893e-15 W", "1.53511e-22 J", "n = W/(h f) = 46.2246", "592.354 V/m", "5.6209e7 1/s",
    "7.59127e15 1/s^2", "= 0.653757", "= 1.38279", "= 5.54089", "f = 5.011721523 GHz"
  })
  void theStepsOfAPowerAreTheNumbersOfTheTheory(String number) {
    Run run = Run.of("check", "sample-data/al-a.yaml", "--explain", "al-a-power.csv:42");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("al-a-power.csv, line 42\n").contains(number);
  }

  @Test
  void aRowThatIsNotThereIsAWrongCommandLine() {
    Run run = Run.of("check", "sample-data/al-a.yaml", "--explain", "9000");
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_COMMAND_LINE);
    assertThat(run.err()).contains("no row of the fit stands there");
    assertThat(Run.of("check", "sample-data/al-a.yaml", "--explain", "row 3").err())
        .contains("the line of a row is needed");
  }

  /** 50 µm in place of nm: the field comes out a thousand times too small. */
  @Test
  void anImplausibleGapIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"), "photons,bias_rate [V/s],frequency [GHz]\n100,5,5\n");
    Path sample =
        Files.writeString(
            folder.resolve("s.yaml"),
            "sample: s\nresonator: {gap: 50 um, capacitance: 0.35 pF}\ntables: [{file: t.csv}]\n");
    Run run = Run.of("check", sample.toString(), "--explain", "2", "--fix", "dipoleMoment=5 D");
    assertThat(run.out()).contains("a gap of 50 µm is wide for a film").contains("with p = 5 D");
  }

  /** A row of a wide table holds several readings: each is followed. */
  @Test
  void everyReadingOfAWideRowIsShown() throws IOException {
    Files.writeString(
        folder.resolve("w.csv"),
        "photons,frequency [GHz] @ 10 V/s,frequency [GHz] @ 20 V/s\n100,5.01,5.02\n");
    Path sample =
        Files.writeString(
            folder.resolve("w.yaml"),
            "sample: w\nresonator: {gap: 50 nm, capacitance: 0.35 pF}\ntables: [{file: w.csv}]\n");
    Run run = Run.of("check", sample.toString(), "--explain", "2");
    assertThat(run.out())
        .startsWith("w.csv, line 2, reading 1 of 2, in column 2\n")
        .containsSubsequence(
            "dV/dt = 10 V/s",
            "f = 5.010000000 GHz",
            "reading 2 of 2, in column 3",
            "dV/dt = 20 V/s")
        .contains("f = 5.020000000 GHz");
  }
}
