package tlsfit.fit;

import java.util.Optional;
import tlsfit.setup.Relaxation;

/** The state of the relaxation between two crossings in a fit: fitted, fixed, or no part of it. */
public sealed interface RelaxationState {

  /**
   * Its rate was fitted, and is above 0.
   *
   * @param test against a fit without it, where that was made
   */
  record Fitted(Optional<RelaxationTest> test) implements RelaxationState {}

  /**
   * Its rate was to be fitted and came out as 0, the end of its range.
   *
   * @param tested the test against a fit without it
   */
  record AtZero(RelaxationTest tested) implements RelaxationState {
    @Override
    public Optional<RelaxationTest> test() {
      return Optional.of(tested);
    }
  }

  /**
   * The data decided, and the fit is the one without it.
   *
   * @param tested the test that decided
   */
  record LeftOut(RelaxationTest tested) implements RelaxationState {
    @Override
    public Optional<RelaxationTest> test() {
      return Optional.of(tested);
    }
  }

  /** No part of the fit: it was not asked for, or a fit that went on from another lost it. */
  record Off() implements RelaxationState {}

  /**
   * Its time was fixed.
   *
   * @param time T10 [s]; infinite without relaxation
   */
  record Fixed(double time) implements RelaxationState {}

  /** The state of a fit whose rate was tested against 0. */
  static RelaxationState of(double rate, RelaxationTest test) {
    return rate > 0 ? new Fitted(Optional.of(test)) : new LeftOut(test);
  }

  /** The test for relaxation, where both fits were made. */
  default Optional<RelaxationTest> test() {
    return Optional.empty();
  }

  /** Whether relaxation is part of the model at the fit. */
  default boolean isOn() {
    return this instanceof Fitted || (this instanceof Fixed fixed && Double.isFinite(fixed.time()));
  }

  /** Whether its rate was to be fitted and came out as 0. */
  default boolean atZero() {
    return this instanceof AtZero;
  }

  /** Whether a test was made that does not see it. */
  default boolean notSeen() {
    return test().map(test -> !test.seen()).orElse(false);
  }

  /** The choice that makes another fit with or without relaxation as this one is. */
  default Relaxation choice() {
    return isOn() ? Relaxation.ON : Relaxation.OFF;
  }

  /**
   * This state for a fit that went on from the one it is of, where a test was made; else the state
   * found there.
   *
   * @param found the state of the fit that went on
   */
  default RelaxationState carriedTo(RelaxationState found) {
    if (test().isEmpty()) {
      return found;
    }
    if (found.isOn()) {
      return new Fitted(test());
    }
    return atZero() ? this : new LeftOut(test().orElseThrow());
  }
}
