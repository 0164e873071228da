package tlsfit.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.report.Document;
import tlsfit.report.FitDocument;
import tlsfit.report.FitTables;
import tlsfit.report.LatexTable;
import tlsfit.report.MarkdownRenderer;
import tlsfit.report.TextRenderer;
import tlsfit.result.FitResult;

/** A form that {@code tlsfit report} gives to saved results. */
enum ReportFormat {
  /** The report of a terminal. */
  TEXT("text", "txt") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return all(
          results, full, document -> TextRenderer.of(TextRenderer.USUAL_WIDTH).render(document));
    }
  },
  /** The same in Markdown. */
  MARKDOWN("markdown", "md") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return all(results, full, MarkdownRenderer::render);
    }
  },
  /** A table of the parameters without packages. */
  LATEX("latex", "tex") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(LatexTable.of(results, LatexTable.Kind.PLAIN));
    }
  },
  /** The same with the package siunitx. */
  SIUNITX("siunitx", "tex") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(LatexTable.of(results, LatexTable.Kind.SIUNITX));
    }
  },
  /** The parameters. */
  CSV("csv", "csv") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(FitTables.parameters(results).toCsv(EXACT));
    }
  },
  /** The readings with what the fit says of them. */
  CSV_READINGS("csv-readings", "csv") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(FitTables.readings(results).toCsv(EXACT));
    }
  };

  /** Significant digits that say a double exactly. */
  private static final int EXACT = 17;

  private final String key;
  private final String suffix;

  ReportFormat(String key, String suffix) {
    this.key = key;
    this.suffix = suffix;
  }

  /**
   * The results in this form.
   *
   * @param full whether a report is to hold everything
   */
  abstract byte[] of(List<FitResult> results, boolean full);

  /** Its name on the command line. */
  String key() {
    return key;
  }

  /** How a file of this form ends, without the point. */
  String suffix() {
    return suffix;
  }

  /** The form of a name, in any case. */
  static Optional<ReportFormat> find(String name) {
    return Arrays.stream(values())
        .filter(format -> format.key.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The first form whose files end as a name does. */
  static Optional<ReportFormat> ofFile(String name) {
    return Arrays.stream(values())
        .filter(format -> name.toLowerCase(Locale.ROOT).endsWith("." + format.suffix))
        .findFirst();
  }

  /** All names, as a list in a sentence. */
  static String keys() {
    return Arrays.stream(values()).map(ReportFormat::key).collect(Collectors.joining(", "));
  }

  private interface Renderer {
    String render(Document document);
  }

  private static byte[] all(List<FitResult> results, boolean full, Renderer renderer) {
    return bytes(
        results.stream()
            .map(result -> FitDocument.of(result, SettingOptions::option))
            .map(report -> renderer.render(full ? report.full() : report.brief("")))
            .collect(Collectors.joining("\n\n")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
