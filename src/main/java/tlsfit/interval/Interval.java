package tlsfit.interval;

/**
 * A confidence interval.
 *
 * @param level the probability 1 − α that such an interval holds the truth, between 0 and 1
 * @param method how it was made, such as {@code wald}
 * @param lower lower limit in the parameter's unit; minus infinity where the data leave it open
 * @param upper upper limit; plus infinity where the data leave it open
 */
public record Interval(double level, String method, double lower, double upper) {

  /** Whether a value lies within. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
