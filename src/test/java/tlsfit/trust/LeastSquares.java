package tlsfit.trust;

import java.util.List;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;

/**
 * The sum of squared deviations of a model from a noise-free measurement, as a function of p and
 * 1/T10, the least over f_ref and χ ≥ 0: at fixed p and 1/T10 the model is a straight line in K.
 *
 * <p>It is looked for on grids, with nothing of the program's own fit: this says what a fit ought
 * to find.
 */
final class LeastSquares {
  private static final double STEP = 0.1; // of ln p
  private static final double REACH = 5; // of ln p, to either side
  private static final double SMALLEST_ETA = 1e-3;
  private static final double LARGEST_ETA = 1e4;
  private static final int RATES = 21;

  private final ShiftModel model;
  private final NoiseFree measurement;
  private final double[] shift;
  private final double omega0;

  LeastSquares(ShiftModel model, NoiseFree measurement) {
    this.model = model;
    this.measurement = measurement;
    shift = measurement.shift();
    omega0 = 2 * Math.PI * measurement.truth().referenceFrequency();
  }

  /**
   * The sum of squares [Hz²].
   *
   * @param dipoleMoment p [C m]
   * @param relaxationRate 1/T10 [1/s]
   * @return infinite where the theory does not hold at a reading
   */
  double at(double dipoleMoment, double relaxationRate) {
    int n = shift.length;
    double[] k = new double[n];
    double meanK = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      Setting setting = measurement.settings().get(i);
      Shift there =
          model.shift(
              Rates.rabi(dipoleMoment, setting.acField()),
              Rates.sweepRate(dipoleMoment, setting.fieldRate()),
              omega0,
              relaxationRate);
      if (there.logarithm() <= 0) {
        return Double.POSITIVE_INFINITY;
      }
      k[i] = there.value();
      meanK += k[i] / n;
      meanY += shift[i] / n;
    }
    double yy = 0;
    double kk = 0;
    double ky = 0;
    for (int i = 0; i < n; i++) {
      yy += (shift[i] - meanY) * (shift[i] - meanY);
      kk += (k[i] - meanK) * (k[i] - meanK);
      ky += (k[i] - meanK) * (shift[i] - meanY);
    }
    // The shift is −χ f_ref K with χ ≥ 0.
    return kk > 0 && ky < 0 ? Math.max(yy - ky * ky / kk, 0) : yy;
  }

  /**
   * Whether a p other than the true one fits as well, within a limit.
   *
   * @param factor by which it must be another
   * @param limit of the sum of squares [Hz²]
   */
  boolean anotherFits(double factor, double limit) {
    ParameterValues truth = measurement.truth();
    for (double distance = Math.log(factor); distance < REACH; distance += STEP) {
      for (double side : List.of(-1.0, 1.0)) {
        if (fits(truth.dipoleMoment() * Math.exp(side * distance), limit)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(double dipoleMoment, double limit) {
    if (at(dipoleMoment, 0) < limit) {
      return true;
    }
    double rate = Rates.sweepRate(dipoleMoment, measurement.settings().get(0).fieldRate());
    for (int i = 0; i < RATES; i++) {
      double eta = SMALLEST_ETA * Math.pow(LARGEST_ETA / SMALLEST_ETA, i / (RATES - 1.0));
      if (at(dipoleMoment, eta * rate / omega0) < limit) {
        return true;
      }
    }
    return false;
  }

  /** The least sum of squares without relaxation [Hz²], over a grid of p in steps of 2 %. */
  double leastWithoutRelaxation() {
    double least = Double.POSITIVE_INFINITY;
    for (double distance = -4; distance < 4; distance += 0.02) {
      least = Math.min(least, at(measurement.truth().dipoleMoment() * Math.exp(distance), 0));
    }
    return least;
  }

  /** The p [C m] with which the model comes nearest to the measurement, to 0.1 %. */
  double nearestDipoleMoment() {
    ParameterValues truth = measurement.truth();
    double p = truth.dipoleMoment();
    double rate = truth.relaxationRate();
    double step = 0.5;
    double least = at(p, rate);
    while (step > 5e-4) {
      double bestP = p;
      double bestRate = rate;
      for (int i = -4; i <= 4; i++) {
        for (int j = -4; j <= 4; j++) {
          double thisP = p * Math.exp(i * step);
          double thisRate = rate * Math.exp(j * step);
          double sum = at(thisP, thisRate);
          if (sum < least) {
            least = sum;
            bestP = thisP;
            bestRate = thisRate;
          }
        }
      }
      if (bestP == p && bestRate == rate) {
        step /= 2;
      }
      p = bestP;
      rate = bestRate;
    }
    return p;
  }
}
