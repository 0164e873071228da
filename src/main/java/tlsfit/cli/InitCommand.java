package tlsfit.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.files.WholeFile;
import tlsfit.load.InputException;
import tlsfit.load.SampleDraft;
import tlsfit.load.SampleSchema;

/** {@code tlsfit init}: a first sample file from tables. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Writes a first sample file from tables.",
      "What they tell is filled in; what they do not is asked on a terminal, or left as a line"
          + " \"# ?\". Every question is also an option."
    })
final class InitCommand extends Subcommand {
  private static final Logger LOGGER = LogManager.getLogger(InitCommand.class);

  @Parameters(paramLabel = "TABLE", arity = "1..*", description = "Tables of one sample.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The sample file. Default: the sample's name with .yaml, beside the first table")
  private @Nullable Path output;

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "Name of the sample. Default: what the names of the tables begin with")
  private @Nullable String sample;

  @Option(names = "--force", description = "Replace a sample file that is there.")
  private boolean force;

  @Option(names = "--no-input", description = "Ask nothing, on a terminal either.")
  private boolean noInput;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A value of the instrument: gap, capacitance, coupling, loaded-q, coupling-q,"
              + " permittivity, temperature, attenuation, field-per-sqrt-photon,"
              + " field-per-sqrt-watt, bias-fraction; as in --set gap=\"50 nm\".")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--power",
      paramLabel = "POWER",
      description = "Of the source, in all rows of tables that have no column of it: \"-80 dBm\"")
  private @Nullable String power;

  @Option(
      names = "--bias-rate",
      paramLabel = "RATE",
      description = "In all rows of tables that have no column of it: \"16 kV/s\"")
  private @Nullable String biasRate;

  @Option(
      names = "--unit",
      paramLabel = "KEY=UNIT",
      description = "Unit of columns that do not say theirs, as in --unit frequency=GHz.")
  private Map<String, String> units = new LinkedHashMap<>();

  @Option(
      names = "--frequency",
      paramLabel = "HEADER",
      description = "The column of the resonance frequency, where none is known as it.")
  private @Nullable String frequency;

  @Option(
      names = "--across",
      paramLabel = "HEADER",
      description =
          "What headers are that are mere numbers, with readings below them: --across \"bias-rate"
              + " [V/s]\"")
  private @Nullable String across;

  @Option(
      names = "--cells",
      paramLabel = "HEADER",
      description = "What stands below such headers: --cells \"frequency [GHz]\"")
  private @Nullable String cells;

  @Option(
      names = "--schema",
      help = true,
      description = "Print the JSON Schema of sample files, for editors, and do nothing else.")
  private boolean schema;

  @Override
  public Integer call() {
    if (schema) {
      print(SampleSchema.text());
      return ExitStatus.OK;
    }
    String name = sample != null ? sample : commonName();
    Path beside = files.get(0).resolveSibling(name + ".yaml");
    Path target = output != null ? output : beside;
    if (Files.exists(target) && !force) {
      throw wrong(target + " is there already: name another with -o, or replace it with --force");
    }
    Map<String, String> answers = new LinkedHashMap<>();
    SampleDraft draft;
    try {
      draft = SampleDraft.of(name, relative(target));
    } catch (InputException e) {
      Input.tell(e);
      return ExitStatus.INPUT_REFUSED;
    }
    instrument(answers);
    for (SampleDraft.Question question : draft.questions(answers)) {
      option(question.key(), answers);
    }
    draft.summary().forEach(line -> print(line + "\n"));
    ask(draft, answers);
    try {
      WholeFile.write(target, draft.text(answers).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      WriteFailure.tell("-o", target, e);
      return ExitStatus.WRONG_COMMAND_LINE;
    }
    List<SampleDraft.Question> open = draft.questions(answers);
    print("wrote " + target + "\n");
    open.forEach(
        question -> print("  # ? " + question.words() + ", as " + question.example() + "\n"));
    print(
        "next: "
            + (open.isEmpty() ? "" : "answer the lines with \"# ?\", then ")
            + "tlsfit check "
            + target
            + "\n");
    return ExitStatus.OK;
  }

  private void instrument(Map<String, String> answers) {
    values.forEach(
        (key, value) -> {
          String whole =
              SampleDraft.instrumentKeys().stream()
                  .filter(known -> known.endsWith("." + key))
                  .findFirst()
                  .orElseThrow(() -> wrong("--set " + key + ": there is no such value"));
          answers.put(whole, value);
        });
  }

  /** The answer that an option gives to a question of a table. */
  private void option(String key, Map<String, String> answers) {
    String unit = " unit of ";
    int at = key.indexOf(unit);
    @Nullable String answer =
        at >= 0
            ? units.get(key.substring(at + unit.length()))
            : switch (key.substring(key.lastIndexOf(' ') + 1)) {
              case "power" -> power;
              case "bias-rate" -> biasRate;
              case "frequency" -> frequency;
              case "across" -> across;
              case "cells" -> cells;
              default -> null;
            };
    if (answer != null) {
      answers.put(key, answer);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // the launcher has Java 22 and newer return null, too
  private void ask(SampleDraft draft, Map<String, String> answers) {
    @Nullable Console console = System.console();
    if (noInput || console == null) {
      return;
    }
    try {
      BufferedReader reader = new BufferedReader(console.reader());
      for (SampleDraft.Question question : draft.questions(answers)) {
        console.writer().print(question.words() + " [as " + question.example() + "]: ");
        console.writer().flush();
        @Nullable String line = reader.readLine();
        if (line == null) {
          return;
        }
        if (!line.isBlank()) {
          answers.put(question.key(), line.strip());
        }
      }
    } catch (IOException e) {
      LOGGER.warn("the terminal cannot be read: {}", e.toString());
    }
  }

  // the tables by their names as seen from the sample file
  private Map<String, Path> relative(Path target) {
    Path folder = target.toAbsolutePath().normalize().getParent();
    Map<String, Path> named = new LinkedHashMap<>();
    for (Path file : files) {
      Path whole = file.toAbsolutePath().normalize();
      Path shown = folder == null ? whole : folder.relativize(whole);
      named.put(shown.toString().replace('\\', '/'), file);
    }
    return named;
  }

  // SN12 of SN12_power.csv and SN12_triangle.csv
  private String commonName() {
    String common = stem(files.get(0));
    for (Path file : files) {
      String other = stem(file);
      int same = 0;
      while (same < Math.min(common.length(), other.length())
          && common.charAt(same) == other.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    String name = common.replaceAll("[ ._-]+$", "");
    return name.isEmpty() ? "sample" : name;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
