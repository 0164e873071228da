package tlsfit.uncertainty;

import tlsfit.model.Parameter;
import tlsfit.result.Interval;

/** A way to make confidence intervals of the parameters of one fit. */
interface IntervalMethod {
  /**
   * The interval of a parameter that was fitted, is determined, and lies inside its range.
   *
   * @return limits in the parameter's SI unit, infinite where the data leave them open
   */
  Interval interval(Parameter parameter);
}
