package tlsfit.fit;

import java.util.Optional;

/** The state of the relaxation between two crossings in a fit: fitted, fixed, or no part of it. */
public sealed interface RelaxationState {

  /**
   * Its rate was fitted, and is above 0.
   *
   * @param test against a fit without it, where that was made
   */
  record Fitted(Optional<RelaxationTest> test) implements RelaxationState {}

  /**
   * Its rate was fitted and came out as 0, the end of its range.
   *
   * @param test against a fit without it, where that was made
   */
  record AtZero(Optional<RelaxationTest> test) implements RelaxationState {}

  /** No part of the fit: it was not asked for. */
  record Off() implements RelaxationState {}

  /**
   * Its time was fixed.
   *
   * @param time T10 [s]; infinite without relaxation
   */
  record Fixed(double time) implements RelaxationState {}

  /** The state of a fit whose rate was tested against 0. */
  static RelaxationState of(double rate, RelaxationTest test) {
    return rate > 0 ? new Fitted(Optional.of(test)) : new AtZero(Optional.of(test));
  }

  /** The test for relaxation, where both fits were made. */
  default Optional<RelaxationTest> test() {
    return Optional.empty();
  }

  /** Whether relaxation is part of the model at the fit. */
  default boolean isOn() {
    return this instanceof Fitted || (this instanceof Fixed fixed && Double.isFinite(fixed.time()));
  }

  /** Whether it is part of what was fitted, be its rate 0 or not. */
  default boolean isPart() {
    return isOn() || atZero();
  }

  /** Whether its rate was fitted and came out as 0. */
  default boolean atZero() {
    return this instanceof AtZero;
  }

  /** Whether a test was made that does not see it. */
  default boolean notSeen() {
    return test().map(test -> !test.seen()).orElse(false);
  }

  /**
   * This state's test with the state of a fit that went on from the one it is of.
   *
   * @param found the state of the fit that went on
   */
  default RelaxationState carriedTo(RelaxationState found) {
    if (test().isEmpty()) {
      return found;
    }
    return found.isOn() ? new Fitted(test()) : new AtZero(test());
  }
}
