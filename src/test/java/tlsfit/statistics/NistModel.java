package tlsfit.statistics;

/**
 * The models of the NIST StRD problems of nonlinear regression, with exact derivatives.
 *
 * <p>The formulas are those of the problems' descriptions,
 * https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml; b[0] is their b1.
 */
@SuppressWarnings("ImmutableEnumChecker") // the formulas are lambdas that capture nothing
enum NistModel {
  /** b1 (1 − exp(−b2 x)): Misra1a, BoxBOD. */
  EXPONENTIAL_RISE(
      (b, x) -> {
        double rise = -Math.expm1(-b[1] * x[0]);
        return values(b[0] * rise, rise, b[0] * x[0] * Math.exp(-b[1] * x[0]));
      }),

  /** b1 (1 − (1 + b2 x/2)⁻²): Misra1b. */
  MISRA_B(
      (b, x) -> {
        double z = b[1] * x[0] / 2;
        double rise = z * (2 + z) / Math.pow(1 + z, 2);
        return values(b[0] * rise, rise, b[0] * x[0] / Math.pow(1 + z, 3));
      }),

  /** b1 (1 − (1 + 2 b2 x)^−1/2): Misra1c. */
  MISRA_C(
      (b, x) -> {
        double z = 2 * b[1] * x[0];
        double root = Math.sqrt(1 + z);
        double rise = z / (root * (1 + root));
        return values(b[0] * rise, rise, b[0] * x[0] / Math.pow(root, 3));
      }),

  /** b1 b2 x/(1 + b2 x): Misra1d. */
  MISRA_D(
      (b, x) -> {
        double z = b[1] * x[0];
        return values(b[0] * z / (1 + z), z / (1 + z), b[0] * x[0] / Math.pow(1 + z, 2));
      }),

  /** exp(−b1 x)/(b2 + b3 x): Chwirut1, Chwirut2. */
  CHWIRUT(
      (b, x) -> {
        double divisor = b[1] + b[2] * x[0];
        double y = Math.exp(-b[0] * x[0]) / divisor;
        return values(y, -x[0] * y, -y / divisor, -x[0] * y / divisor);
      }),

  /** b1 exp(−b2 x) + b3 exp(−b4 x) + b5 exp(−b6 x): Lanczos1 to 3. */
  EXPONENTIALS(
      (b, x) -> {
        double first = Math.exp(-b[1] * x[0]);
        double second = Math.exp(-b[3] * x[0]);
        double third = Math.exp(-b[5] * x[0]);
        return values(
            b[0] * first + b[2] * second + b[4] * third,
            first,
            -b[0] * x[0] * first,
            second,
            -b[2] * x[0] * second,
            third,
            -b[4] * x[0] * third);
      }),

  /** b1 exp(−b2 x) + b3 exp(−(x − b4)²/b5²) + b6 exp(−(x − b7)²/b8²): Gauss1 to 3. */
  PEAKS(
      (b, x) -> {
        double fall = Math.exp(-b[1] * x[0]);
        double u = (x[0] - b[3]) / b[4];
        double first = Math.exp(-u * u);
        double v = (x[0] - b[6]) / b[7];
        double second = Math.exp(-v * v);
        return values(
            b[0] * fall + b[2] * first + b[5] * second,
            fall,
            -b[0] * x[0] * fall,
            first,
            b[2] * first * 2 * u / b[4],
            b[2] * first * 2 * u * u / b[4],
            second,
            b[5] * second * 2 * v / b[7],
            b[5] * second * 2 * v * v / b[7]);
      }),

  /** b1 x^b2: DanWood. */
  POWER(
      (b, x) -> {
        double power = Math.pow(x[0], b[1]);
        return values(b[0] * power, power, b[0] * power * Math.log(x[0]));
      }),

  /**
   * (b1 + b2 x + …)/(1 + b_k x + …), numerator and denominator of the same degree: Kirby2 (2),
   * Hahn1, Thurber (3).
   */
  RATIONAL(
      (b, x) -> {
        int degree = (b.length - 1) / 2;
        double numerator = b[0];
        double denominator = 1;
        for (int k = 1; k <= degree; k++) {
          numerator += b[k] * Math.pow(x[0], k);
          denominator += b[degree + k] * Math.pow(x[0], k);
        }
        double[] values = new double[b.length + 1];
        values[0] = numerator / denominator;
        values[1] = 1 / denominator;
        for (int k = 1; k <= degree; k++) {
          values[k + 1] = Math.pow(x[0], k) / denominator;
          values[degree + k + 1] = -Math.pow(x[0], k) * numerator / (denominator * denominator);
        }
        return values;
      }),

  /** b1 − b2 x1 exp(−b3 x2), for ln y: Nelson. */
  NELSON(
      (b, x) -> {
        double rate = x[0] * Math.exp(-b[2] * x[1]);
        return values(b[0] - b[1] * rate, 1, -rate, b[1] * rate * x[1]);
      }) {
    @Override
    double response(double y) {
      return Math.log(y);
    }
  },

