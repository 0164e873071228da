package tlsfit.picture;

/**
 * The frame of a panel: where values of its axes lie on the paper.
 *
 * @param left edge [px]
 * @param top edge [px]
 * @param width [px]
 * @param height [px]
 * @param x horizontal axis
 * @param y vertical axis
 */
record Frame(double left, double top, double width, double height, Axis x, Axis y) {
  /** A point far outside would be a number that some viewers cannot take. */
  private static double near(double place) {
    return Math.min(Math.max(place, -2), 3);
  }

  /** Place of a value of the horizontal axis [px]. */
  double across(double value) {
    return left + near(x.place(value)) * width;
  }

  /** Place of a value of the vertical axis [px]. */
  double up(double value) {
    return top + (1 - near(y.place(value))) * height;
  }

  double bottom() {
    return top + height;
  }

  double right() {
    return left + width;
  }

  /** Points on the paper, x and y in turn; NaN where there is none. */
  double[] points(double[] xs, double[] ys) {
    double[] points = new double[2 * xs.length];
    for (int i = 0; i < xs.length; i++) {
      boolean seen = Double.isFinite(x.place(xs[i])) && Double.isFinite(y.place(ys[i]));
      points[2 * i] = seen ? across(xs[i]) : Double.NaN;
      points[2 * i + 1] = seen ? up(ys[i]) : Double.NaN;
    }
    return points;
  }
}
