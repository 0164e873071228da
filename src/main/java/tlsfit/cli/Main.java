package tlsfit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code tlsfit}. */
@Command(
    name = "tlsfit",
    description = {
      "Fits the resonance shift of a superconducting resonator whose dielectric holds swept",
      "two-level systems: from measured tables to their dipole moment, with intervals and a"
          + " verdict."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      FitCommand.class,
      CheckCommand.class,
      InitCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      SimulateCommand.class,
      CurveCommand.class,
      ExplainCommand.class,
      CommandLine.HelpCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    footer = {
      "",
      "Exit status: 0 done and valid; 1 unexpected failure; 2 wrong command line; 3 input refused;",
      "4 fitted, but not valid or not determined. \"tlsfit COMMAND --help\" tells the options."
    })
public final class Main implements Runnable {
  private static final int MOST_THREADS = 1024;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the program and ends Java with its exit status. */
  public static void main(String[] args) {
    Interruption.watch();
    int status = run(Printer.standardOutput(), Printer.standardError(), args);
    Interruption.isRegularEnd();
    System.exit(status);
  }

  /**
   * Runs the program without ending Java.
   *
   * @param out gets the results, in UTF-8
   * @param err gets messages, in UTF-8
   * @param args the command line
   * @return the exit status
   */
  public static int run(OutputStream out, OutputStream err, String... args) {
    return run(Printer.to(out), Printer.to(err), args);
  }

  private static int run(Printer out, Printer err, String... args) {
    CommandLine commandLine = program();
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setParameterExceptionHandler(WrongCommandLine::tell);
    commandLine.setExecutionExceptionHandler(Main::unexpected);
    commandLine.setExecutionStrategy(parsed -> execute(parsed, err, args));
    int status = commandLine.execute(args);
    return told("standard output", out, status, err);
  }

  /** The commands with their options and help, not run. */
  static CommandLine program() {
    CommandLine program = new CommandLine(new Main());
    program.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.registerConverter(Path.class, Main::path);
    program.setUsageHelpLongOptionsMaxWidth(30);
    program.setUsageHelpWidth(100);
    CommandHelp.configure(program);
    return program;
  }

  /** A path; one without a name would be the current folder, which nobody means by it. */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("a name of a file is needed, but it is empty");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(name + " is no name of a file: " + e.getReason());
    }
  }

  /** The exit status, together with whether everything reached where it was written to. */
  private static int told(String where, Printer printer, int status, Printer err) {
    Optional<IOException> failure = printer.failure();
    if (failure.isEmpty()) {
      return status;
    }
    err.println(
        "error: "
            + where
            + " could not be written, what stands there is not complete: "
            + WriteFailure.reason(failure.get()));
    return ExitStatus.worse(status, ExitStatus.WRONG_COMMAND_LINE);
  }

  private static int execute(ParseResult parsed, Printer err, String... args) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    boolean onlyHelp = leaf.isUsageHelpRequested() || leaf.isVersionHelpRequested();
    if (!onlyHelp && leaf.commandSpec().userObject() instanceof Subcommand command) {
      int threads = command.common().threads();
      if (threads < 1 || threads > MOST_THREADS) {
        throw new ParameterException(
            leaf.commandSpec().commandLine(),
            "--threads " + threads + ": 1 to " + MOST_THREADS + " are possible");
      }
      try (Logging logging = Logging.start(command.common(), err)) {
        Interruption.canBeTold(logging);
        logging.logCommandLine(args);
        int status = run(parsed);
        return logging.file().map(file -> told("the log file", file, status, err)).orElse(status);
      } catch (Logging.Unwritable e) {
        throw new ParameterException(
            leaf.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** An error of Java, such as too little memory, is told like any other failure. */
  private static int run(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      return Boundary.tell("", e);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int unexpected(Exception exception, CommandLine command, ParseResult parsed) {
    return Boundary.tell("", exception);
  }
}
