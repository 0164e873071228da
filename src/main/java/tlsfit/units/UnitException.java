package tlsfit.units;

/**
 * A text is no number, no unit or no quantity of the expected kind; the message is for the user.
 */
public final class UnitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  UnitException(String found) {
    this(found, "");
  }

  UnitException(String found, String expected) {
    super(expected.isEmpty() ? found : found + "; " + expected);
    this.found = found;
    this.expected = expected;
  }

  /** The first part of the message: what was understood of the text. */
  public String found() {
    return found;
  }

  /** The second part of the message: what is expected instead; may be empty. */
  public String expected() {
    return expected;
  }
}
