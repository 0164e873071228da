package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.files.WholeFile;
import tlsfit.picture.FitPlots;
import tlsfit.report.FitDocument;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;

/**
 * Saved results on their way to standard output or to files. Where each has an output of its own, a
 * failure at one leaves the others as they are; an output of all is made of all or not at all.
 */
final class ReportOutput {
  private static final Logger LOGGER = LogManager.getLogger(ReportOutput.class);

  private final Subcommand command;
  private final List<CompareFormat.Saved> saved;
  private boolean begun;

  /**
   * Begins.
   *
   * @param command prints
   * @param saved the results, one at least
   */
  ReportOutput(Subcommand command, List<CompareFormat.Saved> saved) {
    this.command = command;
    this.saved = saved;
  }

  /** The results themselves; a list where several were asked for. Gives an exit status. */
  int json(boolean several) {
    Documents documents = new Documents(command::print, true, several);
    int status =
        each(
            one -> {
              documents.add(FitResultFile.toJson(one.result()));
              return ExitStatus.OK;
            });
    documents.end();
    return status;
  }

  /** Prints reports, or of several a line each. Gives an exit status. */
  int text() {
    boolean full = command.common().verbose();
    boolean reports = saved.size() == 1 || full;
    int widest = saved.stream().mapToInt(one -> one.result().sample().length()).max().orElse(0);
    return each(
        one -> {
          FitDocument report = FitDocument.of(one.result(), SettingOptions::option);
          if (reports) {
            command.print(begun ? "\n\n" : "");
            begun = true;
            command.print(full ? report.full() : report.brief(""));
          } else {
            command.print(report.line(widest));
          }
          return ExitStatus.OK;
        });
  }

  /** Prints all in one form. Gives an exit status. */
  int print(ReportFormat form) {
    return all(
        form,
        content -> {
          command.print(new String(content, StandardCharsets.UTF_8));
          return ExitStatus.OK;
        });
  }

  /** Writes all in one form to one file. Gives an exit status. */
  int file(ReportFormat form, Path file) {
    return all(form, content -> put(Map.of(file, content), file));
  }

  /** Writes the index with links to the pages that there are. Gives an exit status. */
  int index(Path file) {
    return Boundary.around(file, () -> put(Map.of(file, ReportIndex.of(file, saved)), file));
  }

  /** Writes a file of each into a folder, and of several pages an index. Gives an exit status. */
  int folder(ReportFormat form, Path folder) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    List<FitResult> made = new ArrayList<>();
    int status =
        each(
            one -> {
              FitResult result = one.result();
              Path file = folder.resolve(result.sample() + "." + form.suffix());
              if (contents.containsKey(file)) {
                throw command.wrong(
                    "two results are of a sample " + result.sample() + "; one would be lost");
              }
              if (!drawable(form, result)) {
                return ExitStatus.OK;
              }
              contents.put(file, form.of(List.of(result), command.common().verbose()));
              made.add(result);
              return ExitStatus.OK;
            });
    Path index = folder.resolve(ReportIndex.NAME);
    if (form == ReportFormat.HTML && made.size() > 1 && ReportIndex.mayReplace(index)) {
      contents.putIfAbsent(index, ReportIndex.ofPages(made));
    }
    return ExitStatus.worse(status, put(contents, folder));
  }

  private int all(ReportFormat form, Taker taker) {
    List<FitResult> shown =
        saved.stream()
            .map(CompareFormat.Saved::result)
            .filter(result -> drawable(form, result))
            .toList();
    if (shown.isEmpty()) {
      return ExitStatus.OK;
    }
    boolean full = command.common().verbose();
    try {
      return taker.take(form.of(shown, full));
    } catch (IOException e) {
      return notDrawn(e);
    } catch (RuntimeException | StackOverflowError e) {
      int status = each(one -> madeAlone(one, form)); // one of them is the reason, to be named
      return status == ExitStatus.OK ? Boundary.tell(form.key() + ": ", e) : status;
    }
  }

  private int madeAlone(CompareFormat.Saved one, ReportFormat form) throws IOException {
    byte[] content = form.of(List.of(one.result()), command.common().verbose());
    LOGGER.debug("{}: {} bytes of {} alone", one.file(), content.length, form.key());
    return ExitStatus.OK;
  }

  private static boolean drawable(ReportFormat form, FitResult result) {
    boolean drawable = !form.isPicture() || FitPlots.possible(result);
    if (!drawable) {
      LOGGER.warn("{}: there is no curve to be drawn", result.sample());
    }
    return drawable;
  }

  /** Does something with each result; gives the worst exit status. */
  private int each(Step step) {
    int status = ExitStatus.OK;
    for (CompareFormat.Saved one : saved) {
      status =
          ExitStatus.worse(
              status,
              Boundary.around(
                  one.file(),
                  () -> {
                    try {
                      return step.of(one);
                    } catch (IOException e) {
                      return notDrawn(e);
                    }
                  }));
    }
    return status;
  }

  private static int notDrawn(IOException failure) {
    LOGGER.error("{}", WriteFailure.reason(failure));
    return ExitStatus.WRONG_COMMAND_LINE;
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

  private interface Step {
    int of(CompareFormat.Saved one) throws IOException;
  }

  private interface Taker {
    int take(byte[] content);
  }
}
