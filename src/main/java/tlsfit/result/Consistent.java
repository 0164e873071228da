package tlsfit.result;

import java.util.Optional;

/** A part of a result whose components must agree with each other. */
interface Consistent {
  /** The component that contradicts another one, and how; empty where they agree. */
  Optional<Contradiction> contradiction();

  /**
   * A component that contradicts another one.
   *
   * @param component its name
   * @param reason the kind
   * @param found its value, or whatever tells most
   */
  record Contradiction(String component, UnreadableResultException.Reason reason, String found) {
    static Optional<Contradiction> of(
        boolean there, String component, UnreadableResultException.Reason reason, Object found) {
      return there
          ? Optional.of(new Contradiction(component, reason, String.valueOf(found)))
          : Optional.empty();
    }
  }
}
