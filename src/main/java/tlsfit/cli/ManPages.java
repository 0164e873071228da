package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tlsfit.files.OutputFolder;
import tlsfit.files.WholeFile;

/**
 * The manual pages of the program and its commands in the language of {@code man} (groff_man(7)),
 * from the very descriptions that {@code --help} prints. They hold no date, so that they are the
 * same in every build.
 */
public final class ManPages {
  private static final String PROGRAM = "tlsfit";

  private ManPages() {}

  /**
   * Writes all pages.
   *
   * @param args the folder that gets them
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    OutputFolder.make(folder);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    all().forEach((name, page) -> files.put(folder.resolve(name), bytes(page)));
    WholeFile.writeAll(files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The pages by the names of their files, {@code tlsfit.1} first. */
  static Map<String, String> all() {
    CommandLine program = Main.program();
    Map<String, CommandLine> commands = program.getSubcommands();
    List<String> names = new ArrayList<>(List.of(PROGRAM));
    commands.forEach((name, command) -> names.add(PROGRAM + "-" + name));
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(PROGRAM + ".1", page(PROGRAM, program, names));
    commands.forEach(
        (name, command) ->
            pages.put(
                PROGRAM + "-" + name + ".1",
                page(PROGRAM + "-" + name, command, List.of(PROGRAM))));
    return pages;
  }

  private static String page(String title, CommandLine command, List<String> others) {
    CommandSpec spec = command.getCommandSpec();
    String[] description = spec.usageMessage().description();
    String whole = String.join(" ", description).strip();
    StringBuilder page = new StringBuilder();
    String version = new Version().getVersion()[0];
    page.append(".TH ").append(quoted(title.toUpperCase(Locale.ROOT))).append(" 1 \"\" ");
    page.append(quoted(version)).append(" \"tlsfit\"\n");
    heading(page, "NAME");
    line(page, title + " - " + firstSentence(whole));
    heading(page, "SYNOPSIS");
    page.append(".nf\n");
    String synopsis = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    synopsis(synopsis).forEach(one -> line(page, one));
    page.append(".fi\n");
    heading(page, "DESCRIPTION");
    line(page, whole);
    if (!spec.positionalParameters().isEmpty()) {
      heading(page, "ARGUMENTS");
      spec.positionalParameters().stream()
          .filter(one -> !one.hidden())
          .forEach(one -> entry(page, label(one), words(one)));
    }
    heading(page, "OPTIONS");
    CommandHelp.grouped(spec)
        .forEach(
            (group, options) -> {
              page.append(".SS ").append(quoted(group)).append('\n');
              options.forEach(one -> entry(page, label(one), words(one)));
            });
    if (!command.getSubcommands().isEmpty()) {
      heading(page, "COMMANDS");
      command
          .getSubcommands()
          .forEach(
              (name, one) ->
                  entry(
                      page,
                      bold(name),
                      firstSentence(
                          String.join(" ", one.getCommandSpec().usageMessage().description()))));
    }
    List<String> examples = CommandHelp.examplesOf(spec.name());
    if (!examples.isEmpty()) {
      heading(page, "EXAMPLES");
      for (String example : examples) {
        page.append(".PP\n.nf\n");
        line(page, example);
        page.append(".fi\n");
      }
    }
    heading(page, "EXIT STATUS");
    entry(page, bold("0"), "Done and valid.");
    entry(page, bold("1"), "Unexpected failure.");
    entry(page, bold("2"), "Wrong command line, or output that cannot be written.");
    entry(page, bold("3"), "Input refused; file, line and column are named.");
    entry(page, bold("4"), "Fitted, but not valid or not determined; the result is written.");
    heading(page, "SEE ALSO");
    page.append(
        others.stream()
            .filter(name -> !name.equals(title))
            .map(name -> bold(name) + "(1)")
            .collect(Collectors.joining(",\n")));
    return page.append('\n').toString();
  }

  /** The lines of a usage message before its description. */
  private static List<String> synopsis(String usage) {
    List<String> lines = new ArrayList<>();
    for (String line : usage.lines().toList()) {
      boolean first = line.startsWith("Usage:");
      if (!first && !line.startsWith("  ")) {
        break;
      }
      lines.add(first ? line.substring("Usage:".length()).strip() : line);
    }
    return lines;
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static void heading(StringBuilder page, String name) {
    page.append(".SH ").append(quoted(name)).append('\n');
  }

  private static void entry(StringBuilder page, String label, String words) {
    page.append(".TP\n").append(label).append('\n');
    line(page, words);
  }

  private static String label(ArgSpec argument) {
    String parameter = argument.paramLabel();
    if (argument instanceof OptionSpec option) {
      String names =
          Arrays.stream(option.names()).map(ManPages::bold).collect(Collectors.joining(", "));
      return option.arity().max() == 0 ? names : names + "=" + italic(parameter);
    }
    boolean several = ((PositionalParamSpec) argument).arity().max() > 1;
    return italic(parameter) + (several ? "..." : "");
  }

  private static String words(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** An argument of a macro. */
  private static String quoted(String text) {
    return '"' + escaped(text).replace("\"", "\\(dq") + '"';
  }

  /** A line of text; one that begins like a request is made text by a break of no width. */
  private static void line(StringBuilder page, String text) {
    String line = escaped(text);
    boolean request = line.startsWith(".") || line.startsWith("'");
    page.append(request ? "\\&" : "").append(line).append('\n');
  }

  /** Hyphens as they are typed, and no character that steers. */
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }
}
