package tlsfit.curve;

import java.util.List;
import tlsfit.model.FiniteFieldTerm;
import tlsfit.model.FollowingShare;
import tlsfit.model.LandauZenerConstant;
import tlsfit.model.LandauZenerIntegral;

/**
 * The terms of model {@code lz}, K = S ln(ω0/√v0) + C + F D, for whoever wants to check them. The
 * logarithm follows from the arguments: ω0/√v0 = √(2ξ/π)/ζ.
 */
public final class ResponseAtPoints implements PointFunction {
  private final LandauZenerIntegral integral;
  private final LandauZenerConstant constant;
  private final FiniteFieldTerm finiteField;

  /**
   * Makes the function.
   *
   * @param integral the evaluation of S to show
   * @param constant the evaluation of Λ = C/S to show
   * @param finiteField the evaluation of D to show
   */
  public ResponseAtPoints(
      LandauZenerIntegral integral, LandauZenerConstant constant, FiniteFieldTerm finiteField) {
    this.integral = integral;
    this.constant = constant;
    this.finiteField = finiteField;
  }

  @Override
  public List<String> arguments() {
    return List.of("xi", "eta", "zeta");
  }

  @Override
  public List<String> results() {
    return List.of("S", "C", "F", "D", "K");
  }

  @Override
  public double[] at(double[] point) {
    double xi = point[0];
    double zeta = point[2];
    double[] out = new double[3];
    integral.evaluate(xi, point[1], out);
    double s = out[LandauZenerIntegral.VALUE];
    constant.evaluate(xi, point[1], out);
    double c = s * out[LandauZenerConstant.VALUE];
    finiteField.evaluate(zeta, point[1], out);
    double d = out[FiniteFieldTerm.VALUE];
    // S vanishes faster than any logarithm grows
    double leading = s == 0 ? 0 : s * (0.5 * Math.log(2 * xi / Math.PI) - Math.log(zeta));
    double f = FollowingShare.at(xi).value();
    return new double[] {s, c, f, d, leading + c + f * d};
  }
}
