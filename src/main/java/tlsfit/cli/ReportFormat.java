package tlsfit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.page.FitPage;
import tlsfit.picture.FitPlots;
import tlsfit.picture.Picture;
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
  },
  /** The fitted curves with their bands. */
  CSV_CURVES("csv-curves", "csv") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(FitTables.curves(results).toCsv(EXACT));
    }
  },
  /** The profile of each parameter. */
  CSV_PROFILES("csv-profiles", "csv") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(FitTables.profiles(results).toCsv(EXACT));
    }
  },
  /** The page of one fit. */
  HTML("html", "html") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return bytes(FitPage.of(results.get(0), SettingOptions::option));
    }
  },
  /** The picture of readings and fit. */
  SVG("svg", "svg") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return picture(results.get(0), this);
    }
  },
  /** The same as PDF. */
  PDF("pdf", "pdf") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return picture(results.get(0), this);
    }
  },
  /** The same in pixels. */
  PNG("png", "png") {
    @Override
    byte[] of(List<FitResult> results, boolean full) {
      return picture(results.get(0), this);
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

  /** Whether a file of it holds one result. */
  boolean isOfOne() {
    return compareTo(HTML) >= 0;
  }

  /** Whether it is a picture, of which a result without curves has none. */
  boolean isPicture() {
    return compareTo(SVG) >= 0;
  }

  private static byte[] picture(FitResult result, ReportFormat format) {
    try {
      return Picture.ofFile("." + format.suffix).orElseThrow().draw(FitPlots.data(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written here but memory
    }
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
