package tlsfit.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tlsfit.report.Document;
import tlsfit.report.TextRenderer;

/** What the commands share. */
abstract class Subcommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  CommonOptions common() {
    return common;
  }

  /** Prints a result to standard output. */
  void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  /** Prints a document to standard output, as wide as the terminal is, and coloured on one. */
  void print(Document document) {
    Terminal terminal = Terminal.get();
    String text =
        TextRenderer.of(terminal.width()).withColour(terminal.coloured()).render(document);
    if (spec.commandLine().getOut() instanceof Printer printer) {
      printer.printColoured(text);
    } else {
      print(text);
    }
  }

  /** Standard error. */
  Printer err() {
    return (Printer) spec.commandLine().getErr();
  }

  /** Whether results are wanted for machines. */
  boolean json() {
    return common.json();
  }

  /** The command line as it was given, beginning with the command's name. */
  List<String> commandLineArguments() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }

  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  ParameterException wrong(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
