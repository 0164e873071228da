package tlsfit.diagnosis;

import java.util.OptionalDouble;

/**
 * One thing that was looked at in a fit.
 *
 * @param name its name, such as {@code runs}
 * @param value what was found, in the unit that the check is about
 * @param pValue probability of as much or more by chance, if model and σ are right; empty where the
 *     check is no test
 * @param passed whether there is nothing to look at
 * @param meaning what it means for this fit, in words; if it did not pass, what to do
 */
public record Check(
    String name, double value, OptionalDouble pValue, boolean passed, String meaning) {}
