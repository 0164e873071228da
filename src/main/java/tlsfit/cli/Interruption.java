package tlsfit.cli;

import org.jspecify.annotations.Nullable;

/**
 * A run that is ended by a signal, from the keyboard or by a batch system: it says so, on standard
 * error and in the log, so that a missing result explains itself. The exit status is that of Java,
 * 128 and the number of the signal.
 */
final class Interruption {
  /** Whoever reads standard error may have stopped; the end is not kept waiting for him. */
  private static final long PATIENCE = 2000; // ms

  private static volatile boolean regular;

  private static volatile @Nullable Logging logging;

  private Interruption() {}

  /** From now on an end that {@link #isRegularEnd} was not called before is told. */
  static void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::tell));
  }

  /** From now on there is a place to tell it. */
  static void canBeTold(Logging here) {
    logging = here;
  }

  /** What ends now is done. */
  static void isRegularEnd() {
    regular = true;
  }

  private static void tell() {
    @Nullable Logging by = logging;
    if (regular || by == null) {
      return;
    }
    Thread teller =
        new Thread(
            () ->
                by.last("ended by a signal before it was done; files that were written are whole"));
    teller.setDaemon(true);
    teller.start();
    try {
      teller.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
