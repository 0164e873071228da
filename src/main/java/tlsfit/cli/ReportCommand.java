package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.explain.UnreadableText;
import tlsfit.files.WholeFile;
import tlsfit.picture.FitPlots;
import tlsfit.report.FitDocument;
import tlsfit.result.FitResult;
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
    List<CompareFormat.Saved> saved = new ArrayList<>();
    if (!read(saved)) {
      return ExitStatus.INPUT_REFUSED;
    }
    List<FitResult> results =
        new ArrayList<>(saved.stream().map(CompareFormat.Saved::result).toList());
    if (json()) {
      Documents documents = new Documents(this::print, true, results.size() > 1);
      results.forEach(result -> documents.add(FitResultFile.toJson(result)));
      documents.end();
      return ExitStatus.OK;
    }
    Path target = output;
    if (target == null && asked.filter(ReportFormat::isOfOne).isPresent()) {
      throw wrong("--format " + format + " needs a file or a folder: -o");
    }
    if (target == null) {
      print(results, asked.orElse(ReportFormat.TEXT));
      boolean folder = asked.isEmpty() && files.size() == 1 && Files.isDirectory(files.get(0));
      return folder ? ReportIndex.inFolder(files.get(0), saved) : ExitStatus.OK;
    }
    ReportFormat form =
        asked
            .or(() -> ReportFormat.ofFile(String.valueOf(target.getFileName())))
            .orElseThrow(
                () ->
                    wrong("-o " + target + ": say with --format which of " + ReportFormat.keys()));
    if (form == ReportFormat.HTML && results.size() > 1 && !Files.isDirectory(target)) {
      return put(Map.of(target, ReportIndex.of(target, saved)), target);
    }
    if (form.isOfOne() && results.size() > 1 && !Files.isDirectory(target)) {
      throw wrong("-o " + target + ": a file holds one " + form.key() + "; name a folder");
    }
    if (form.isPicture()) {
      results.removeIf(
          result -> {
            boolean none = !FitPlots.possible(result);
            if (none) {
              LOGGER.warn("{}: there is no curve to be drawn", result.sample());
            }
            return none;
          });
    }
    return results.isEmpty() ? ExitStatus.OK : write(results, form, target);
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

  private void print(List<FitResult> results, ReportFormat form) {
    boolean full = common().verbose();
    if (form != ReportFormat.TEXT) {
      print(new String(form.of(results, full), StandardCharsets.UTF_8));
    } else if (results.size() == 1 || full) {
      for (int i = 0; i < results.size(); i++) {
        FitDocument report = FitDocument.of(results.get(i), SettingOptions::option);
        print(i > 0 ? "\n\n" : "");
        print(full ? report.full() : report.brief(""));
      }
    } else {
      int widest = results.stream().mapToInt(one -> one.sample().length()).max().orElse(0);
      results.forEach(one -> print(FitDocument.of(one, SettingOptions::option).line(widest)));
    }
  }

  private int write(List<FitResult> results, ReportFormat form, Path target) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    if (Files.isDirectory(target)) {
      for (FitResult result : results) {
        Path file = target.resolve(result.sample() + "." + form.suffix());
        if (contents.put(file, form.of(List.of(result), common().verbose())) != null) {
          throw wrong("two results are of a sample " + result.sample() + "; one would be lost");
        }
      }
      Path index = target.resolve(ReportIndex.NAME);
      if (form == ReportFormat.HTML && results.size() > 1 && ReportIndex.mayReplace(index)) {
        contents.putIfAbsent(index, ReportIndex.ofPages(results));
      }
    } else {
      contents.put(target, form.of(results, common().verbose()));
    }
    return put(contents, target);
  }

  private static int put(Map<Path, byte[]> contents, Path target) {
    try {
      WholeFile.writeAll(contents);
      contents.keySet().forEach(file -> LOGGER.info("wrote {}", file));
      return ExitStatus.OK;
    } catch (IOException e) {
      WriteFailure.tell("-o", target, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
  }

  /** Reads all results; false where one cannot be read, which has been told then. */
  private boolean read(List<CompareFormat.Saved> saved) {
    boolean all = true;
    for (Path file : files) {
      try {
        List<Path> found = Files.isDirectory(file) ? jsonFiles(file) : List.of(file);
        if (found.isEmpty()) {
          LOGGER.error("{}: there is no result in this folder", file);
          all = false;
        }
        for (Path one : found) {
          saved.add(new CompareFormat.Saved(one, FitResultFile.read(one)));
        }
      } catch (UnreadableResultException e) {
        LOGGER.error("{}", UnreadableText.of(e));
        all = false;
      } catch (IOException e) {
        LOGGER.error("{} cannot be read: {}", file, WriteFailure.reason(e));
        all = false;
      }
    }
    return all;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
      stream.forEach(found::add);
    }
    found.sort(Path::compareTo);
    return found;
  }
}
