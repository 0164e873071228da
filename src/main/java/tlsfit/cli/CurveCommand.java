package tlsfit.cli;

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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tlsfit.cli.CurveOutput.Shown;
import tlsfit.curve.Figure;
import tlsfit.curve.IntegralAtPoints;
import tlsfit.curve.PaperFigures;
import tlsfit.curve.PointFunction;
import tlsfit.curve.ResponseAtPoints;
import tlsfit.explain.UnreadableText;
import tlsfit.load.InputException;
import tlsfit.load.PointFile;
import tlsfit.model.TabulatedConstant;
import tlsfit.model.TabulatedFiniteField;
import tlsfit.model.TabulatedIntegral;
import tlsfit.picture.FitPlots;
import tlsfit.report.FitTables;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;

/** {@code tlsfit curve}: the model as numbers or as a picture. */
@Command(
    name = "curve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Prints or draws the model over a range, a sample or a fit, or a figure of the paper.",
      "A range is that of --over \"rabi=1e6..1e10 1/s\" --sweep-rate \"1e17 1/s^2\" --set"
          + " referenceFrequency=\"5 GHz\". Prints CSV on standard output, or with -o writes a"
          + " picture."
    })
final class CurveCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(CurveCommand.class);

  @Option(
      names = "--figure",
      paramLabel = "N",
      description = "Figure of arXiv:2401.15624v2, 2 to 6, with the settings of the paper.")
  private @Nullable Integer figure;

  @Option(
      names = "--at",
      paramLabel = "FILE",
      description =
          "Points, with columns xi and eta: prints the integral S and its derivatives; for lz with"
              + " zeta, too: S, C, D and K.")
  private @Nullable Path at;

  @Option(
      names = "--fit",
      paramLabel = "FIT.json",
      description =
          "A result of tlsfit fit: its curves along the sweeps of its own sample, with their bands;"
              + " the picture holds the readings, too.")
  private @Nullable Path fit;

  @Option(
      names = "--sample",
      paramLabel = "SAMPLE",
      description =
          "A sample: the model at the parameters of --set over its own settings, beside its data;"
              + " nothing is fitted.")
  private @Nullable Path sample;

  @Mixin private CurveRangeOptions range;
  @Mixin private ConditionOptions conditions;
  @Mixin private CurveOutput output;

  @Mixin private ModelOption model;

  @Override
  public Integer call() {
    output.check(this);
    checkMode();
    try {
      return shown().map(shown -> output.put(this, shown)).orElse(ExitStatus.INPUT_REFUSED);
    } catch (ConditionOptions.Wrong e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  /** What was asked for; empty where its input was refused. */
  private Optional<Shown> shown() {
    if (at != null) {
      return atPoints(at);
    }
    if (figure != null) {
      return Optional.of(figure(figure));
    }
    if (fit != null) {
      return fit(fit);
    }
    if (sample != null) {
      return CurveOverSample.of(sample, conditions, model.asked());
    }
    return Optional.of(range.of(String.valueOf(range.over()), conditions, model.chosen().make()));
  }

  /** One thing at a time, and no option that would change nothing. */
  private void checkMode() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("--over", range.over());
    all.put("--sample", sample);
    all.put("--figure", figure);
    all.put("--at", at);
    all.put("--fit", fit);
    List<String> modes = all.keySet().stream().filter(mode -> all.get(mode) != null).toList();
    if (modes.size() != 1) {
      throw wrong(
          modes.isEmpty()
              ? "one of " + String.join(", ", all.keySet()) + " is needed"
              : String.join(" and ", modes) + " exclude each other");
    }
    refuse(range.over() != null || sample != null, conditions.parameters(), "--over or --sample");
    List<String> ofRange = new ArrayList<>(conditions.fields());
    ofRange.addAll(range.given());
    refuse(range.over() != null, ofRange, "--over");
    if (fit != null && model.asked().isPresent()) {
      throw wrong("--model: a result has the model that it was fitted with");
    }
  }

  private void refuse(boolean possible, List<String> given, String modes) {
    if (!possible && !given.isEmpty()) {
      throw wrong(String.join(", ", given) + ": only with " + modes);
    }
  }

  private Optional<Shown> atPoints(Path file) {
    PointFunction function =
        switch (model.chosen()) {
          case LOG -> new IntegralAtPoints(new TabulatedIntegral());
          case LZ ->
              new ResponseAtPoints(
                  new TabulatedIntegral(), new TabulatedConstant(), new TabulatedFiniteField());
        };
    PointFile.Points read;
    try {
      read = PointFile.read(file, function.arguments());
    } catch (InputException e) {
      Input.tell(e);
      return Optional.empty();
    }
    if (!read.otherColumns().isEmpty()) {
      LOGGER.info("{}: columns not used: {}", file, String.join(", ", read.otherColumns()));
    }
    return Optional.of(Shown.of(CurveTables.of(function, read.rows())));
  }

  private static Optional<Shown> fit(Path file) {
    FitResult result;
    try {
      result = FitResultFile.read(file);
    } catch (UnreadableResultException e) {
      LOGGER.error("{}", UnreadableText.of(e));
      return Optional.empty();
    }
    if (!FitPlots.possible(result)) {
      LOGGER.error("{}: it holds no curves; fit the sample again", file);
      return Optional.empty();
    }
    return Optional.of(Shown.of(FitTables.curves(List.of(result)), () -> FitPlots.data(result)));
  }

  private Shown figure(int number) {
    if (number < PaperFigures.FIRST || number > PaperFigures.LAST) {
      throw wrong(
          "--figure " + number + ": " + PaperFigures.FIRST + " to " + PaperFigures.LAST + " exist");
    }
    Figure computed = new PaperFigures(model.chosen().make()).figure(number);
    return Shown.of(CurveTables.of(computed), () -> CurvePlots.of(computed));
  }
}
