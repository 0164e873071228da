package tlsfit.trust;

/** What the readings of a measurement are off the model [Hz], in the order of their rows. */
@FunctionalInterface
interface Errors {
  /** Normal noise. */
  Errors NORMAL = (clean, sigma, draw) -> noise(clean.size(), sigma, draw);

  /** Noise with the tails of Student's t with two degrees of freedom. */
  Errors STUDENT_OF_TWO =
      (clean, sigma, draw) -> {
        double[] errors = new double[clean.size()];
        for (int i = 0; i < errors.length; i++) {
          errors[i] = sigma * draw.studentOfTwo();
        }
        return errors;
      };

  /** How many σ an outlier is off. */
  double OUTLIER = 30;

  /**
   * Draws them.
   *
   * @param clean the measurement without them
   * @param sigma standard deviation of the noise [Hz]
   * @param draw random numbers
   */
  double[] of(NoiseFree clean, double sigma, Draw draw);

  /** A drift linear in row order, up to a share of the shift's range. */
  static Errors line(double share) {
    return added(
        (clean, sigma, draw) -> {
          double[] drift = new double[clean.size()];
          double end = draw.sign() * share * clean.span();
          for (int i = 0; i < drift.length; i++) {
            drift[i] = end * i / (drift.length - 1.0);
          }
          return drift;
        });
  }

  /** A random walk in row order whose end has a standard deviation of a share of the range. */
  static Errors walk(double share) {
    return added(
        (clean, sigma, draw) -> {
          double[] walk = new double[clean.size()];
          double step = share * clean.span() / Math.sqrt(walk.length);
          for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + step * draw.normal();
          }
          return walk;
        });
  }

  /** A baseline that goes with a power of the microwave power, up to a share of the range. */
  static Errors ofPower(double share, double exponent) {
    return added(
        (clean, sigma, draw) -> {
          double[] baseline = new double[clean.size()];
          double end = draw.sign() * share * clean.span();
          for (int i = 0; i < baseline.length; i++) {
            double field = clean.settings().get(i).acField() / clean.largestField();
            baseline[i] = end * Math.pow(field, 2 * exponent);
          }
          return baseline;
        });
  }

  /** A jump somewhere in the middle half of the rows, by a share of the range. */
  static Errors jump(double share) {
    return added(
        (clean, sigma, draw) -> {
          double[] jump = new double[clean.size()];
          int n = jump.length;
          double height = draw.sign() * share * clean.span();
          for (int i = n / 4 + draw.below(n / 2); i < n; i++) {
            jump[i] = height;
          }
          return jump;
        });
  }

  /** Noise of which each value keeps a part of the one before. */
  static Errors autoregressive(double part) {
    return (clean, sigma, draw) -> {
      double[] errors = noise(clean.size(), sigma, draw);
      for (int i = 1; i < errors.length; i++) {
        errors[i] = part * errors[i - 1] + Math.sqrt(1 - part * part) * errors[i];
      }
      return errors;
    };
  }

  /** Some readings far off, all to the same side. */
  static Errors outliers(int number) {
    return (clean, sigma, draw) -> {
      double[] errors = noise(clean.size(), sigma, draw);
      double off = draw.sign() * OUTLIER * sigma;
      for (int k = 0; k < number; k++) {
        errors[draw.below(errors.length)] += off;
      }
      return errors;
    };
  }

  /** The same with normal noise. */
  private static Errors added(Errors further) {
    return (clean, sigma, draw) -> {
      double[] errors = noise(clean.size(), sigma, draw);
      double[] more = further.of(clean, sigma, draw);
      for (int i = 0; i < errors.length; i++) {
        errors[i] += more[i];
      }
      return errors;
    };
  }

  private static double[] noise(int n, double sigma, Draw draw) {
    double[] errors = new double[n];
    for (int i = 0; i < n; i++) {
      errors[i] = sigma * draw.normal();
    }
    return errors;
  }
}
