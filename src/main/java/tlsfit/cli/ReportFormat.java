package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.page.FitPage;
import tlsfit.picture.FitPlots;
import tlsfit.picture.Picture;
import tlsfit.report.DataTable;
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
  TEXT("text", "txt"),
  /** The same in Markdown. */
  MARKDOWN("markdown", "md"),
  /** A table of the parameters without packages. */
  LATEX("latex", "tex"),
  /** The same with the package siunitx. */
  SIUNITX("siunitx", "tex"),
  /** The parameters. */
  CSV("csv", "csv"),
  /** The readings with what the fit says of them. */
  CSV_READINGS("csv-readings", "csv"),
  /** The fitted curves with their bands. */
  CSV_CURVES("csv-curves", "csv"),
  /** The profile of each parameter. */
  CSV_PROFILES("csv-profiles", "csv"),
  /** The page of one fit. */
  HTML("html", "html"),
  /** The picture of readings and fit. */
  SVG("svg", "svg"),
  /** The same as PDF. */
  PDF("pdf", "pdf"),
  /** The same in pixels. */
  PNG("png", "png");

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
   * @throws IOException if a picture cannot be drawn
   */
  byte[] of(List<FitResult> results, boolean full) throws IOException {
    return switch (this) {
      case TEXT ->
          all(
              results,
              full,
              document -> TextRenderer.of(TextRenderer.USUAL_WIDTH).render(document));
      case MARKDOWN -> all(results, full, MarkdownRenderer::render);
      case LATEX -> bytes(LatexTable.of(results, LatexTable.Kind.PLAIN));
      case SIUNITX -> bytes(LatexTable.of(results, LatexTable.Kind.SIUNITX));
      case CSV -> csv(FitTables.parameters(results));
      case CSV_READINGS -> csv(FitTables.readings(results));
      case CSV_CURVES -> csv(FitTables.curves(results));
      case CSV_PROFILES -> csv(FitTables.profiles(results));
      case HTML -> bytes(FitPage.of(results.get(0), SettingOptions::option));
      case SVG -> drawn(Picture.SVG, results);
      case PDF -> drawn(Picture.PDF, results);
      case PNG -> drawn(Picture.PNG, results);
    };
  }

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

  /** Whether a file of it holds one result. */
  boolean isOfOne() {
    return compareTo(HTML) >= 0;
  }

  /** Whether it is a picture, of which a result without curves has none. */
  boolean isPicture() {
    return compareTo(SVG) >= 0;
  }

  private static byte[] drawn(Picture picture, List<FitResult> results) throws IOException {
    return picture.draw(FitPlots.data(results.get(0)));
  }

  private interface Renderer {
    String render(Document document);
  }

  private static byte[] csv(DataTable table) {
    return bytes(table.toCsv(EXACT));
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
