package tlsfit.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
  @Option(
      names = {"-v", "--verbose"},
      description = "The long report; more on standard error, and where a failure happened.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on standard error but warnings and errors.")
  private boolean quiet;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Also append all messages, with their times, to this file.")
  private @Nullable Path logFile;

  @Option(names = "--json", description = "Print JSON for machines, not text.")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use at once. Default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Random seed; the same seed gives the same results. Default: 1")
  private long seed = 1;

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }

  @Nullable Path logFile() {
    return logFile;
  }

  int threads() {
    return threads;
  }

  long seed() {
    return seed;
  }
}
