package tlsfit.simulate;

/** A simulation that cannot be made as asked; the message says why and what to do. */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimulationException(String message) {
    super(message);
  }
}
