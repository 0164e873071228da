package tlsfit.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Why a file could not be written, in words. */
final class WriteFailure {
  private static final Logger LOGGER = LogManager.getLogger(WriteFailure.class);

  private WriteFailure() {}

  /** Tells that what an option names could not be written. */
  static void tell(String option, Path path, IOException failure) {
    LOGGER.error("{} {} cannot be written: {}", option, path, reason(failure));
  }

  /** What stood in the way, with the file where it is known. */
  static String reason(IOException failure) {
    if (!(failure instanceof FileSystemException of)) {
      return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
    String file = of.getFile() == null ? "" : of.getFile() + ": ";
    @Nullable String reason = of.getReason();
    if (failure instanceof AccessDeniedException) {
      return file + "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + "is a file, not a folder";
    }
    if (failure instanceof NoSuchFileException) {
      return file + "there is no such folder";
    }
    return file + (reason == null ? failure.toString() : reason);
  }
}
