package tlsfit.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tlsfit.compare.Comparison;
import tlsfit.report.CompareReport;
import tlsfit.report.PairTable;
import tlsfit.report.SampleTable;

/** The forms in which a comparison is written. */
enum CompareFormat {
  TEXT("txt"),
  JSON("json"),
  CSV("csv"),
  LATEX("tex"),
  MARKDOWN("md");

  private final String ending;

  CompareFormat(String ending) {
    this.ending = ending;
  }

  /** The form that a file's ending asks for. */
  static Optional<CompareFormat> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> name.endsWith("." + one.ending)).findFirst();
  }

  /** All endings, for a message. */
  static String endings() {
    return Arrays.stream(values()).map(one -> "." + one.ending).collect(Collectors.joining(", "));
  }

  /** The comparison in this form. */
  String of(Comparison comparison) {
    return switch (this) {
      case TEXT -> CompareReport.of(comparison);
      case JSON -> Json.of(comparison);
      case CSV -> SampleTable.csv(comparison);
      case LATEX -> SampleTable.latex(comparison);
      case MARKDOWN -> SampleTable.markdown(comparison);
    };
  }

  /** The files to write: one, or with CSV another one with the pairs. */
  Map<Path, byte[]> files(Path file, Comparison comparison) {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    files.put(file, of(comparison).getBytes(StandardCharsets.UTF_8));
    if (this == CSV) {
      String name = String.valueOf(file.getFileName());
      Path pairs = file.resolveSibling(name.substring(0, name.length() - 4) + "-pairs.csv");
      files.put(pairs, PairTable.csv(comparison).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }
}
