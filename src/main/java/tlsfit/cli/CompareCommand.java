package tlsfit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tlsfit.compare.Comparison;
import tlsfit.explain.UnreadableText;
import tlsfit.report.CompareReport;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;

/** {@code tlsfit compare}: samples side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Compares results: the samples' parameters side by side, and by how many standard errors"
            + " their dipole moments differ.")
final class CompareCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(CompareCommand.class);

  @Parameters(
      paramLabel = "FIT.json",
      arity = "1..*",
      description = "Results of tlsfit fit, such as fits/al-a.json.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    List<FitResult> results = new ArrayList<>();
    boolean refused = false;
    for (Path file : files) {
      try {
        results.add(FitResultFile.read(file));
      } catch (UnreadableResultException e) {
        LOGGER.error("{}", UnreadableText.of(e));
        refused = true;
      }
    }
    if (refused) {
      return ExitStatus
          .INPUT_REFUSED; // a comparison with one missing would answer another question
    }
    Comparison comparison = Comparison.of(results);
    print(json() ? Json.of(comparison) : CompareReport.of(comparison));
    return ExitStatus.OK;
  }
}
