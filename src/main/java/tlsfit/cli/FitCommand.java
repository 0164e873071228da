package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.analysis.Analysis;
import tlsfit.files.OutputFolder;
import tlsfit.files.WholeFile;
import tlsfit.fit.FitRefusedException;
import tlsfit.load.InputException;
import tlsfit.load.LoadedSample;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.page.FitPage;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.Refusal;
import tlsfit.setup.FitSetup;
import tlsfit.setup.Relaxation;
import tlsfit.setup.SetupException;
import tlsfit.setup.SigmaUse;

/** {@code tlsfit fit}: from sample files to reports and results. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Fits samples, prints a report of each, and writes DIR/<sample>.json and a page to look at, DIR/<sample>.html.")
final class FitCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(FitCommand.class);

  @Parameters(
      paramLabel = "SAMPLE",
      arity = "1..*",
      description = "Sample files (.yaml), or tables whose columns say all themselves.")
  private List<Path> samples = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "fits",
      description = "Folder of the results; made where it is missing. Default: ${DEFAULT-VALUE}")
  private Path folder = Path.of("fits");

  @Option(
      names = "--force",
      description = "Replace a result that another sample of the same name has there.")
  private boolean force;

  @Option(
      names = "--no-report",
      description = "Write the result alone, and print one line of each sample; no page.")
  private boolean noReport;

  @Mixin private ModelOption model;

  @Option(
      names = "--relaxation",
      paramLabel = "auto|on|off",
      description =
          "Whether relaxation is part of the model; auto: its rate is fitted, and may come out as"
              + " 0; on: the same, and it must be seen; off: none."
              + " Default: auto")
  private @Nullable Relaxation relaxation;

  @Mixin private IntervalOptions intervals;

  @Option(
      names = "--fix",
      paramLabel = "NAME=VALUE",
      converter = FixedParameter.Converter.class,
      description =
          "Fix a parameter, as in --fix dipoleMoment=\"5 D\"; may be repeated. There are chi,"
              + " dipoleMoment, relaxationTime, referenceFrequency, and with distributions"
              + " dipoleWidth, fieldExponent.")
  private List<FixedParameter> fixed = new ArrayList<>();

  @Option(
      names = "--sigma",
      paramLabel = "absolute|relative|per-table|none",
      description =
          "What the sigma in the tables are: the standard deviations; these up to a common factor;"
              + " up to a factor of each table; or not to be used. Default: absolute where all readings have one, else none.")
  private @Nullable SigmaUse sigma;

  @Mixin private SlowOptions slow;

  @Mixin private ConstraintOptions constraints;

  @Mixin private DistributionOptions distributions;

  @Override
  public Integer call() {
    FitSetup asked;
    try {
      asked = asked();
    } catch (InputException e) {
      Input.tell(e);
      return ExitStatus.INPUT_REFUSED;
    }
    List<Refusal> objections = asked.objections();
    if (!objections.isEmpty()) {
      throw wrong(SettingOptions.text(objections));
    }
    try (OutputFolder ready = OutputFolder.prepare(folder)) {
      LOGGER.debug("results go to {}", ready.path());
      return all(asked);
    } catch (IOException e) {
      WriteFailure.tell("-o", folder, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
  }

  private int all(FitSetup asked) {
    int status = ExitStatus.OK;
    FitOutput output = new FitOutput(this, samples, folder, !noReport);
    Map<String, Path> names = new HashMap<>();
    for (Path sample : samples) {
      int one = Boundary.around(sample, () -> one(sample, asked, names, output));
      status = ExitStatus.worse(status, one);
    }
    output.end();
    return status;
  }

  private int one(Path sample, FitSetup asked, Map<String, Path> names, FitOutput output) {
    Optional<LoadedSample> loaded = Input.load(sample);
    if (loaded.isEmpty()) {
      return ExitStatus.INPUT_REFUSED;
    }
    Measurement measurement = loaded.get().measurement();
    if (!isFirst(sample, measurement.sample(), names)) {
      return ExitStatus.INPUT_REFUSED;
    }
    Path target = FitResultFile.of(measurement.sample(), folder);
    if (!force && !Replacement.isAllowed(sample, target, measurement.inputs())) {
      return ExitStatus.WRONG_COMMAND_LINE;
    }
    Optional<FitResult> result = fit(sample, loaded.get(), asked);
    if (result.isEmpty()) {
      return ExitStatus.INPUT_REFUSED;
    }
    FitResult done = result.get();
    boolean written;
    try {
      output.print(done);
    } finally { // what took hours is kept, even if it could not be shown
      written = write(done);
    }
    int status = done.verdict().valid() ? ExitStatus.OK : ExitStatus.NOT_VALID;
    return written ? status : ExitStatus.worse(status, ExitStatus.WRONG_COMMAND_LINE);
  }

  /** What the command line asks for. */
  private FitSetup asked() {
    return new FitSetup(
        model.asked(),
        Optional.ofNullable(relaxation),
        constraints.constraints(fixedValues()),
        Optional.ofNullable(sigma),
        constraints.loss(),
        constraints.calibration(),
        distributions.asked(),
        intervals.asked(),
        slow.asked());
  }

  private Optional<FitResult> fit(Path sample, LoadedSample loaded, FitSetup commandLine) {
    Measurement measurement = loaded.measurement();
    FitSetup setup = commandLine.over(loaded.setup());
    LOGGER.debug("{}: fitting {} readings", sample, measurement.readings().count());
    try {
      return Optional.of(fit(measurement, setup));
    } catch (SetupException e) {
      LOGGER.error("{}: {}", sample, SettingOptions.text(e.refusals()));
    } catch (FitRefusedException e) {
      LOGGER.error("{}: {}", sample, SettingOptions.text(List.of(e.refusal())));
    }
    return Optional.empty();
  }

  private FitResult fit(Measurement measurement, FitSetup setup) {
    ExecutorService threads = Executors.newFixedThreadPool(common().threads());
    try (Progress progress = new Progress(err(), common().quiet())) {
      return Analysis.of(measurement, setup)
          .withExecutor(threads)
          .withSeed(common().seed())
          .withProgress(
              (stage, done, total) ->
                  progress.accept(stage.name().toLowerCase(Locale.ROOT), done, total))
          .result();
    } finally {
      threads.shutdown();
    }
  }

  /** Two samples of one name would write one result; not all file systems tell A from a. */
  private static boolean isFirst(Path sample, String name, Map<String, Path> names) {
    @Nullable Path first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), sample);
    if (first != null) {
      LOGGER.error(
          "{}: the sample is named {}, as in {}, whose result it would overwrite; give it another"
              + " name, or fit it in a call of its own with another -o",
          sample,
          name,
          first);
    }
    return first == null;
  }

  private boolean write(FitResult result) {
    try {
      LOGGER.info("wrote {}", FitResultFile.write(result, folder));
      if (!noReport) {
        Path page = folder.resolve(result.sample() + ".html");
        WholeFile.write(
            page, FitPage.of(result, SettingOptions::option).getBytes(StandardCharsets.UTF_8));
        LOGGER.info("wrote {}", page);
      }
      return true;
    } catch (IOException e) {
      WriteFailure.tell("-o", folder, e);
    }
    return false;
  }

  private Map<Parameter, Double> fixedValues() {
    Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
    for (FixedParameter one : fixed) {
      if (values.put(one.parameter(), one.value()) != null) {
        throw wrong("--fix gives " + one.parameter().key() + " twice");
      }
    }
    return values;
  }
}
