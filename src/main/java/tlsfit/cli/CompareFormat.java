package tlsfit.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.compare.Comparison;
import tlsfit.page.ComparePage;
import tlsfit.picture.ComparePlots;
import tlsfit.picture.Picture;
import tlsfit.picture.Plot;
import tlsfit.report.CompareReport;
import tlsfit.report.PairTable;
import tlsfit.report.RatioMatrix;
import tlsfit.report.SampleTable;
import tlsfit.result.FitResult;

/** The forms in which a comparison is written. */
enum CompareFormat {
  TEXT("txt"),
  JSON("json"),
  CSV("csv"),
  LATEX("tex"),
  MARKDOWN("md"),
  HTML("html"),
  SVG("svg"),
  PDF("pdf"),
  PNG("png");

  /** Those that are pictures. */
  static final Set<CompareFormat> PICTURES = Set.of(SVG, PDF, PNG);

  private final String ending;

  CompareFormat(String ending) {
    this.ending = ending;
  }

  /**
   * A result with its file.
   *
   * @param file it was read from
   * @param result what it holds
   */
  record Saved(Path file, FitResult result) {}

  /** The form that a file's ending asks for. */
  static Optional<CompareFormat> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> name.endsWith("." + one.ending)).findFirst();
  }

  /** All endings, for a message. */
  static String endings() {
    return Arrays.stream(values()).map(one -> "." + one.ending).collect(Collectors.joining(", "));
  }

  /** Whether regions of two parameters are drawn in it. */
  boolean drawsRegions() {
    return this == HTML || PICTURES.contains(this);
  }

  /** The comparison in this form; empty where it is no text. */
  Optional<String> text(Comparison comparison) {
    return switch (this) {
      case TEXT -> Optional.of(CompareReport.of(comparison));
      case JSON -> Optional.of(Json.of(comparison));
      case CSV -> Optional.of(SampleTable.csv(comparison));
      case LATEX -> Optional.of(SampleTable.latex(comparison));
      case MARKDOWN ->
          Optional.of(SampleTable.markdown(comparison) + RatioMatrix.markdown(comparison));
      default -> Optional.empty();
    };
  }

  /**
   * The files to write: one; with CSV others with the pairs and the matrix of ratios, and beside a
   * forest plot one of p against T10, where there is any.
   *
   * @throws IOException if a picture cannot be drawn
   */
  Map<Path, byte[]> files(Path file, Comparison comparison, List<Saved> saved) throws IOException {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    List<FitResult> results = saved.stream().map(Saved::result).toList();
    switch (this) {
      case HTML ->
          files.put(
              file,
              ComparePage.of(comparison, results, links(file, saved))
                  .getBytes(StandardCharsets.UTF_8));
      case SVG, PDF, PNG -> {
        Picture picture = Picture.valueOf(name());
        Optional<Plot> forest = ComparePlots.forest(comparison);
        if (forest.isPresent()) {
          files.put(file, picture.draw(forest.get()));
        }
        Optional<Plot> regions = ComparePlots.regions(comparison, results);
        if (regions.isPresent()) {
          files.put(beside(file, "-regions"), picture.draw(regions.get()));
        }
      }
      default -> files.put(file, text(comparison).orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
    if (this == CSV) {
      files.put(beside(file, "-pairs"), PairTable.csv(comparison).getBytes(StandardCharsets.UTF_8));
      files.put(
          beside(file, "-ratios"), RatioMatrix.csv(comparison).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private Path beside(Path file, String what) {
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, name.length() - ending.length() - 1);
    return file.resolveSibling(stem + what + "." + ending);
  }

  /** A relative address that is no other, whatever characters its file has. */
  static String address(String path) {
    try {
      String first = path.indexOf(':') < 0 ? "" : "./"; // else its beginning would be a scheme
      return new URI(null, null, first + path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path without a scheme is one", e);
    }
  }

  /** The page of each fit that lies beside its result, as seen from a file; else empty. */
  static List<String> links(Path from, List<Saved> saved) {
    Path folder = from.toAbsolutePath().normalize().getParent();
    return saved.stream()
        .map(one -> one.file().toAbsolutePath().normalize())
        .map(
            json -> {
              String name = String.valueOf(json.getFileName()).replaceFirst("[.]json$", ".html");
              Path page = json.resolveSibling(name);
              boolean there = !page.equals(json) && Files.exists(page);
              return there && folder != null
                  ? address(folder.relativize(page).toString().replace('\\', '/'))
                  : "";
            })
        .toList();
  }
}
