package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tlsfit.curve.Conditions;
import tlsfit.curve.Curve;
import tlsfit.curve.Figure;
import tlsfit.curve.IntegralAtPoints;
import tlsfit.curve.PaperFigures;
import tlsfit.curve.PointFunction;
import tlsfit.curve.Range;
import tlsfit.curve.ResponseAtPoints;
import tlsfit.explain.UnreadableText;
import tlsfit.files.WholeFile;
import tlsfit.load.InputException;
import tlsfit.load.PointFile;
import tlsfit.model.LossTangent;
import tlsfit.model.TabulatedConstant;
import tlsfit.model.TabulatedFiniteField;
import tlsfit.model.TabulatedIntegral;
import tlsfit.picture.FitPlots;
import tlsfit.picture.Picture;
import tlsfit.picture.Plot;
import tlsfit.report.DataTable;
import tlsfit.report.FitTables;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;
import tlsfit.units.UnitException;

/** {@code tlsfit curve}: the model as numbers or as a picture. */
@Command(
    name = "curve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Prints or draws the model, a figure of the paper, or the integral at points.",
      "A range is that of --over \"rabi=1e6..1e10 1/s\" --sweep-rate \"1e17 1/s^2\" --set"
          + " referenceFrequency=\"5 GHz\". Prints CSV on standard output, or with -o writes a"
          + " picture."
    })
