package tlsfit.statistics;

/**
 * The comparison of nested models by likelihood ratio: whether χ² falls by more than chance where
 * parameters are added.
 *
 * <p>The fall of χ² in units of the noise variance follows χ² with as many degrees of freedom as
 * there are parameters added where σ is known; where σ is estimated, the fall per parameter follows
 * F (Seber and Wild, Nonlinear Regression, 1989, section 5.3; the extra sum of squares).
 *
 * @param statistic fall of χ² in units of the noise variance [1], ≥ 0
 * @param added number of parameters added
 * @param pValue probability of as large a fall where the smaller model is right
 */
public record NestedModelTest(double statistic, int added, double pValue) {

  /**
   * Tests a fall of χ². One that is not positive is never more than chance.
   *
   * @param fall of χ² from the smaller model to the larger [1]
   * @param added number of parameters added, ≥ 1
   * @param variance noise variance [1] about the larger model; a fall beside a variance of 0 is
   *     certain
   * @param sigma whether σ is known; if not, the degrees of freedom of the variance
   */
  public static NestedModelTest of(double fall, int added, double variance, SigmaKnowledge sigma) {
    if (!(fall > 0)) {
      return new NestedModelTest(0, added, 1);
    }
    double statistic = fall / variance;
    return new NestedModelTest(statistic, added, sigma.fallPValue(statistic, added));
  }

  /**
   * Tests a fall of χ² on freeing one parameter that cannot be negative and is 0 in the smaller
   * model: a rate, or the square of a width.
   *
   * <p>The null hypothesis lies on the boundary of the allowed values, where the statistic follows
   * the equal mixture of χ² with 0 and 1 degrees of freedom (Self and Liang, J. Am. Stat. Assoc.
   * 82, 605 (1987), case 5), so that the p-value of a positive fall is half the usual one.
   *
   * @param fall of χ² from the smaller model to the larger [1]
   * @param variance noise variance [1] about the larger model
   * @param sigma whether σ is known; if not, the degrees of freedom of the variance
   */
  public static NestedModelTest oneSided(double fall, double variance, SigmaKnowledge sigma) {
    NestedModelTest usual = of(fall, 1, variance, sigma);
    return usual.statistic > 0
        ? new NestedModelTest(usual.statistic, 1, 0.5 * usual.pValue)
        : usual;
  }
}