  /** b1 + b2 exp(−b4 x) + b3 exp(−b5 x): MGH17. */
  EXPONENTIALS_ON_CONSTANT(
      (b, x) -> {
        double first = Math.exp(-b[3] * x[0]);
        double second = Math.exp(-b[4] * x[0]);
        return values(
            b[0] + b[1] * first + b[2] * second,
            1,
            first,
            second,
            -b[1] * x[0] * first,
            -b[2] * x[0] * second);
      }),

  /** b1 − b2 x − arctan(b3/(x − b4))/π: Roszman1. */
  ROSZMAN(
      (b, x) -> {
        double u = x[0] - b[3];
        double square = Math.PI * (u * u + b[2] * b[2]);
        return values(
            b[0] - b[1] * x[0] - Math.atan(b[2] / u) / Math.PI,
            1,
            -x[0],
            -u / square,
            -b[2] / square);
      }),

  /** b1 and three cosines with sines, of the periods 12, b4 and b7: ENSO. */
  CYCLES(
      (b, x) -> {
        double year = 2 * Math.PI * x[0] / 12;
        double first = 2 * Math.PI * x[0] / b[3];
        double second = 2 * Math.PI * x[0] / b[6];
        return values(
            b[0]
                + (b[1] * Math.cos(year) + b[2] * Math.sin(year))
                + (b[4] * Math.cos(first) + b[5] * Math.sin(first))
                + (b[7] * Math.cos(second) + b[8] * Math.sin(second)),
            1,
            Math.cos(year),
            Math.sin(year),
            (b[4] * Math.sin(first) - b[5] * Math.cos(first)) * first / b[3],
            Math.cos(first),
            Math.sin(first),
            (b[7] * Math.sin(second) - b[8] * Math.cos(second)) * second / b[6],
            Math.cos(second),
            Math.sin(second));
      }),

  /** b1 (x² + b2 x)/(x² + b3 x + b4): MGH09. */
  KOWALIK_OSBORNE(
      (b, x) -> {
        double numerator = x[0] * (x[0] + b[1]);
        double divisor = x[0] * (x[0] + b[2]) + b[3];
        double y = b[0] * numerator / divisor;
        return values(
            y, numerator / divisor, b[0] * x[0] / divisor, -y * x[0] / divisor, -y / divisor);
      }),

  /** b1 exp(b2/(x + b3)): MGH10. */
  MEYER(
      (b, x) -> {
        double u = x[0] + b[2];
        double growth = Math.exp(b[1] / u);
        return values(b[0] * growth, growth, b[0] * growth / u, -b[0] * growth * b[1] / (u * u));
      }),

  /** b1/(1 + exp(b2 − b3 x)): Rat42. */
  LOGISTIC(
      (b, x) -> {
        double e = Math.exp(b[1] - b[2] * x[0]);
        double y = b[0] / (1 + e);
        return values(y, 1 / (1 + e), -y * e / (1 + e), y * x[0] * e / (1 + e));
      }),

  /** b1/(1 + exp(b2 − b3 x))^(1/b4): Rat43. */
  RICHARDS(
      (b, x) -> {
        double e = Math.exp(b[1] - b[2] * x[0]);
        double share = Math.pow(1 + e, -1 / b[3]);
        double y = b[0] * share;
        double slope = y * e / (1 + e) / b[3];
        return values(y, share, -slope, slope * x[0], y * Math.log1p(e) / (b[3] * b[3]));
      }),

  /** (b1/b2) exp(−((x − b3)/b2)²/2): Eckerle4. */
  PEAK(
      (b, x) -> {
        double u = (x[0] - b[2]) / b[1];
        double peak = Math.exp(-u * u / 2) / b[1];
        return values(b[0] * peak, peak, b[0] * peak * (u * u - 1) / b[1], b[0] * peak * u / b[1]);
      }),

  /** b1 (b2 + x)^(−1/b3): Bennett5. */
  BENNETT(
      (b, x) -> {
        double u = b[1] + x[0];
        double power = Math.pow(u, -1 / b[2]);
        return values(
            b[0] * power,
            power,
            -b[0] * power / (b[2] * u),
            b[0] * power * Math.log(u) / (b[2] * b[2]));
      });

  /** The value of a model, followed by its derivatives by b1, b2, … */
  private interface Formula {
    double[] at(double[] b, double[] x);
  }

  private final Formula formula;

  NistModel(Formula formula) {
    this.formula = formula;
  }

  /** The value for parameters b at x, followed by its derivatives by b1, b2, … */
  double[] at(double[] b, double[] x) {
    return formula.at(b, x);
  }

  /** What the model describes, of an observed y. */
  double response(double y) {
    return y;
  }

  private static double[] values(double... values) {
    return values;
  }
}
