package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.TextFile;

/**
 * The draft of a sample file from its tables: what they tell is filled in, what they do not is a
 * question, and a line {@code # ?} as long as it has no answer.
 */
public final class SampleDraft {
  /** What the instrument may have to tell, with an example and a comment, by section and key. */
  private static final Map<String, List<String>> INSTRUMENT = new LinkedHashMap<>();

  static {
    INSTRUMENT.put("resonator.gap", List.of("50 nm", "thickness of the dielectric"));
    INSTRUMENT.put("resonator.capacitance", List.of("0.35 pF", "of the resonance mode"));
    INSTRUMENT.put(
        "resonator.coupling", List.of("notch", "notch (hanger), reflection or transmission"));
    INSTRUMENT.put("resonator.loaded-q", List.of("2400", "loaded quality factor"));
    INSTRUMENT.put("resonator.coupling-q", List.of("3000", "coupling quality factor"));
    INSTRUMENT.put("resonator.permittivity", List.of("10", "of the dielectric; may be left out"));
    INSTRUMENT.put("resonator.temperature", List.of("12 mK", "may be left out"));
    INSTRUMENT.put(
        "calibration.attenuation", List.of("78 dB +- 1 dB", "from the source to the device"));
    INSTRUMENT.put("calibration.field-per-sqrt-photon", List.of("12 V/m", "may be left out"));
    INSTRUMENT.put("calibration.field-per-sqrt-watt", List.of("3e9 V/m", "may be left out"));
    INSTRUMENT.put(
        "calibration.bias-fraction", List.of("1", "part of the bias voltage over the dielectric"));
  }

  private final String sample;
  private final List<TableDraft> tables;

  /**
   * Something that the tables do not tell.
   *
   * @param key of the answer: {@code resonator.gap}, {@code power-sweep.csv power}
   * @param words what is asked
   * @param example of an answer
   */
  public record Question(String key, String words, String example) {}

  private SampleDraft(String sample, List<TableDraft> tables) {
    this.sample = sample;
    this.tables = tables;
  }

  /**
   * Looks at tables.
   *
   * @param sample name of the sample
   * @param files the tables by their names in the sample file
   * @throws InputException if one cannot be read
   */
  public static SampleDraft of(String sample, Map<String, Path> files) {
    List<InputProblem> problems = new ArrayList<>();
    List<TableDraft> tables = new ArrayList<>();
    files.forEach(
        (name, path) -> {
          try {
            tables.add(TableDraft.of(name, path));
          } catch (TextFile.Unreadable e) {
            problems.add(InputProblem.ofFile(path.toString(), e.found(), e.mend()));
          } catch (RawTable.NoTable e) {
            problems.add(e.problem(path.toString()));
          }
        });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new SampleDraft(sample, tables);
  }

  /** What was understood, line by line. */
  public List<String> summary() {
    return tables.stream().flatMap(table -> table.summary().stream()).toList();
  }

  /** The keys of the instrument that an answer may be given to. */
  public static List<String> instrumentKeys() {
    return List.copyOf(INSTRUMENT.keySet());
  }

  /**
   * What has to be known and is not.
   *
   * @param answers by the keys of questions; those to the instrument may be there unasked
   */
  public List<Question> questions(Map<String, String> answers) {
    List<Question> questions = new ArrayList<>();
    for (TableDraft table : tables) {
      questions.addAll(questions(table));
    }
    for (String key : needed(answers)) {
      List<String> about = INSTRUMENT.getOrDefault(key, List.of("", ""));
      questions.add(new Question(key, key + ", " + about.get(1), about.get(0)));
    }
    questions.removeIf(question -> answers.containsKey(question.key()));
    return questions;
  }

  private static List<Question> questions(TableDraft table) {
    List<Question> questions = new ArrayList<>();
    String file = table.file();
    Optional<BareHeaders> bare = table.bare();
    if (bare.isPresent()) {
      questions.add(
          new Question(
              file + " across",
              file + ": what the numbers in the headers are, " + bare.get().shown(),
              bare.get().exampleAcross()));
      questions.add(
          new Question(
              file + " cells", file + ": what stands below them", BareHeaders.exampleCells()));
    }
    if (!table.hasDrive() && !isAcross(table, Role.POWER)) {
      String words = file + ": power of the source, in all rows";
      questions.add(new Question(file + " power", words, "-80 dBm"));
    }
    if (!table.hasBias() && !isAcross(table, Role.BIAS_RATE)) {
      String words = file + ": rate of the bias, in all rows";
      questions.add(new Question(file + " bias-rate", words, "16 kV/s"));
    }
    table
        .withoutUnits()
        .forEach(
            (role, header) ->
                questions.add(
                    new Question(
                        file + " unit of " + role.key(),
                        file + ": unit of \"" + header + "\", " + role.description(),
                        usual(role))));
    if (!table.hasFrequency() && bare.isEmpty()) {
      questions.add(
          new Question(
              file + " frequency",
              file
                  + ": the column of the resonance frequency, one of "
                  + String.join(", ", table.headers()),
              table.headers().get(table.headers().size() - 1)));
    }
    return questions;
  }

  private static boolean isAcross(TableDraft table, Role role) {
    return table.bare().filter(bare -> bare.across() == role).isPresent();
  }

  private static String usual(Role role) {
    return role == Role.FREQUENCY ? "GHz" : role.units().get(0).toString();
  }

