package tlsfit.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.analysis.ResultBuilder;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.load.InputException;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.report.TextReport;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.SystematicEffect;

/** {@code tlsfit fit}: from sample files to reports and results. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Fits samples, prints a report of each, and writes DIR/<sample>.json.")
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

  @Mixin private ModelOption model;

  @Option(
      names = "--relaxation",
      paramLabel = "auto|on|off",
      defaultValue = "auto",
      description =
          "Whether relaxation is part of the model; auto: if the readings show it."
              + " Default: ${DEFAULT-VALUE}")
  private Relaxation relaxation = Relaxation.AUTO;

  @Mixin private IntervalOptions intervals;

  @Option(
      names = "--fix",
      paramLabel = "NAME=VALUE",
      converter = FixedParameter.Converter.class,
      description =
          "Hold a parameter, as in --fix dipoleMoment=\"5 D\"; may be repeated. There are chi,"
              + " dipoleMoment, relaxationTime, referenceFrequency, and with distributions"
              + " dipoleWidth, fieldExponent.")
  private List<FixedParameter> fixed = new ArrayList<>();

  @Option(
      names = "--sigma",
      paramLabel = "absolute|relative|per-table|none",
      description =
          "What the sigma in the tables are: the standard deviations; these up to a common factor;"
              + " up to a factor of each table; or not to be used. Default: absolute where all readings have one, else none.")
  private NoiseChoice sigma = NoiseChoice.AUTO;

  @Mixin private ConstraintOptions constraints;

  @Mixin private DistributionOptions distributions;

  /** The parameters of every model. */
  private static final Set<Parameter> ALWAYS =
      EnumSet.of(
          Parameter.CHI,
          Parameter.DIPOLE_MOMENT,
          Parameter.RELAXATION_TIME,
          Parameter.REFERENCE_FREQUENCY);

  @Override
  public Integer call() {
    try {
      intervals.check();
    } catch (IntervalOptions.Wrong e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    FitPlan plan = FitPlan.of(held(), sigma, constraints);
    refuse(plan.conflict(relaxation));
    try {
      refuse(plan.without(distributions.around(model.chosen().make(), plan.held())));
    } catch (InputException e) {
      e.problems().forEach(problem -> LOGGER.error("{}", problem));
      return ExitStatus.INPUT_REFUSED;
    }
    int status = ExitStatus.OK;
    List<String> documents = new ArrayList<>();
    Map<String, Path> names = new HashMap<>();
    for (Path sample : samples) {
      Optional<FitResult> result = fit(sample, plan, names);
      if (result.isEmpty()) {
        status = ExitStatus.worse(status, ExitStatus.INPUT_REFUSED);
        continue;
      }
      if (!result.get().verdict().valid()) {
        status = ExitStatus.worse(status, ExitStatus.NOT_VALID);
      }
      if (json()) {
        documents.add(FitResultFile.toJson(result.get()));
      } else {
        print((documents.isEmpty() ? "" : "\n\n") + TextReport.of(result.get()));
        documents.add("");
      }
      if (!write(result.get())) {
        status = ExitStatus.worse(status, ExitStatus.WRONG_COMMAND_LINE);
      }
    }
    if (json()) {
      print(Json.one(documents, samples.size() > 1));
    }
    return status;
  }

  private void refuse(Optional<String> conflict) {
    conflict.ifPresent(
        message -> {
          throw wrong(message);
        });
  }

  private Optional<FitResult> fit(Path sample, FitPlan commandLine, Map<String, Path> names) {
    Optional<Measurement> measurement = Input.load(sample);
    if (measurement.isEmpty() || !isFirst(sample, measurement.get().sample(), names)) {
      return Optional.empty();
    }
    try {
      FitPlan plan = commandLine.with(measurement.get().fit(), constraints, relaxation);
      ShiftModel shift = distributions.around(model.chosen().make(), plan.held());
      ShiftModel other = distributions.around(model.chosen().other().make(), plan.held());
      plan.without(shift)
          .ifPresent(
              message -> {
                throw new FitRefusedException("fit: " + message);
              });
      Noise noise = plan.sigma().of(measurement.get());
      FitOptions options =
          plan.options(shift, relaxation, noise, measurement.get().calibrationTerms());
      if (plan.calibration() && measurement.get().calibrationTerms().isEmpty()) {
        LOGGER.warn(
            "{}: no number of the calibration is uncertain: there is none to fit along", sample);
      }
      LOGGER.debug("{}: fitting {} readings", sample, measurement.get().readings().count());
      Inference inference = infer(Fitter.fit(measurement.get(), options));
      Fit beside = SystematicEffect.fitOtherModel(measurement.get(), inference.fit(), other);
      return Optional.of(
          ResultBuilder.build(
              measurement.get(), inference, beside, Version.get(), inForce(plan, options)));
    } catch (FitRefusedException e) {
      LOGGER.error("{}: {}", sample, e.getMessage());
      return Optional.empty();
    }
  }

  private Inference infer(Fit fit) {
    try (Progress progress =
        new Progress(err(), common().quiet(), "bootstrap", intervals.steps())) {
      return intervals.of(fit, common(), progress::accept);
    } catch (IntervalOptions.Wrong e) {
      throw wrong(String.valueOf(e.getMessage()), e);
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
      return true;
    } catch (FileAlreadyExistsException e) {
      LOGGER.error("-o {}: {} is a file, not a folder", folder, e.getFile());
    } catch (IOException e) {
      LOGGER.error("-o {}: the result cannot be written: {}", folder, e.toString());
    }
    return false;
  }

  private Map<Parameter, Double> held() {
    Map<Parameter, Double> held = new TreeMap<>();
    for (FixedParameter one : fixed) {
      if (held.put(one.parameter(), one.value()) != null) {
        throw wrong("--fix gives " + one.parameter().key() + " twice");
      }
    }
    if (held.containsKey(Parameter.RELAXATION_TIME) && relaxation == Relaxation.OFF) {
      throw wrong("--fix relaxationTime and --relaxation off exclude each other");
    }
    if (held.keySet().containsAll(ALWAYS)) {
      throw wrong("--fix holds all parameters: nothing is left to fit");
    }
    return held;
  }

  /** The options as they took effect, for whoever wants to repeat the fit. */
  private Map<String, String> inForce(FitPlan plan, FitOptions fit) {
    Map<String, String> options = new TreeMap<>();
    options.put("model", model.chosen().toString());
    options.put("relaxation", relaxation.name().toLowerCase(Locale.ROOT));
    options.putAll(intervals.inForce(fit, common()));
    options.put("sigma", fit.noise().name());
    options.putAll(distributions.inForce());
    options.putAll(plan.inForce());
    return options;
  }
}
