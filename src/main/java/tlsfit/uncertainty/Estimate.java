package tlsfit.uncertainty;

import tlsfit.model.Parameter;

/**
 * What a fit says of one parameter.
 *
 * @param parameter which
 * @param value best value, in the parameter's SI unit
 * @param standardError one standard error in the same unit; NaN if held or not determined
 * @param interval confidence interval; both limits infinite if not determined
 * @param fixed whether it was held
 * @param determined whether the data determine it; if not, the value means nothing
 */
public record Estimate(
    Parameter parameter,
    double value,
    double standardError,
    Interval interval,
    boolean fixed,
    boolean determined) {}
