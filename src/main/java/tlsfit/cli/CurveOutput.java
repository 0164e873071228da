package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.files.WholeFile;
import tlsfit.picture.Picture;
import tlsfit.picture.Plot;
import tlsfit.report.DataTable;

/** Where the numbers or the picture of a curve go. */
final class CurveOutput {
  private static final Logger LOGGER = LogManager.getLogger(CurveOutput.class);
  private static final int MOST_DIGITS = 17;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file: .svg, .png or .pdf a picture, .csv the numbers.")
  private @Nullable Path output;

  @Option(
      names = "--digits",
      paramLabel = "N",
      defaultValue = "17",
      description = "Significant digits, 1 to 17. Default: ${DEFAULT-VALUE}, which lose nothing")
  private int digits = MOST_DIGITS;

  /**
   * What there is to show.
   *
   * @param table the numbers
   * @param plot makes the picture; empty where there is none
   */
  record Shown(DataTable table, Optional<Supplier<Plot>> plot) {
    static Shown of(DataTable table) {
      return new Shown(table, Optional.empty());
    }

    static Shown of(DataTable table, Supplier<Plot> plot) {
      return new Shown(table, Optional.of(plot));
    }
  }

  /** Checks the options before anything is computed. */
  void check(Subcommand command) {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw command.wrong("--digits " + digits + ": 1 to 17 are possible");
    }
  }

  /** Prints the numbers, or writes the file asked for. */
  int put(Subcommand command, Shown shown) {
    if (output == null) {
      command.print(command.json() ? Json.of(shown.table()) : shown.table().toCsv(digits));
      return ExitStatus.OK;
    }
    String name = String.valueOf(output.getFileName());
    Optional<Picture> picture = Picture.ofFile(name);
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    if (!csv && (picture.isEmpty() || shown.plot().isEmpty())) {
      throw command.wrong(
          "-o "
              + output
              + ": the name must end in "
              + (shown.plot().isEmpty()
                  ? ".csv; of this there is no picture"
                  : ".svg, .png, .pdf or .csv"));
    }
    try {
      byte[] content =
          csv
              ? shown.table().toCsv(digits).getBytes(StandardCharsets.UTF_8)
              : picture.orElseThrow().draw(shown.plot().orElseThrow().get());
      WholeFile.write(output, content);
      LOGGER.info("wrote {}", output);
      return ExitStatus.OK;
    } catch (IOException e) {
      WriteFailure.tell("-o", output, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
  }
}
