package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.files.WholeFile;
import tlsfit.page.IndexPage;
import tlsfit.result.FitResult;

/** The index page of several results, and where it may be written. */
final class ReportIndex {
  private static final Logger LOGGER = LogManager.getLogger(ReportIndex.class);

  /** The name of an index page in a folder. */
  static final String NAME = "index.html";

  private ReportIndex() {}

  /** The index with links to the pages that lie beside their results. */
  static byte[] of(Path file, List<CompareFormat.Saved> saved) {
    return page(
        saved.stream().map(CompareFormat.Saved::result).toList(), CompareFormat.links(file, saved));
  }

  /** The index of pages that are written beside it. */
  static byte[] ofPages(List<FitResult> results) {
    return page(
        results,
        results.stream().map(one -> CompareFormat.address(one.sample() + ".html")).toList());
  }

  private static byte[] page(List<FitResult> results, List<String> links) {
    return IndexPage.of(results, links).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a file is not there, or an index that this program wrote. */
  static boolean mayReplace(Path file) {
    try {
      return !Files.exists(file) || Files.readString(file).contains(IndexPage.MARK);
    } catch (IOException e) {
      return false; // not a text, so not ours
    }
  }

  /**
   * Writes the index into a folder of results, unless a file of another origin has its name.
   *
   * @return exit status
   */
  static int inFolder(Path folder, List<CompareFormat.Saved> saved) {
    Path file = folder.resolve(NAME);
    if (!mayReplace(file)) {
      LOGGER.warn("{} is no index of tlsfit and stays as it is; -o FILE.html writes another", file);
      return ExitStatus.OK;
    }
    try {
      WholeFile.write(file, of(file, saved));
      LOGGER.info("wrote {}", file);
      return ExitStatus.OK;
    } catch (IOException e) {
      LOGGER.warn("{} cannot be written: {}", file, WriteFailure.reason(e));
      return ExitStatus.OK; // what was asked for is printed
    }
  }
}
