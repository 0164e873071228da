package tlsfit.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a wrong command line: one line, what may have been meant, and where help is. */
final class WrongCommandLine {
  /** Words that are options of the program, not commands. */
  private static final Map<String, String> OPTIONS = Map.of("version", "--version");

  private WrongCommandLine() {}

  /** Tells it, and gives the exit status. */
  static int tell(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    if (exception instanceof UnmatchedArgumentException unmatched
        && isNoCommand(command, unmatched)) {
      String word = unmatched.getUnmatched().get(0);
      String meant = meant(command, word);
      err.println(
          Message.of("error: there is no command " + word + "; did you mean " + meant + "?"));
    } else {
      err.println(Message.of("error: " + exception.getMessage()));
      UnmatchedArgumentException.printSuggestions(exception, err);
    }
    err.printf(
        Locale.ROOT,
        "Try '%s --help' for more information.%n",
        command.getCommandSpec().qualifiedName());
    return ExitStatus.WRONG_COMMAND_LINE;
  }

  private static boolean isNoCommand(CommandLine command, UnmatchedArgumentException unmatched) {
    return !command.getSubcommands().isEmpty()
        && !unmatched.getUnmatched().isEmpty()
        && !unmatched.getUnmatched().get(0).startsWith("-");
  }

  private static String meant(CommandLine command, String word) {
    String option = OPTIONS.get(word.toLowerCase(Locale.ROOT));
    if (option != null) {
      return "tlsfit " + option;
    }
    List<String> names = List.copyOf(command.getSubcommands().keySet());
    return "tlsfit " + NearestNames.of(word, names).get(0);
  }
}
