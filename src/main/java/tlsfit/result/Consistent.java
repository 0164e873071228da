package tlsfit.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a result whose components must agree with each other. */
interface Consistent {
  /** What is above 0 is no smaller than this [SI]: its square and its inverse are numbers, too. */
  double SMALLEST = 1e-100;

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

    /** The first of several that there is. */
    static Optional<Contradiction> first(List<Optional<Contradiction>> several) {
      return several.stream().flatMap(Optional::stream).findFirst();
    }

    /** A list with a number that is not above 0; null stands for none. */
    static Optional<Contradiction> positive(
        String component, List<? extends @Nullable Double> list) {
      return list.stream()
          .filter(value -> value != null && !(value >= SMALLEST))
          .findFirst()
          .flatMap(value -> of(true, component, UnreadableResultException.Reason.RANGE, value));
    }

    /** A list in which a number is smaller than the one before it. */
    static Optional<Contradiction> ascending(String component, List<Double> list) {
      for (int k = 0; k + 1 < list.size(); k++) {
        if (list.get(k) > list.get(k + 1)) {
          return of(true, component, UnreadableResultException.Reason.TWICE, list.get(k + 1));
        }
      }
      return Optional.empty();
    }

    /** A list that has not as many elements as it must. */
    static Optional<Contradiction> ofLength(String component, List<?> list, int length) {
      return of(
          list.size() != length, component, UnreadableResultException.Reason.TWICE, list.size());
    }

    /** The same, where it may also be empty. */
    static Optional<Contradiction> ofLengthOrNone(String component, List<?> list, int length) {
      return list.isEmpty() ? Optional.empty() : ofLength(component, list, length);
    }
  }
}
