package tlsfit.diagnosis;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import tlsfit.fit.Observations;

/** The weighted straight line of frequencies over something, from some of the readings. */
final class StraightLine {
  private final double slope;
  private final double chiSquare;
  private final double fall;

  /** The line through all readings. */
  StraightLine(Observations observations, IntToDoubleFunction x) {
    this(observations, x, i -> true);
  }

  /**
   * The line through some of the readings.
   *
   * @param x what the frequency is drawn over, by the number of the reading
   * @param use which readings
   */
  StraightLine(Observations observations, IntToDoubleFunction x, IntPredicate use) {
    int n = observations.size();
    double nominal = observations.frequency(0);
    double sumW = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      if (use.test(i)) {
        double w = weight(observations, i);
        sumW += w;
        sumX += w * x.applyAsDouble(i);
        sumY += w * (observations.frequency(i) - nominal);
      }
    }
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      if (use.test(i)) {
        double w = weight(observations, i);
        double dx = x.applyAsDouble(i) - sumX / sumW;
        double dy = observations.frequency(i) - nominal - sumY / sumW;
        xx += w * dx * dx;
        xy += w * dx * dy;
      }
    }
    slope = xx > 0 ? xy / xx : 0;
    fall = slope * xy;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      if (use.test(i)) {
        double dx = x.applyAsDouble(i) - sumX / sumW;
        double dy = observations.frequency(i) - nominal - sumY / sumW;
        sum += weight(observations, i) * (dy - slope * dx) * (dy - slope * dx);
      }
    }
    chiSquare = sum;
  }

  private static double weight(Observations observations, int i) {
    return 1 / (observations.sigma(i) * observations.sigma(i));
  }

  /** Change of the frequency with x [Hz a unit of x]. */
  double slope() {
    return slope;
  }

  /** By how much χ² of the line is lower than that of the constant. */
  double fall() {
    return fall;
  }

  /** χ² of the line. */
  double chiSquare() {
    return chiSquare;
  }
}
