package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.measurement.Measurement;
import tlsfit.result.Covariate;

/** The keys of a sample file that no fit uses. */
class SampleNotesTest {
  @TempDir private Path folder;

  @BeforeEach
  void table() throws IOException {
    Files.writeString(
        folder.resolve("a.csv"),
        """
        power [dBm],bias_rate [V/s],frequency [Hz]
        -50,100,5e9
        -40,100,5e9
        -30,100,5e9
        """);
  }

  private Path sample(String more) throws IOException {
    return Files.writeString(
        folder.resolve("s.yaml"),
        """
        sample: s
        resonator: {gap: 50 nm +- 1 nm, capacitance: 0.35 pF, coupling: notch, loaded-q: 2400, coupling-q: 3000 +- 10 %}
        tables: [{file: a.csv}]
        """
            + more);
  }

  private static String ids(Measurement measurement) {
    return measurement.calibrationTerms().stream()
        .map(term -> term.name() + "=" + term.id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aNameOfTheLineIsThatOfItsNumbersAlone() throws IOException {
    Measurement measurement =
        Loader.load(sample("calibration: {attenuation: 78 dB +- 1 dB, id: line 3}")).measurement();
    assertThat(ids(measurement)).isEqualTo("attenuation=line 3 coupling-q= gap=");
  }

  @Test
  void singleNumbersHaveNamesOfTheirOwn() throws IOException {
    Measurement measurement =
        Loader.load(
                sample("calibration: {attenuation: 78 dB +- 1 dB, id: {attenuation: a, gap: w7}}"))
            .measurement();
    assertThat(ids(measurement)).isEqualTo("attenuation=a coupling-q= gap=w7");
    assertThat(measurement.calibrationTerms())
        .extracting(term -> term.effect(Map.of()).ofResonator())
        .containsExactly(false, true, true);
  }

  @Test
  void descriptionGroupAndCovariatesAreKept() throws IOException {
    Measurement measurement =
        Loader.load(
                sample(
                    """
                    calibration: {attenuation: 78 dB}
                    description: second film
                    calibration-group: cooldown 4
                    covariates: {thickness: 50 nm, growth-temperature: -20.5 °C, dose: 1e15, oxygen: 0.3 at%}
                    """))
            .measurement();
    assertThat(measurement.about().description()).isEqualTo("second film");
    assertThat(measurement.about().calibrationGroup()).isEqualTo("cooldown 4");
    assertThat(measurement.about().covariates())
        .containsExactly(
            new Covariate("thickness", 50, "nm"),
            new Covariate("growth-temperature", -20.5, "°C"),
            new Covariate("dose", 1e15, ""),
            new Covariate("oxygen", 0.3, "at%"));
    assertThat(measurement.about().findCovariate("dose")).isPresent();
    assertThat(measurement.about().findCovariate("colour")).isEmpty();
  }

  @Test
  void wrongOnesAreRefusedWithTheirPlace() throws IOException {
    Path file =
        sample(
            """
            calibration:
              attenuation: 78 dB
              id: {atenuation: a}
            covariates: {substrate: sapphire, thickness: thin}
            """);
    InputException faults = catchThrowableOfType(InputException.class, () -> Loader.load(file));
    assertThat(faults.problems())
        .extracting(one -> one.line() + ": " + one.found())
        .containsExactly(
            "6: unknown key \"atenuation\"",
            "7: \"sapphire\" does not begin with a number",
            "7: \"thin\" does not begin with a number");
  }
}
