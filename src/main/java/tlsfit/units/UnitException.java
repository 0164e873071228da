package tlsfit.units;

/**
 * A text is no number, no unit or no quantity of the expected kind; the message is for the user.
 */
public final class UnitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was understood, what is expected and how to mend it
   */
  public UnitException(String message) {
    super(message);
  }
}
