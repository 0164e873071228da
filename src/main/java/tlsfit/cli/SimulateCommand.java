package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tlsfit.files.OutputFolder;
import tlsfit.files.PortableName;
import tlsfit.files.WholeFile;
import tlsfit.model.Parameter;
import tlsfit.simulate.GeneratedFile;
import tlsfit.simulate.Simulation;
import tlsfit.simulate.SimulationException;
import tlsfit.simulate.TablePlan;
import tlsfit.simulate.Truth;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.UnitException;

/** {@code tlsfit simulate}: a sample file with its tables, from given parameters. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Makes a sample file and its tables from given parameters, to plan a measurement or to test"
            + " an analysis. Prints the files it wrote.")
final class SimulateCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(SimulateCommand.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._/=+-]+");

  @Option(names = "--sample", required = true, paramLabel = "NAME", description = "Sample name.")
  private String sample = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder of the files; made where it is missing. Default: ${DEFAULT-VALUE}")
  private Path folder = Path.of(".");

  @Option(
      names = "--set",
      required = true,
      paramLabel = "NAME=VALUE",
      description =
          "A parameter: chi=1e-4, dipoleMoment=\"5 D\", referenceFrequency=\"5.012 GHz\","
              + " relaxationTime=\"3 us\" or none. The last may be left out; chi=0 moves nothing.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = {
        "A table: its file, the drive (power, photons, ac-field or rabi-frequency), bias-rate, and",
        "points, as in \"power-sweep.csv: power=-100..-40 dBm, bias-rate=16000 V/s, points=40\"."
            + " Ranges are spaced evenly in the logarithm. May be repeated."
      })
  private List<String> tables = new ArrayList<>();

  @Option(
      names = "--noise",
      paramLabel = "FREQUENCY",
      defaultValue = "0 Hz",
      description = "Standard deviation of a reading. Default: ${DEFAULT-VALUE}")
  private String noise = "0 Hz";

  @Option(
      names = "--no-sigma",
      description = "Leave out the column frequency_sigma, which else tells the noise.")
  private boolean noSigma;

  @Mixin private ModelOption model;

  @Option(names = "--force", description = "Overwrite files that are there.")
  private boolean force;

  @Mixin private CalibrationOptions calibration;

  @Override
  public Integer call() {
    if (!NAME.matcher(sample).matches() || PortableName.fault(sample).isPresent()) {
      throw wrong("--sample " + sample + ": letters, digits, dots and hyphens are a name");
    }
    List<GeneratedFile> files;
    try {
      double sigma = Quantity.parse(noise, Dimension.FREQUENCY).value();
      if (sigma < 0) {
        throw wrong("--noise " + noise + ": 0 Hz or more is needed");
      }
      Map<Parameter, String> texts = texts();
      Simulation simulation =
          new Simulation(
              sample,
              truth(texts),
              calibration.settings(texts.getOrDefault(Parameter.REFERENCE_FREQUENCY, "")),
              model.chosen().make(),
              sigma,
              sigma > 0 && !noSigma,
              common().seed());
      files = simulation.files(tables.stream().map(TablePlan::parse).toList(), origin());
      simulation.warnings().forEach(LOGGER::warn);
    } catch (UnitException e) {
      throw wrong("--noise: " + e.getMessage(), e);
    } catch (SimulationException | CalibrationOptions.Wrong | TypeConversionException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
    return write(files);
  }

  private Map<Parameter, String> texts() {
    Map<Parameter, String> texts = new EnumMap<>(Parameter.class);
    for (String one : set) {
      int sign = one.indexOf('=');
      if (sign < 0) {
        throw wrong("--set " + one + ": write NAME=VALUE, such as chi=1e-4");
      }
      Parameter parameter;
      try {
        parameter = Parameter.of(one.substring(0, sign).strip());
      } catch (IllegalArgumentException e) {
        throw wrong("--set: " + e.getMessage(), e);
      }
      if (texts.put(parameter, one.substring(sign + 1).strip()) != null) {
        throw wrong("--set gives " + parameter.key() + " twice");
      }
    }
    return texts;
  }

  private Truth truth(Map<Parameter, String> texts) {
    String chi = text(texts, Parameter.CHI);
    String time = texts.getOrDefault(Parameter.RELAXATION_TIME, "none");
    return new Truth(
        chi.equals("0") ? 0 : value(Parameter.CHI, chi),
        value(Parameter.DIPOLE_MOMENT, text(texts, Parameter.DIPOLE_MOMENT)),
        time.equals("none") ? 0 : 1 / value(Parameter.RELAXATION_TIME, time),
        value(Parameter.REFERENCE_FREQUENCY, text(texts, Parameter.REFERENCE_FREQUENCY)));
  }

  private String text(Map<Parameter, String> texts, Parameter parameter) {
    @Nullable String text = texts.get(parameter);
    if (text == null) {
      throw wrong("--set " + parameter.key() + "=... is missing");
    }
    return text;
  }

  private static double value(Parameter parameter, String text) {
    return FixedParameter.parse(parameter.key() + "=" + text).value();
  }

  /** What made the files, without what does not change them: where to, and how loud. */
  private String origin() {
    List<String> words = new ArrayList<>(List.of("tlsfit"));
    List<String> args = commandLineArguments();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      switch (arg) {
        case "-o", "--output", "--log-file" -> i++;
        case "--force", "-v", "--verbose", "-q", "--quiet", "--json" -> {}
        default -> {
          boolean elsewhere =
              arg.startsWith("--output=") || arg.startsWith("--log-file=") || arg.startsWith("-o=");
          if (!elsewhere) {
            words.add(PLAIN_WORD.matcher(arg).matches() ? arg : '"' + arg + '"');
          }
        }
      }
    }
    return "Synthetic: " + String.join(" ", words);
  }

  private int write(List<GeneratedFile> files) {
    List<Path> paths = files.stream().map(file -> folder.resolve(file.name())).toList();
    List<Path> there = paths.stream().filter(Files::exists).toList();
    if (!there.isEmpty() && !force) {
      there.forEach(path -> LOGGER.error("{} is there already; --force overwrites it", path));
      return ExitStatus.WRONG_COMMAND_LINE;
    }
    try {
      OutputFolder.make(folder);
      Map<Path, byte[]> contents = new LinkedHashMap<>();
      for (int i = 0; i < files.size(); i++) {
        contents.put(paths.get(i), files.get(i).text().getBytes(StandardCharsets.UTF_8));
      }
      WholeFile.writeAll(contents);
    } catch (IOException e) {
      WriteFailure.tell("-o", folder, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
    List<String> names = paths.stream().map(Path::toString).toList();
    print(json() ? Json.of(new Made(sample, names)) : String.join("\n", names) + "\n");
    return ExitStatus.OK;
  }

  /** What standard output says with {@code --json}, in this order. */
  record Made(String sample, List<String> files) {}
}
