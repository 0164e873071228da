package tlsfit.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.result.UnreadableResultException.Reason;

/**
 * The estimate of one parameter.
 *
 * @param name its name
 * @param unit SI unit of all numbers here
 * @param value best value; null if not determined
 * @param standardError one standard error in the same unit (for a parameter fitted as a logarithm:
 *     value times standard error of the logarithm); null if fixed, at a bound, or not determined
 * @param interval confidence interval
 * @param calibrationError one standard uncertainty from the calibration, which the interval does
 *     not hold; null where there is none, or the calibration was fitted
 * @param fixed whether it was fixed
 * @param determined whether the readings determine it
 * @param atBound {@code lower} or {@code upper} where it lies at that bound, the unconstrained
 *     minimum lying beyond; null where it does not
 * @param prior what was known of it beforehand; null if nothing
 */
public record ParameterEstimate(
    String name,
    String unit,
    @Nullable Double value,
    @Within(least = 0) @Nullable Double standardError,
    Interval interval,
    @Within(least = 0) @Nullable Double calibrationError,
    boolean fixed,
    boolean determined,
    @Nullable String atBound,
    @Nullable PriorKnowledge prior)
    implements Consistent {
  private static final Set<String> METHODS = Set.of("wald", "profile");

  /** A parameter without bounds, prior and calibration. */
  public ParameterEstimate(
      String name,
      String unit,
      @Nullable Double value,
      @Nullable Double standardError,
      Interval interval,
      boolean fixed,
      boolean determined) {
    this(name, unit, value, standardError, interval, null, fixed, determined, null, null);
  }

  @Override
  public Optional<Contradiction> contradiction() {
    Optional<KnownParameter> known = KnownParameter.of(name);
    if (known.isEmpty()) {
      return Contradiction.of(true, "name", Reason.RANGE, name);
    }
    if (!known.get().unit().equals(unit)) {
      return Contradiction.of(true, "unit", Reason.UNIT, unit);
    }
    if (value == null) {
      boolean said = interval.lower() == null && interval.upper() == null;
      return Contradiction.of(determined && said, "value", Reason.NULL, "null");
    }
    return Contradiction.first(
        List.of(
            Contradiction.of(
                known.get().positive() && !(value >= SMALLEST), "value", Reason.RANGE, value),
            Contradiction.of(isBesideItsInterval(value), "value", Reason.TWICE, value)));
  }

  /** Limits that begin at the estimate hold it; those of a bootstrap need not. */
  private boolean isBesideItsInterval(double estimate) {
    double rounding = 1e-6 * Math.abs(estimate); // of numbers that were written in short
    return METHODS.contains(interval.method())
        && interval.from() <= interval.to()
        && (estimate < interval.from() - rounding || estimate > interval.to() + rounding);
  }

  /** The same with what the calibration adds; null for nothing. */
  public ParameterEstimate withCalibrationError(@Nullable Double error) {
    return new ParameterEstimate(
        name, unit, value, standardError, interval, error, fixed, determined, atBound, prior);
  }
}
