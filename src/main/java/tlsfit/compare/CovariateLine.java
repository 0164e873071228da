package tlsfit.compare;

import java.util.List;

/**
 * The straight line of the logarithm over a covariate, by random effects (REML), with intervals
 * after Hartung and Knapp.
 *
 * @param covariate its name
 * @param unit of it
 * @param slope change of the logarithm per unit of the covariate
 * @param lower lower confidence limit of the slope
 * @param upper upper one
 * @param pValue probability of as large a slope by chance
 * @param residual scatter about the line
 * @param curve the line with its confidence band, in ascending order
 */
public record CovariateLine(
    String covariate,
    String unit,
    double slope,
    double lower,
    double upper,
    double pValue,
    Heterogeneity residual,
    List<Point> curve) {

  /**
   * A point of the line.
   *
   * @param x value of the covariate [its unit]
   * @param value of the quantity [SI]
   * @param lower lower confidence limit
   * @param upper upper one
   */
  public record Point(double x, double value, double lower, double upper) {}
}
