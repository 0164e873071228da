package tlsfit.fit;

/** A measurement that cannot be fitted as asked; the message says why and what to do. */
public final class FitRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception with its message for the user. */
  public FitRefusedException(String message) {
    super(message);
  }
}
