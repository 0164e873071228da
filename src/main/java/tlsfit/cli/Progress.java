package tlsfit.cli;

import java.util.Timer;
import java.util.TimerTask;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A line on standard error that tells how far a calculation is which takes longer than a second;
 * only on a terminal.
 */
final class Progress implements AutoCloseable {
  private static final Logger LOGGER = LogManager.getLogger(Progress.class);

  private static final int WIDTH = 30;
  private static final long FIRST = 1000; // ms
  private static final long EVERY = 200;

  private final Printer err;
  private final Timer timer = new Timer("progress", true);
  private String what = "";
  private int done;
  private int total = 1;
  private int printed; // characters of the line

  /**
   * Begins a line, which appears after a second.
   *
   * @param quiet whether nothing is to be said
   */
  @SuppressWarnings("SystemConsoleNull") // the launcher has Java 22 and newer return null, too
  Progress(Printer err, boolean quiet) {
    this.err = err;
    if (!quiet && System.console() != null) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              paint();
            }
          },
          FIRST,
          EVERY);
    }
  }

  /**
   * Tells how far it is, from any thread.
   *
   * @param stage what is done, in a word or two
   * @param steps done
   * @param ofSteps of so many, ≥ 1
   */
  synchronized void accept(String stage, int steps, int ofSteps) {
    if (!stage.equals(what)) {
      LOGGER.debug("{} begins", stage);
    }
    what = stage;
    done = steps;
    total = ofSteps;
  }

  private synchronized void paint() {
    int filled = (int) ((long) WIDTH * done / total);
    String line = what + " [" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done;
    err.overwrite(line + " ".repeat(Math.max(printed - line.length(), 0)));
    printed = line.length();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    timer.cancel();
    if (printed > 0) {
      err.overwrite(" ".repeat(printed));
      err.returnCarriage();
    }
  }
}
