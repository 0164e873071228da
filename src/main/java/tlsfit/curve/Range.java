package tlsfit.curve;

/**
 * The range of a variable over which a curve runs.
 *
 * @param variable the quantity
 * @param from first value [SI], above 0
 * @param to last value [SI], another one
 */
public record Range(Variable variable, double from, double to) {

  /**
   * Values spaced evenly in the logarithm, both ends among them.
   *
   * @param points how many, at least 2
   */
  double[] values(int points) {
    double[] values = new double[points];
    double span = Math.log(to / from);
    for (int i = 0; i < points; i++) {
      values[i] = from * Math.exp(span * i / (points - 1));
    }
    values[points - 1] = to; // to the last bit
    return values;
  }
}
