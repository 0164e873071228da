package tlsfit.cli;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of a command: its options in groups, by the class that holds them, and examples. */
final class CommandHelp {
  private static final String OF_THE_COMMAND = "Options of this command";
  private static final String OUTPUT = "Output";
  private static final String GENERAL = "General";

  /** The groups in their order, with the classes whose options are in them. */
  private static final Map<String, List<Class<?>>> GROUPS = groups();

  /** Options in another group than that of their class. */
  private static final Map<String, String> SINGLE =
      Map.of(
          "--output", OUTPUT,
          "--no-report", OUTPUT,
          "--digits", OUTPUT,
          "--force", OUTPUT,
          "--format", OUTPUT,
          "--json", OUTPUT,
          "--relaxation", "Model",
          "--sigma", "Data and noise",
          "--fix", "What is known");

  private static final Map<String, List<String>> EXAMPLES =
      Map.of(
          "fit",
          List.of(
              "tlsfit fit sample-data/al-a.yaml",
              "tlsfit fit a.yaml b.yaml -o results --prior relaxationTime=\"3 us +- 1 us\""),
          "check",
          List.of(
              "tlsfit check sample-data/al-b.yaml",
              "tlsfit check power-sweep.csv --fix dipoleMoment=\"2 D\""),
          "init",
          List.of(
              "tlsfit init power-sweep.csv bias-sweep.csv",
              "tlsfit init power-sweep.csv --bias-rate \"2000 V/s\" --attenuation \"78 dB +- 1 dB\""),
          "report",
          List.of(
              "tlsfit report fits/al-a.json", "tlsfit report fits --format siunitx -o table.tex"),
          "compare",
          List.of(
              "tlsfit compare fits/al-a.json fits/al-c.json",
              "tlsfit compare fits/al-*.json --json"),
          "simulate",
          List.of(
              "tlsfit simulate --sample plan --set chi=1e-4 --set dipoleMoment=\"5 D\" --set"
                  + " relaxationTime=\"3 us\" --set referenceFrequency=\"5 GHz\" --noise \"2 kHz\""
                  + " --table \"plan.csv: ac-field=10..20000 V/m, bias-rate=3e10 V/m/s, points=40\"",
              "tlsfit simulate --sample plan --model lz --set chi=1e-4 --set dipoleMoment=\"5 D\" --set"
                  + " relaxationTime=\"3 us\" --set referenceFrequency=\"5 GHz\" --noise \"2 kHz\""
                  + " --table \"a.csv: ac-field=10..20000 V/m, bias-rate=3e10 V/m/s, points=40\""),
          "curve",
          List.of(
              "tlsfit curve --sample sample-data/al-a.yaml --set chi=1e-4 --set dipoleMoment=\"5 D\""
                  + " --set relaxationTime=\"3 us\" --set referenceFrequency=\"5.012 GHz\" -o a.svg",
              "tlsfit curve --over \"rabi=1e6..1e10 1/s\" --sweep-rate \"1e17 1/s^2\" --set"
                  + " referenceFrequency=\"5 GHz\""),
          "explain",
          List.of("tlsfit explain runs", "tlsfit explain"));

  private CommandHelp() {}

  /** Sets the help of a program and of all its commands up. */
  static void configure(CommandLine program) {
    program
        .getSubcommands()
        .forEach(
            (name, command) -> {
              command
                  .getHelpSectionMap()
                  .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, CommandHelp::options);
              command
                  .getHelpSectionMap()
                  .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> examples(name));
            });
  }

  private static String examples(String command) {
    List<String> examples = examplesOf(command);
    if (examples.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nExamples\n");
    examples.forEach(example -> text.append("  ").append(example).append('\n'));
    return text.toString();
  }

  private static String options(Help help) {
    StringBuilder text = new StringBuilder();
    grouped(help.commandSpec())
        .forEach(
            (group, options) -> {
              text.append('\n').append(group).append('\n');
              text.append(help.optionListExcludingGroups(options));
            });
    return text.toString();
  }

  /** The options of a command that help shows, by the names of their groups, none empty. */
  static Map<String, List<OptionSpec>> grouped(CommandSpec command) {
    Map<String, List<OptionSpec>> grouped = new LinkedHashMap<>();
    grouped.put(OF_THE_COMMAND, new ArrayList<>());
    GROUPS.keySet().forEach(group -> grouped.put(group, new ArrayList<>()));
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        grouped.computeIfAbsent(group(option), name -> new ArrayList<>()).add(option);
      }
    }
    grouped.values().removeIf(List::isEmpty);
    return grouped;
  }

  /** Examples of a command, each a line for a shell; none of a command of picocli's own. */
  static List<String> examplesOf(String command) {
    return EXAMPLES.getOrDefault(command, List.of());
  }

  private static String group(OptionSpec option) {
    String single = SINGLE.get(option.longestName());
    if (single != null) {
      return single;
    }
    Class<?> holder = holder(option.userObject());
    if (holder == null) {
      return GENERAL; // help and version
    }
    return GROUPS.entrySet().stream()
        .filter(group -> group.getValue().contains(holder))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(holder.getName().startsWith("picocli.") ? GENERAL : OF_THE_COMMAND);
  }

  private static @Nullable Class<?> holder(@Nullable Object member) {
    if (member instanceof Field field) {
      return field.getDeclaringClass();
    }
    return member instanceof Method method ? method.getDeclaringClass() : null;
  }

  private static Map<String, List<Class<?>>> groups() {
    Map<String, List<Class<?>>> groups = new LinkedHashMap<>();
    groups.put(
        "Model", List.of(ModelOption.class, DistributionOptions.class, ConditionOptions.class));
    groups.put("Data and noise", List.of(SlowOptions.class, CalibrationOptions.class));
    groups.put("Intervals", List.of(IntervalOptions.class));
    groups.put("What is known", List.of(ConstraintOptions.class));
    groups.put(OUTPUT, List.of());
    groups.put(GENERAL, List.of(CommonOptions.class));
    return groups;
  }
}