  // keys of the instrument that the conversion of the tables needs
  private List<String> needed(Map<String, String> answers) {
    List<String> needed = new ArrayList<>();
    for (TableDraft table : tables) {
      boolean power =
          table.drive().map(channel -> channel == Channel.POWER).orElse(!table.hasDrive());
      boolean photons = table.drive().map(channel -> channel == Channel.PHOTONS).orElse(false);
      boolean perWatt = answers.containsKey("calibration.field-per-sqrt-watt");
      boolean perPhoton = answers.containsKey("calibration.field-per-sqrt-photon");
      if (power) {
        needed.add("calibration.attenuation");
      }
      if (power && !perWatt) {
        needed.add("resonator.coupling");
        if (!table.has(Role.COUPLING_Q)) {
          needed.add("resonator.coupling-q");
        }
        boolean internal = table.has(Role.INTERNAL_Q);
        if (!table.has(Role.LOADED_Q) && !internal) {
          needed.add("resonator.loaded-q");
        }
      }
      if ((power && !perWatt && !perPhoton) || (photons && !perPhoton)) {
        needed.add("resonator.capacitance");
        needed.add("resonator.gap");
      }
      needed.add("resonator.gap"); // of a bias in volts, as most are
    }
    return INSTRUMENT.keySet().stream().filter(needed::contains).toList();
  }

  /**
   * The sample file.
   *
   * @param answers by the keys of questions
   */
  public String text(Map<String, String> answers) {
    StringBuilder text = new StringBuilder();
    List<String> open = questions(answers).stream().map(Question::key).toList();
    text.append("# Made by tlsfit init; edit it freely. Lines with \"# ?\" wait for an answer.\n");
    text.append("sample: ").append(quoted(sample)).append('\n');
    section(text, "resonator", answers, open);
    section(text, "calibration", answers, open);
    text.append("tables:\n");
    tables.forEach(table -> table(text, table, answers, open));
    return text.toString();
  }

  private static void section(
      StringBuilder text, String section, Map<String, String> answers, List<String> open) {
    List<String> keys =
        INSTRUMENT.keySet().stream().filter(key -> key.startsWith(section + ".")).toList();
    boolean filled = keys.stream().anyMatch(answers::containsKey);
    boolean asked = keys.stream().anyMatch(open::contains);
    if (!filled && !asked) {
      return;
    }
    text.append(filled ? "" : "# ? ").append(section).append(":\n");
    for (String key : keys) {
      List<String> about = INSTRUMENT.getOrDefault(key, List.of("", ""));
      @Nullable String answer = answers.get(key);
      if (answer != null || open.contains(key)) {
        text.append(answer == null ? "  # ? " : "  ")
            .append(key.substring(section.length() + 1))
            .append(": ")
            .append(answer == null ? about.get(0) : answer)
            .append("   # ")
            .append(about.get(1))
            .append('\n');
      }
    }
  }

  private static void table(
      StringBuilder text, TableDraft table, Map<String, String> answers, List<String> open) {
    String file = table.file();
    text.append("  - file: ").append(quoted(file)).append('\n');
    for (String key : List.of("power", "bias-rate")) {
      @Nullable String answer = answers.get(file + " " + key);
      if (answer != null) {
        text.append("    ").append(key).append(": ").append(answer).append("   # in all rows\n");
      } else if (open.contains(file + " " + key)) {
        String example = key.equals("power") ? "-80 dBm" : "16 kV/s";
        text.append("    # ? ")
            .append(key)
            .append(": ")
            .append(example)
            .append("   # in all rows\n");
      }
    }
    table.bare().ifPresent(bare -> text.append("    ").append(layout(file, bare, answers)));
    List<String> columns = new ArrayList<>();
    table.columns().forEach((role, header) -> columns.add(role.key() + ": " + quoted(header)));
    Optional.ofNullable(answers.get(file + " frequency"))
        .ifPresent(header -> columns.add("frequency: " + quoted(header)));
    List<String> asked = new ArrayList<>();
    if (open.contains(file + " frequency")) {
      asked.add("frequency: {column: " + quoted(table.headers().get(0)) + ", unit: GHz}");
    }
    table
        .withoutUnits()
        .forEach(
            (role, header) -> {
              @Nullable String unit = answers.get(file + " unit of " + role.key());
              String name = role.key() + ": {column: " + quoted(header) + ", unit: ";
              if (unit == null) {
                asked.add(name + usual(role) + "}");
              } else {
                columns.add(name + unit + "}");
              }
            });
    if (!columns.isEmpty() || !asked.isEmpty()) {
      text.append(columns.isEmpty() ? "    # ? columns:\n" : "    columns:\n");
      columns.forEach(line -> text.append("      ").append(line).append('\n'));
      text.append(
          asked.stream().map(line -> "      # ? " + line + "\n").collect(Collectors.joining()));
    }
  }

  private static String layout(String file, BareHeaders bare, Map<String, String> answers) {
    @Nullable String across = answers.get(file + " across");
    @Nullable String cells = answers.get(file + " cells");
    return (across == null || cells == null ? "# ? " : "")
        + BareHeaders.line(
            quoted(across == null ? bare.exampleAcross() : across),
            quoted(cells == null ? BareHeaders.exampleCells() : cells))
        + "   # the numbers in the headers, and what stands below\n";
  }

  // a text that YAML reads back as it is
  private static String quoted(String text) {
    boolean plain =
        text.matches("[A-Za-z][A-Za-z0-9._/-]*")
            && !text.matches("(?i)true|false|yes|no|on|off|null|none|y|n");
    return plain
        ? text
        : '"'
            + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
            + '"';
  }
}
