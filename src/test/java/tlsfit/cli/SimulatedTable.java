package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;

/** A table alone of a sample of 5 D without relaxation, few points: the quickest fit there is. */
final class SimulatedTable {
  static final String DRIVE = "ac-field=20..20000 V/m";
  static final String NOISE = "2 kHz";

  private SimulatedTable() {}

  static Path of(Path folder, String name, String drive, String noise, String... more) {
    String[] args =
        Stream.concat(
                Stream.of(
                    "simulate",
                    "-q",
                    "--sample",
                    name,
                    "-o",
                    folder.toString(),
                    "--set",
                    "chi=1e-4",
                    "--set",
                    "dipoleMoment=5 D",
                    "--set",
                    "referenceFrequency=5 GHz",
                    "--noise",
                    noise,
                    "--table",
                    name + ".csv: " + drive + ", bias-rate=3e10 V/m/s, points=24"),
                Stream.of(more))
            .toArray(String[]::new);
    Run run = Run.of(args);
    assertThat(run.status()).as(run.err()).isZero();
    return folder.resolve(name + ".csv");
  }
}
