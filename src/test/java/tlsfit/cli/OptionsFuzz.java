package tlsfit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a fuzzer calls: a command line of known options with values that nobody would write. It is
 * done or refused with a reason; never is there an unexpected failure. The command that runs it for
 * an hour stands in the page on robustness.
 */
public final class OptionsFuzz {
  /** Words that begin a command line, and the words at its end. */
  private static final List<Map.Entry<List<String>, List<String>>> COMMANDS =
      List.of(
          Map.entry(List.of("fit"), List.of("-o", "FOLDER", "nowhere.yaml")),
          Map.entry(List.of("check"), List.of("SAMPLE")),
          Map.entry(List.of("compare"), List.of("fits/al-a.json", "fits/control.json")),
          Map.entry(List.of("report"), List.of("fits/control.json")),
          Map.entry(
              List.of("simulate", "--sample", "s", "--set", "chi=1e-4"),
              List.of("--force", "-o", "FOLDER")),
          Map.entry(List.of("curve", "--set", "referenceFrequency=5 GHz"), List.of()),
          Map.entry(List.of("explain"), List.of()));

  private static final List<CommandSpec> SPECS =
      List.of(
          CommandSpec.forAnnotatedObject(new FitCommand()),
          CommandSpec.forAnnotatedObject(new CheckCommand()),
          CommandSpec.forAnnotatedObject(new CompareCommand()),
          CommandSpec.forAnnotatedObject(new ReportCommand()),
          CommandSpec.forAnnotatedObject(new SimulateCommand()),
          CommandSpec.forAnnotatedObject(new CurveCommand()),
          CommandSpec.forAnnotatedObject(new ExplainCommand()));

  /** What would write elsewhere, or take memory and time as asked for. */
  private static final Set<String> LEFT_OUT =
      Set.of("--output", "--log-file", "--help", "--version", "--threads", "--verbose");

  private static final Pattern WRITES = Pattern.compile("@.*|--(output|log-file).*|-[^-].*o.*");

  /** Words that values are made of. */
  private static final List<String> WORDS =
      List.of(
          "=",
          "..",
          "+-",
          "±",
          " ",
          ",",
          ":",
          "-",
          "%",
          "0",
          "1",
          "-1",
          "5",
          "1e308",
          "1e-320",
          "NaN",
          "inf",
          "1e999",
          "9999999999",
          "chi",
          "dipoleMoment",
          "relaxationTime",
          "referenceFrequency",
          "chi=1e-4",
          "dipoleMoment=5 D",
          "relaxationTime=3 us",
          "referenceFrequency=5 GHz",
          "xi=1..1e6",
          "rabi=1e6..1e10 1/s",
          "ac-field=1..1e4 V/m",
          "sweep-rate=1e17 1/s^2",
          "bias-rate=3e11 V/m/s",
          "points=3",
          "a.csv: ",
          "D",
          "V/m",
          "GHz",
          "dB",
          "dBm",
          "nm",
          "lz",
          "log",
          "auto",
          "profile",
          "wald",
          "cauchy",
          "text",
          "csv",
          "shared",
          "al-a",
          "1..10",
          "5 D",
          "\u001b",
          "\u0000",
          "é",
          "'",
          "\"",
          "\\");

  private static @Nullable Path folder;

  private OptionsFuzz() {}

  /**
   * Runs a command line.
   *
   * @param data the first byte chooses the command, the others options and their values
   */
  public static void fuzzerTestOneInput(byte[] data) {
    run(data);
  }

  /**
   * The same.
   *
   * @return the exit status
   */
  static int run(byte[] data) {
    List<String> line = line(ByteBuffer.wrap(data));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(out, err, line.toArray(String[]::new));
    String told = err.toString(StandardCharsets.UTF_8);
    boolean silent = status != ExitStatus.OK && status != ExitStatus.NOT_VALID && told.isEmpty();
    if (status == ExitStatus.UNEXPECTED || told.contains("bug of tlsfit") || silent) {
      throw new IllegalStateException(line + ": " + status + " " + told);
    }
    return status;
  }

  /** The command line that bytes stand for. */
  static List<String> line(ByteBuffer data) {
    int command = data.hasRemaining() ? Byte.toUnsignedInt(data.get()) % COMMANDS.size() : 0;
    List<OptionSpec> options =
        SPECS.get(command).options().stream()
            .filter(option -> !LEFT_OUT.contains(option.longestName()))
            .toList();
    List<String> chosen = new ArrayList<>();
    while (data.hasRemaining()) {
      OptionSpec option = options.get(Byte.toUnsignedInt(data.get()) % options.size());
      chosen.add(option.longestName());
      if (option.arity().max() > 0) {
        chosen.add(value(data));
      }
    }
    List<String> line = new ArrayList<>(COMMANDS.get(command).getKey());
    if (chosen.stream().noneMatch(word -> WRITES.matcher(word).matches())) {
      line.addAll(chosen);
    }
    COMMANDS
        .get(command)
        .getValue()
        .forEach(
            word ->
                line.add(
                    switch (word) {
                      case "FOLDER" -> folder().toString();
                      case "SAMPLE" -> "sample-data/control.yaml";
                      default -> word;
                    }));
    return line;
  }

  /** Words and single characters, up to the byte 255. */
  private static String value(ByteBuffer data) {
    StringBuilder value = new StringBuilder();
    while (data.hasRemaining()) {
      int next = Byte.toUnsignedInt(data.get());
      if (next == 255) {
        break;
      }
      if (next < 127 && next >= 32) {
        value.append((char) next);
      } else {
        value.append(WORDS.get(next % WORDS.size()));
      }
    }
    return value.toString();
  }

  private static synchronized Path folder() {
    try {
      Path made = folder;
      if (made == null) {
        made = Files.createTempDirectory("tlsfit-fuzz");
        folder = made;
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
