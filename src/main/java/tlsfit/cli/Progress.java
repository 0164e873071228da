package tlsfit.cli;

import java.io.PrintWriter;

/** A line on standard error that tells how far a long calculation is; only on a terminal. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final boolean shown;
  private final String what;
  private final int total;
  private int last = -1;

  /**
   * Begins a line.
   *
   * @param quiet whether nothing is to be said
   * @param what is done, in a word or two
   * @param total number of steps
   */
  @SuppressWarnings("SystemConsoleNull") // the launcher has Java 22 and newer return null, too
  Progress(PrintWriter err, boolean quiet, String what, int total) {
    this.err = err;
    this.shown = !quiet && System.console() != null;
    this.what = what;
    this.total = total;
  }

  /** Tells that so many steps are done, from any thread. */
  synchronized void accept(int done) {
    int filled = (int) ((long) WIDTH * done / total);
    if (shown && filled > last) {
      last = filled;
      err.print("\r" + what + " [" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done);
      err.flush();
    }
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (last >= 0) {
      err.print("\r" + " ".repeat(what.length() + WIDTH + 16) + "\r");
      err.flush();
    }
  }
}
