package tlsfit.model;

/**
 * The scale of a parameter on which the errors of its estimates are nearly normal: covariances,
 * intervals and profiles are made of scaled values (Seber and Wild, Nonlinear Regression, 1989,
 * section 5.1, on transforming parameters).
 */
public enum Scale {
  /** The natural logarithm of a positive value. */
  LOG(Double.NEGATIVE_INFINITY) {
    @Override
    public double scaled(double value) {
      return value <= 0 ? Double.NEGATIVE_INFINITY : Math.log(value);
    }

    @Override
    public double value(double scaled) {
      return Math.exp(scaled);
    }

    @Override
    public double derivative(double value) {
      return value;
    }

    @Override
    public String unit(String unit) {
      return "1";
    }

    @Override
    double largeChange(double scaled, double other) {
      return 1;
    }
  },

  /** The rate 1/τ of a time τ; a rate of 0 is an infinite time. */
  RATE(0) {
    @Override
    public double scaled(double value) {
      return value <= 0 ? Double.POSITIVE_INFINITY : 1 / value;
    }

    @Override
    public double value(double scaled) {
      return scaled > 0 ? 1 / scaled : Double.POSITIVE_INFINITY;
    }

    @Override
    public double derivative(double value) {
      return -value * value;
    }

    @Override
    public boolean increasing() {
      return false;
    }

    @Override
    public String unit(String unit) {
      return "1/" + unit;
    }

    @Override
    boolean keepsScaled() {
      return true;
    }

    @Override
    double largeChange(double scaled, double other) {
      return scaled;
    }
  },

  /** The value itself. */
  LINEAR(Double.NEGATIVE_INFINITY) {
    @Override
    public double scaled(double value) {
      return value;
    }

    @Override
    public double value(double scaled) {
      return scaled;
    }

    @Override
    public double derivative(double value) {
      return 1;
    }

    @Override
    public String unit(String unit) {
      return unit;
    }

    @Override
    double largeChange(double scaled, double other) {
      return other;
    }
  };

  private final double lowest;

  Scale(double lowest) {
    this.lowest = lowest;
  }

  /**
   * The scaled value of a value.
   *
   * @param value in the parameter's SI unit; of a logarithm and a rate 0 and below are the end of
   *     the scale
   */
  public abstract double scaled(double value);

  /**
   * The value of a scaled value; an infinite time for a rate of 0 or below.
   *
   * @return in the parameter's SI unit
   */
  public abstract double value(double scaled);

  /**
   * Derivative of the value by its scaled value.
   *
   * @param value where, in the parameter's SI unit
   */
  public abstract double derivative(double value);

  /**
   * The unit of a scaled value; "1" where it is a pure number.
   *
   * @param unit SI unit of the value
   */
  public abstract String unit(String unit);

  /**
   * The change of a scaled value that is a large one: 1 of a logarithm, all of a rate.
   *
   * @param scaled the scaled value
   * @param other the change where the scale itself knows none
   */
  abstract double largeChange(double scaled, double other);

  /** Whether to keep the scaled value, since infinity is an ordinary value: no relaxation. */
  boolean keepsScaled() {
    return false;
  }

  /** Whether the value grows with its scaled value: a time falls as its rate grows. */
  public boolean increasing() {
    return true;
  }

  /** The least scaled value there is: a rate of 0, else minus infinity. */
  public double lowest() {
    return lowest;
  }
}
