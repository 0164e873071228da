package tlsfit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.compare.CompareOptions;
import tlsfit.compare.Comparison;
import tlsfit.compare.Quantity;
import tlsfit.files.WholeFile;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;

/** {@code tlsfit compare}: samples side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Compares results: the samples' parameters side by side, their ratios with confidence"
            + " intervals, and whether they have one value.")
final class CompareCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(CompareCommand.class);

  @Parameters(
      paramLabel = "FIT.json",
      arity = "1..*",
      description =
          "Results of tlsfit fit, such as fits/al-a.json; with --joint also samples, which are fitted"
              + " first.")
  private List<Path> files = new ArrayList<>();

  @Mixin private ComparisonOptions options;

  @Option(
      names = "--sort",
      paramLabel = "name|PARAMETER",
      description =
          "Order of the samples: by name, or by a parameter such as dipoleMoment (or p), ascending."
              + " Default: that of the command line.")
  private @Nullable String sort;

  @Option(
      names = "--joint",
      paramLabel = "PARAMETER",
      split = ",",
      description =
          "Fit the readings of the samples again with this parameter common to all, such as"
              + " dipoleMoment, and test it against fits of their own.")
  private List<String> joint = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Of standard output: text, json, csv, latex or markdown. Default: text")
  private @Nullable CompareFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Also write this file, by its ending: .html, a page; .svg, .pdf or .png, a forest plot"
              + " (with FILE-regions, p against T10); .csv (with FILE-pairs.csv and FILE-ratios.csv), .json, .tex, .md,"
              + " .txt. May be repeated.")
  private List<Path> outputs = new ArrayList<>();

  @Override
  public Integer call() {
    for (Path output : outputs) {
      if (CompareFormat.ofFile(output).isEmpty()) {
        throw wrong("-o " + output + ": the ending must be one of " + CompareFormat.endings());
      }
    }
    CompareOptions how;
    try {
      how = options.read();
    } catch (ComparisonOptions.Wrong e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    CompareFormat shown =
        json() ? CompareFormat.JSON : format == null ? CompareFormat.TEXT : format;
    if (format == CompareFormat.HTML || CompareFormat.PICTURES.contains(shown)) {
      throw wrong("--format " + shown + ": pages and pictures are written with -o FILE");
    }
    boolean regions =
        outputs.stream()
            .flatMap(one -> CompareFormat.ofFile(one).stream())
            .anyMatch(CompareFormat::drawsRegions);
    List<CompareFormat.Saved> saved = new ArrayList<>();
    int read = new ComparedFiles(!joint.isEmpty(), regions, common().seed()).read(files, saved);
    if (read != ExitStatus.OK) {
      return read; // a comparison with one missing would answer another question
    }
    if (sort != null) {
      saved.sort(Comparator.comparing(CompareFormat.Saved::result, order(sort)));
    }
    List<FitResult> results = saved.stream().map(CompareFormat.Saved::result).toList();
    Comparison comparison;
    try {
      comparison = Comparison.of(results, how);
    } catch (NoSuchElementException e) {
      throw wrong("--ratio-to " + e.getMessage() + ": no sample has this name", e);
    }
    how.against().ifPresent(covariate -> check(covariate, results));
    if (!joint.isEmpty()) {
      try {
        comparison = comparison.with(JointCommand.of(joint, comparison, results, how));
      } catch (ComparisonOptions.Wrong e) {
        throw wrong("--joint " + String.join(",", joint) + ": " + e.getMessage(), e);
      }
    }
    print(shown.text(comparison).orElseThrow());
    if (!write(comparison, saved)) {
      return ExitStatus.WRONG_COMMAND_LINE;
    }
    return comparison.comparesAnything() ? ExitStatus.OK : ExitStatus.NOT_VALID;
  }

  private void check(String covariate, List<FitResult> results) {
    if (results.stream().noneMatch(one -> one.about().findCovariate(covariate).isPresent())) {
      throw wrong("--against " + covariate + ": no sample has this covariate");
    }
  }

  private Comparator<FitResult> order(String by) {
    if (by.equals("name")) {
      return Comparator.comparing(FitResult::sample);
    }
    String key = by.equals("p") ? Quantity.DIPOLE_MOMENT.key() : by;
    if (Quantity.find(key).isEmpty() && !key.equals("referenceFrequency")) {
      throw wrong(
          "--sort "
              + by
              + ": name, p, chi, lossTangent, relaxationTime or referenceFrequency is needed");
    }
    return Comparator.comparing(
        (FitResult one) -> value(one, key), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private static @Nullable Double value(FitResult result, String key) {
    return result
        .findParameter(key)
        .map(ParameterEstimate::value)
        .or(() -> result.findDerived(key).map(DerivedQuantity::value))
        .orElse(null);
  }

  private boolean write(Comparison comparison, List<CompareFormat.Saved> saved) {
    for (Path output : outputs) {
      try {
        WholeFile.writeAll(
            CompareFormat.ofFile(output).orElseThrow().files(output, comparison, saved));
        LOGGER.info("wrote {}", output);
      } catch (IOException e) {
        WriteFailure.tell("-o", output, e);
        return false;
      }
    }
    return true;
  }
}
