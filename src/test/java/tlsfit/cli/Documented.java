package tlsfit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command shown in a page, in a block {@code console}, with the lines of output shown below it.
 *
 * @param page the page
 * @param line of the command in the page
 * @param words of the command
 * @param output shown below
 */
record Documented(Path page, int line, List<String> words, List<String> output) {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  static List<Documented> in(Path page) throws IOException {
    List<Documented> commands = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        int start = i;
        StringBuilder command = new StringBuilder(line.substring(2));
        while (command.charAt(command.length() - 1) == '\\') {
          command.setLength(command.length() - 1);
          command.append(lines.get(++i).strip());
        }
        commands.add(new Documented(page, start + 1, split(command.toString()), new ArrayList<>()));
      } else if (inside && !commands.isEmpty()) {
        commands.get(commands.size() - 1).output().add(line);
      }
    }
    return commands;
  }

  /** As a shell does, with double quotes only. */
  private static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(matcher.group().replace("\"", ""));
    }
    return words;
  }

  boolean isOf(String program) {
    return words.get(0).equals(program) || words.get(0).endsWith("/" + program);
  }

  /** The arguments, with results going to a folder of the test. */
  String[] argumentsWritingTo(Path folder) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    boolean writes = List.of("fit", "simulate").contains(arguments.get(0));
    int option = arguments.indexOf("-o");
    if (option >= 0) {
      arguments.set(option + 1, folder.toString());
    } else if (writes) {
      arguments.addAll(1, List.of("-o", folder.toString()));
    }
    return arguments.toArray(new String[0]);
  }

  @Override
  public String toString() {
    return page + ":" + line + ": " + String.join(" ", words);
  }
}
