package tlsfit.curve;

import java.util.List;

/** A function that is evaluated at single points, with named arguments and results. */
public interface PointFunction {

  /** Names of the arguments, as in the header of a file of points. */
  List<String> arguments();

  /** Names of the results. */
  List<String> results();

  /**
   * Evaluates at one point.
   *
   * @param point a value [1] for each argument, ≥ 0
   * @return a value [1] for each result
   */
  double[] at(double[] point);
}
