package tlsfit.statistics;

/** Residuals to be made small in the sense of least squares, with their exact Jacobian. */
@FunctionalInterface
public interface ResidualFunction {

  /**
   * The residuals at a point.
   *
   * @param residuals n of them
   * @param jacobian their derivatives, n rows by as many columns as the point has coordinates
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
   */
  Evaluation evaluate(double[] point);
}
