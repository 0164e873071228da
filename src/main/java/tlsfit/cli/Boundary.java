package tlsfit.cli;

import java.util.function.IntSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * What nobody expected ends here: of several samples only the one it happened to, of a run the
 * program, each with one line that says so.
 */
final class Boundary {
  private static final Logger LOGGER = LogManager.getLogger(Boundary.class);

  private Boundary() {}

  /**
   * Does something for one of several samples or files.
   *
   * @param name what messages name
   * @param work gives an exit status
   * @return that status, or that of the failure
   */
  static int around(Object name, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (ParameterException e) {
      throw e; // is about the command line, and so about all of them
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return tell(name + ": ", e);
    }
  }

  /**
   * Tells a failure.
   *
   * @param prefix what the line begins with
   * @return the exit status that belongs to it
   */
  static int tell(String prefix, Throwable failure) {
    int status = ExitStatus.UNEXPECTED;
    if (isOutOfMemory(failure)) {
      LOGGER.error(
          "{}the memory that Java has, {} MB, does not suffice; give it more, as in"
              + " JDK_JAVA_OPTIONS=-Xmx8g tlsfit ...",
          prefix,
          Runtime.getRuntime().maxMemory() >> 20);
      status = ExitStatus.INPUT_REFUSED;
    } else {
      LOGGER.error("{}unexpected failure, this is a bug of tlsfit: {}", prefix, failure.toString());
    }
    LOGGER.debug("where it happened", failure);
    return status;
  }

  /** Also where another thread ran out of it. */
  private static boolean isOutOfMemory(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
