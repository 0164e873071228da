package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;

/** What fit writes is read again, with parameters at every kind of end of their ranges. */
class WrittenResultTest {
  @TempDir private Path folder;

  /** The tables hold no relaxation, and one dipole moment of 5 D: noise decides the best rate. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | '' | relaxationTime",
        "2 | '' | ''",
        "2 | --relaxation off | ''",
        "2 | --dipole-width | dipoleWidth",
        "1 | --bound dipoleMoment=5.2..9_D | dipoleMoment",
        "4 | --sigma relative --intervals wald | relaxationTime"
      })
  void isReadAgain(long seed, String options, String atAnEnd) {
    Path table =
        SimulatedTable.of(
            folder, "a", SimulatedTable.DRIVE, SimulatedTable.NOISE, "--seed", "" + seed);
    String[] given =
        Stream.of(options.split(" ", -1))
            .filter(one -> !one.isEmpty())
            .map(one -> one.replace('_', ' '))
            .toArray(String[]::new);
    String out = folder.resolve("out").toString();
    Run fit =
        Run.of(
            Stream.concat(
                    Stream.of("fit", table.toString(), "-q", "--no-report", "-o", out),
                    Stream.of(given))
                .toArray(String[]::new));
    assertThat(fit.status()).as(fit.err()).isIn(0, 4);
    Path written = folder.resolve("out/a.json");
    FitResult result = FitResultFile.read(written);
    assertThat(result.covariance().names()).contains("chi");
    if (!atAnEnd.isEmpty()) {
      assertThat(result.covariance().names()).doesNotContain(atAnEnd);
    }
    assertThat(Run.of("report", written.toString()).status()).isZero();
  }
}
