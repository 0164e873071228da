package tlsfit.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.explain.UnreadableText;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;

/** {@code tlsfit report}: saved results made into reports, tables and files again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Makes reports and tables of saved results again, without a fit.")
final class ReportCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(ReportCommand.class);

  @Parameters(
      paramLabel = "FIT.json",
      arity = "1..*",
      description = "Results of tlsfit fit, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, markdown, latex (a table of the parameters), siunitx (the same with this package),"
              + " csv (the parameters), csv-readings, csv-curves, csv-profiles, html (the page; of several results an"
              + " index of their pages), svg, pdf or png (readings and fit)."
              + " Default: by the end of the name after -o,"
              + " else text.")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description =
          "Write to this file; into a folder that exists, a file for each sample. Default:"
              + " standard output; of one folder also index.html in it.")
  private @Nullable Path output;

  @Override
  public Integer call() {
    Optional<ReportFormat> asked = format();
    Path target = output;
    if (!json() && target == null && asked.filter(ReportFormat::isOfOne).isPresent()) {
      throw wrong("--format " + format + " needs a file or a folder: -o");
    }
    List<CompareFormat.Saved> saved = new ArrayList<>();
    int read = read(saved);
    if (saved.isEmpty()) {
      return read;
    }
    ReportOutput made = new ReportOutput(this, saved);
    if (json()) {
      return ExitStatus.worse(read, made.json(files.size() > 1 || saved.size() > 1));
    }
    if (target == null) {
      ReportFormat form = asked.orElse(ReportFormat.TEXT);
      if (form == ReportFormat.TEXT) {
        return ExitStatus.worse(read, text(made, saved, read == ExitStatus.OK && asked.isEmpty()));
      }
      return read == ExitStatus.OK ? made.print(form) : read;
    }
    ReportFormat form =
        asked
            .or(() -> ReportFormat.ofFile(String.valueOf(target.getFileName())))
            .orElseThrow(
                () ->
                    wrong("-o " + target + ": say with --format which of " + ReportFormat.keys()));
    if (Files.isDirectory(target)) {
      return ExitStatus.worse(read, made.folder(form, target));
    }
    boolean index = form == ReportFormat.HTML && saved.size() > 1;
    if (form.isOfOne() && saved.size() > 1 && !index) {
      throw wrong("-o " + target + ": a file holds one " + form.key() + "; name a folder");
    }
    if (read != ExitStatus.OK) {
      return read; // a file of all with one missing would not be what its reader takes it for
    }
    return index ? made.index(target) : made.file(form, target);
  }

  private int text(ReportOutput made, List<CompareFormat.Saved> saved, boolean index) {
    int status = made.text();
    boolean folder = index && files.size() == 1 && Files.isDirectory(files.get(0));
    return folder ? ExitStatus.worse(status, ReportIndex.inFolder(files.get(0), saved)) : status;
  }

  private Optional<ReportFormat> format() {
    String name = format;
    if (name == null) {
      return Optional.empty();
    }
    return Optional.of(
        ReportFormat.find(name)
            .orElseThrow(
                () -> wrong("--format: expected " + ReportFormat.keys() + ", but found " + name)));
  }

  /** Reads all results that can be; what cannot is told. Gives an exit status. */
  private int read(List<CompareFormat.Saved> saved) {
    int status = ExitStatus.OK;
    for (Path file : files) {
      List<Path> found = List.of(file);
      if (Files.isDirectory(file)) {
        try {
          found = jsonFiles(file);
        } catch (IOException e) {
          LOGGER.error("{}: cannot be read: {}", file, WriteFailure.reason(e));
          status = ExitStatus.worse(status, ExitStatus.INPUT_REFUSED);
          continue;
        }
        if (found.isEmpty()) {
          LOGGER.error("{}: there is no result in this folder", file);
          status = ExitStatus.worse(status, ExitStatus.INPUT_REFUSED);
        }
      }
      for (Path one : found) {
        status = ExitStatus.worse(status, Boundary.around(one, () -> read(one, saved)));
      }
    }
    return status;
  }

  private static int read(Path file, List<CompareFormat.Saved> saved) {
    try {
      saved.add(new CompareFormat.Saved(file, FitResultFile.read(file)));
      return ExitStatus.OK;
    } catch (UnreadableResultException e) {
      LOGGER.error("{}", UnreadableText.of(e));
      return ExitStatus.INPUT_REFUSED;
    }
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
      stream.forEach(found::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(Path::compareTo);
    return found;
  }
}
