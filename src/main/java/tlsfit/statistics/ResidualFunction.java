package tlsfit.statistics;

/** The residuals whose sum of squares is minimised, with their exact Jacobian. */
@FunctionalInterface
public interface ResidualFunction {

  /**
   * The residuals at a point.
   *
   * @param residuals n of them
   * @param jacobian their derivatives, n rows by m columns, one for each parameter
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one evaluation, never compared
  record Evaluation(double[] residuals, double[][] jacobian) {
    /** Sum of squares. */
    public double cost() {
      double sum = 0;
      for (double residual : residuals) {
        sum += residual * residual;
      }
      return sum;
    }
  }

  /**
   * Evaluates residuals and Jacobian. A point outside the domain gives residuals that are not
   * finite: the minimisation then turns back.
   *
   * @param point values of the m parameters
   */
  Evaluation evaluate(double[] point);
}
