package tlsfit.uncertainty;

import java.util.Optional;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;

/** A way to make confidence intervals of the parameters of one fit. */
interface IntervalMethod {
  /**
   * The interval of a parameter that was fitted, is determined, and lies inside its range.
   *
   * @return limits in the parameter's SI unit, infinite where the data leave them open
   */
  Made interval(Parameter parameter);

  /**
   * An interval, and what was met while it was made.
   *
   * @param interval the interval
   * @param lower a point below the fit, where a profile met one
   */
  record Made(Interval interval, Optional<LowerMinimum> lower) {
    /** An interval that was made without another fit. */
    static Made of(Interval interval) {
      return new Made(interval, Optional.empty());
    }
  }
}
