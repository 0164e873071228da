package tlsfit.curve;

import java.util.List;
import tlsfit.model.LandauZenerIntegral;

/** S(ξ, η) with ∂S/∂ln ξ and ∂S/∂ln η, for whoever wants to check the integral. */
public final class IntegralAtPoints implements PointFunction {
  private final LandauZenerIntegral integral;

  /**
   * Makes the function.
   *
   * @param integral the evaluation of S to show
   */
  public IntegralAtPoints(LandauZenerIntegral integral) {
    this.integral = integral;
  }

  @Override
  public List<String> arguments() {
    return List.of("xi", "eta");
  }

  @Override
  public List<String> results() {
    return List.of("S", "dS_dlnxi", "dS_dlneta");
  }

  @Override
  public double[] at(double[] point) {
    double[] s = new double[3];
    integral.evaluate(point[0], point[1], s);
    return new double[] {
      s[LandauZenerIntegral.VALUE],
      s[LandauZenerIntegral.BY_LN_XI],
      point[1] * s[LandauZenerIntegral.BY_ETA]
    };
  }
}