final class CurveCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(CurveCommand.class);
  private static final int MOST_DIGITS = 17;
  private static final int MOST_POINTS = 1_000_000;

  @Option(
      names = "--over",
      paramLabel = "NAME=FROM..TO",
      description =
          "Range of rabi [1/s], ac-field [V/m], xi, sweep-rate [1/s^2] or bias-rate [V/m/s], spaced"
              + " evenly in the logarithm.")
  private @Nullable String over;

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
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file: .svg, .png or .pdf a picture, .csv the numbers.")
  private @Nullable Path output;

  @Mixin private ConditionOptions conditions;

  @Option(names = "--points", paramLabel = "N", description = "Of the range. Default: 200")
  private @Nullable Integer points;

  @Option(
      names = "--extremum",
      description = "Print the largest shift within the range alone, with its kappa.")
  private boolean extremum;

  @Option(
      names = "--loss",
      description =
          "Print tan delta/tan delta0 of a weak probe just below the pump, too, by theory without"
              + " relaxation; below zero it is gain.")
  private boolean loss;

  @Option(
      names = "--other-loss",
      paramLabel = "1/Q",
      description =
          "All other losses of the resonator: with --loss and chi, tells from which xi on the gain"
              + " exceeds them, so that lasing can set in.")
  private @Nullable Double otherLoss;

  @Option(
      names = "--digits",
      paramLabel = "N",
      defaultValue = "17",
      description = "Significant digits, 1 to 17. Default: ${DEFAULT-VALUE}, which lose nothing")
  private int digits = MOST_DIGITS;

  @Mixin private ModelOption model;

  @Override
  public Integer call() {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw wrong("--digits " + digits + ": 1 to 17 are possible");
    }
    checkMode();
    if (at != null) {
      return atPoints(at);
    }
    if (figure != null) {
      return figure(figure);
    }
    if (fit != null) {
      return fit(fit);
    }
    return over(String.valueOf(over));
  }

  /** One thing at a time, and no option that would change nothing. */
  private void checkMode() {
    List<String> modes = new ArrayList<>();
    if (over != null) {
      modes.add("--over");
    }
    if (figure != null) {
      modes.add("--figure");
    }
    if (at != null) {
      modes.add("--at");
    }
    if (fit != null) {
      modes.add("--fit");
    }
    if (modes.size() != 1) {
      throw wrong(
          modes.isEmpty()
              ? "one of --over, --figure, --at, --fit is needed"
              : String.join(" and ", modes) + " exclude each other");
    }
    List<String> idle = new ArrayList<>();
    if (over == null) {
      idle.addAll(conditions.given());
      if (points != null) {
        idle.add("--points");
      }
      if (extremum) {
        idle.add("--extremum");
      }
      if (loss) {
        idle.add("--loss");
      }
      if (otherLoss != null) {
        idle.add("--other-loss");
      }
    }
    if (!idle.isEmpty()) {
      throw wrong(String.join(", ", idle) + ": only with --over");
    }
    if (fit != null && model.asked().isPresent()) {
      throw wrong("--model: a result has the model that it was fitted with");
    }
  }

  private int atPoints(Path file) {
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
      return ExitStatus.INPUT_REFUSED;
    }
    if (!read.otherColumns().isEmpty()) {
      LOGGER.info("{}: columns not used: {}", file, String.join(", ", read.otherColumns()));
    }
    return put(CurveTables.of(function, read.rows()), Optional.empty());
  }

  private int fit(Path file) {
    FitResult result;
    try {
      result = FitResultFile.read(file);
    } catch (UnreadableResultException e) {
      LOGGER.error("{}", UnreadableText.of(e));
      return ExitStatus.INPUT_REFUSED;
    }
    if (!FitPlots.possible(result)) {
      LOGGER.error("{}: it holds no curves; fit the sample again", file);
      return ExitStatus.INPUT_REFUSED;
    }
    return put(FitTables.curves(List.of(result)), Optional.of(() -> FitPlots.data(result)));
  }

  private int figure(int number) {
    if (number < PaperFigures.FIRST || number > PaperFigures.LAST) {
      throw wrong(
          "--figure " + number + ": " + PaperFigures.FIRST + " to " + PaperFigures.LAST + " exist");
    }
    Figure computed = new PaperFigures(model.chosen().make()).figure(number);
    return put(CurveTables.of(computed), Optional.of(() -> CurvePlots.of(computed)));
  }

  private int over(String text) {
    int number = points == null ? 200 : points;
    if (number < 2 || number > MOST_POINTS) {
      throw wrong("--points " + number + ": 2 to " + MOST_POINTS + " are possible");
    }
    Range range;
    Conditions fixed;
    try {
      range = Range.parse(text);
      fixed = conditions.of(range.variable(), model.chosen().make());
    } catch (UnitException | IllegalArgumentException e) {
      throw wrong("--over: " + e.getMessage(), e);
    } catch (ConditionOptions.Wrong e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    Curve curve = Curve.of(range, number, fixed);
    if (curve.points().isEmpty()) {
      throw wrong(
          "--over "
              + text
              + ": the theory says nothing there, since L is not above 0: the sweep or the drive is"
              + " too fast beside the resonance");
    }
    tell(curve, number);
    tellLasing();
    CurveTables.Scales scales =
        new CurveTables.Scales(
            range.variable(), conditions.chi(), conditions.referenceFrequency(), loss);
    if (extremum) {
      if (curve.extremum().isEmpty()) {
        LOGGER.warn("the shift is largest at an end of the range: there is no extremum within");
      }
      return put(CurveTables.ofExtremum(curve, scales), Optional.empty());
    }
    return put(
        CurveTables.of(curve, scales), Optional.of(() -> CurvePlots.of(range, curve, scales)));
  }

  /** From where on the gain exceeds the other losses. */
  private void tellLasing() {
    if (otherLoss == null) {
      return;
    }
    if (!loss || conditions.chi().isEmpty() || !(otherLoss >= 0)) {
      throw wrong(
          "--other-loss: a loss tangent, 0 or more, together with --loss and --set chi=...");
    }
    double tangent = Math.PI * conditions.chi().getAsDouble() / 3;
    OptionalDouble threshold = LossTangent.lasingThreshold(tangent, otherLoss);
    String found =
        threshold.isPresent()
            ? String.format(
                Locale.ROOT,
                "exceeds them, and lasing can set in, from xi = %.6g on",
                threshold.getAsDouble())
            : "never exceeds them: no lasing";
    LOGGER.warn(
        "tan delta0 = {}, other losses {}: the gain {}",
        String.format(Locale.ROOT, "%.4g", tangent),
        otherLoss,
        found);
  }

  private static void tell(Curve curve, int number) {
    if (curve.leftOut() > 0) {
      LOGGER.warn(
          "{} of {} points are left out: L is not above 0 there, and the theory says nothing",
          curve.leftOut(),
          number);
    }
    if (curve.doubtful() > 0) {
      LOGGER.info(
          "points with L below 1, where the logarithm no longer leads: {}", curve.doubtful());
    }
  }

  private int put(DataTable table, Optional<Supplier<Plot>> plot) {
    if (output == null) {
      print(json() ? Json.of(table) : table.toCsv(digits));
      return ExitStatus.OK;
    }
    String name = String.valueOf(output.getFileName());
    Optional<Picture> picture = Picture.ofFile(name);
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    if (!csv && (picture.isEmpty() || plot.isEmpty())) {
      throw wrong(
          "-o "
              + output
              + ": the name must end in "
              + (plot.isEmpty()
                  ? ".csv; of this there is no picture"
                  : ".svg, .png, .pdf or .csv"));
    }
    try {
      byte[] content =
          csv
              ? table.toCsv(digits).getBytes(StandardCharsets.UTF_8)
              : picture.orElseThrow().draw(plot.orElseThrow().get());
      WholeFile.write(output, content);
      LOGGER.info("wrote {}", output);
      return ExitStatus.OK;
    } catch (IOException e) {
      WriteFailure.tell("-o", output, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
  }
}
