package tlsfit.result;

/** A file that is not a readable result; the message names it and the place. */
public final class UnreadableResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableResultException(String message) {
    super(message);
  }
}
