package tlsfit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlsfit.report.TextRenderer;

/**
 * The terminal that standard output is, or is not.
 *
 * @param width cells of a line: what the terminal says, within limits that can be read; 80 where
 *     there is none
 * @param coloured whether colours are wanted: on a terminal, unless NO_COLOR is set or the terminal
 *     is a dumb one
 */
record Terminal(int width, boolean coloured) {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 120;
  private static final long PATIENCE = 300; // ms

  private static final Pattern SIZE = Pattern.compile("\\s*\\d+\\s+(\\d+)\\s*");

  /** The terminal of this run. */
  @SuppressWarnings("SystemConsoleNull") // the launcher has Java 22 and newer return null, too
  static Terminal get() {
    return of(System.console() != null, System.getenv(), Terminal::size);
  }

  /**
   * The terminal by what is known of it.
   *
   * @param there whether standard output is one
   * @param environment variables COLUMNS, NO_COLOR and TERM
   * @param size rows and columns, as {@code stty size} says them; empty where it does not
   */
  static Terminal of(boolean there, Map<String, String> environment, Supplier<String> size) {
    if (!there) {
      return new Terminal(TextRenderer.USUAL_WIDTH, false);
    }
    String columns = environment.getOrDefault("COLUMNS", "");
    if (!columns.matches("\\d{1,5}")) {
      Matcher matcher = SIZE.matcher(size.get());
      columns = matcher.matches() ? matcher.group(1) : "";
    }
    int width = columns.matches("0*|.{6,}") ? TextRenderer.USUAL_WIDTH : Integer.parseInt(columns);
    boolean coloured =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(Math.max(NARROWEST, Math.min(WIDEST, width)), coloured);
  }

  /** What {@code stty size} says; empty where there is no such program. */
  private static String size() {
    try {
      Process process =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      if (!process.waitFor(PATIENCE, TimeUnit.MILLISECONDS)) {
        process.destroy();
        return "";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
