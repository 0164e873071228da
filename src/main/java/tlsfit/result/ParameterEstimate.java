package tlsfit.result;

import java.util.Optional;
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
    return Contradiction.of(known.get().positive() && !(value > 0), "value", Reason.RANGE, value);
  }

  /** The same with what the calibration adds; null for nothing. */
  public ParameterEstimate withCalibrationError(@Nullable Double error) {
    return new ParameterEstimate(
        name, unit, value, standardError, interval, error, fixed, determined, atBound, prior);
  }
}
