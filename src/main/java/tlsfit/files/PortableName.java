package tlsfit.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tlsfit.units.Visible;

/**
 * A name that files can have on every system, with a short ending such as {@code .json} behind it.
 */
public final class PortableName {
  /** So that name and ending stay within the 255 bytes or characters that file systems have. */
  private static final int MOST_BYTES = 200;

  private static final int MOST_CHARACTERS = 100;

  /** Devices on Windows, whatever the ending ("Naming Files, Paths, and Namespaces"). */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9¹²³])[ ]*(\\..*)?");

  /** What is wrong with a name. */
  public enum Fault {
    /** Empty, a folder, or what looks like an option. */
    NO_NAME,
    /** More than 100 characters, or 200 bytes in UTF-8. */
    LONG,
    /** Has a character that some system does not allow. */
    CHARACTER,
    /** Has a character that nobody sees, or that steers the terminal. */
    UNSEEN,
    /** Is a device on Windows. */
    DEVICE
  }

  private PortableName() {}

  /** What is wrong with a name; empty where all is well. */
  public static Optional<Fault> fault(String name) {
    if (name.isBlank() || name.startsWith("-") || name.endsWith(".") || name.endsWith(" ")) {
      return Optional.of(Fault.NO_NAME);
    }
    if (name.length() > MOST_CHARACTERS
        || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(Fault.LONG);
    }
    if (!Visible.isLine(name)) {
      return Optional.of(Fault.UNSEEN);
    }
    if (name.chars().anyMatch(c -> "/\\:*?\"<>|".indexOf(c) >= 0)) {
      return Optional.of(Fault.CHARACTER);
    }
    return DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()
        ? Optional.of(Fault.DEVICE)
        : Optional.empty();
  }
}
