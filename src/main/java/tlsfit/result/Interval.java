package tlsfit.result;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A confidence interval.
 *
 * @param level confidence level 1 − α: the probability that such an interval holds the truth
 * @param method how it was made: {@code wald}, {@code profile}, {@code bootstrap}, {@code fixed} or
 *     {@code none}
 * @param lower lower limit [the parameter's unit]; null where the data leave it open
 * @param upper upper limit; null where the data leave it open
 */
public record Interval(
    @Within(above = 0, below = 1) double level,
    String method,
    @Nullable Double lower,
    @Nullable Double upper)
    implements Consistent {

  /** The interval between two limits, of which one that is not finite is an open end. */
  public static Interval of(double level, String method, double lower, double upper) {
    return new Interval(
        level,
        method,
        Double.isFinite(lower) ? lower : null,
        Double.isFinite(upper) ? upper : null);
  }

  @Override
  public Optional<Contradiction> contradiction() {
    return Contradiction.of(from() > to(), "lower", UnreadableResultException.Reason.ORDER, from());
  }

  /** The lower limit; minus infinity where it is open. */
  public double from() {
    return lower == null ? Double.NEGATIVE_INFINITY : lower;
  }

  /** The upper limit; infinity where it is open. */
  public double to() {
    return upper == null ? Double.POSITIVE_INFINITY : upper;
  }

  /** Whether a value lies within. */
  public boolean contains(double value) {
    return from() <= value && value <= to();
  }

  /** The part of it between two bounds of the parameter. */
  public Interval within(double least, double largest) {
    return of(level, method, Math.max(from(), least), Math.min(to(), largest));
  }
}
