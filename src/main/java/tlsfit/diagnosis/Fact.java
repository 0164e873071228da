package tlsfit.diagnosis;

/**
 * One thing that must hold for a fit to be believed.
 *
 * @param name its name, such as {@code converged}
 * @param holds whether it does
 * @param meaning what was found, and if it does not hold, what to do
 */
public record Fact(String name, boolean holds, String meaning) {}
