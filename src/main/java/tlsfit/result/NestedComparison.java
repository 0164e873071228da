package tlsfit.result;

/**
 * The likelihood-ratio test of a model against the same with one thing more.
 *
 * @param added what is added: {@link #RELAXATION} or {@link #DIPOLE_WIDTH}
 * @param model name of the model of the shift
 * @param relaxation whether the larger model has relaxation
 * @param dipoleWidth whether the larger model has distributed dipole moments
 * @param fall fall of χ² in units of the noise variance
 * @param pValue probability of as large a fall if what was added is not there
 */
public record NestedComparison(
    String added,
    String model,
    boolean relaxation,
    boolean dipoleWidth,
    double fall,
    @Within(least = 0, most = 1) double pValue) {
  /** The rate of relaxation, 0 without. */
  public static final String RELAXATION = "relaxation";

  /** The width of the distribution of dipole moments, 0 without. */
  public static final String DIPOLE_WIDTH = "dipoleWidth";
}
