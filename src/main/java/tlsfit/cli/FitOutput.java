package tlsfit.cli;

import java.nio.file.Path;
import java.util.List;
import tlsfit.report.Document;
import tlsfit.report.FitDocument;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;

/**
 * What {@code tlsfit fit} prints of its results: the report of one sample, a line for each of
 * several, or JSON.
 */
final class FitOutput {
  private final Subcommand command;
  private final List<Path> samples;
  private final Path folder;
  private final boolean reports;
  private final Documents documents;
  private int printed;

  /**
   * Begins to print.
   *
   * @param samples the sample files asked for
   * @param folder where the results are written
   * @param reports whether more than a line of each is wanted
   */
  FitOutput(Subcommand command, List<Path> samples, Path folder, boolean reports) {
    this.command = command;
    this.samples = samples;
    this.folder = folder;
    this.reports = reports;
    this.documents = new Documents(command::print, true, samples.size() > 1);
  }

  /** Prints one result. */
  void print(FitResult result) {
    if (command.json()) {
      documents.add(FitResultFile.toJson(result));
      return;
    }
    FitDocument report = FitDocument.of(result, SettingOptions::option);
    if (reports && command.common().verbose()) {
      command.print(printed > 0 ? "\n\n" : "");
      command.print(report.full());
    } else if (reports && samples.size() == 1) {
      command.print(report.brief("more: tlsfit fit --verbose; tlsfit explain CODE, such as runs"));
    } else {
      command.print(report.line(widest()));
    }
    printed++;
  }

  /** Prints what belongs at the end. */
  void end() {
    if (command.json()) {
      documents.end();
    } else if (printed > 1 && reports && !command.common().verbose()) {
      command.print(
          new Document(
              "", FitDocument.closing("more: tlsfit report " + folder.resolve("NAME.json"))));
    }
  }

  /** The width of the names, which are those of the sample files as a rule. */
  private int widest() {
    return samples.stream()
        .map(sample -> String.valueOf(sample.getFileName()).replaceFirst("\\.[^.]*$", ""))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
