package tlsfit.model;

/**
 * Passage of one two-level system through resonance in the frame rotating with the drive: Bloch
 * equations with relaxation, T2 = 2 T1, and the counter-rotating response beside them. Nothing of
 * Landau-Zener theory is used.
 *
 * <p>In units of ω0, a system with x = Δ0/E0 and c = |cos θ| has the energy E = √(y² + x²), where y
 * = c t/W² is its asymmetry and W = ω0/√v0. Its Bloch vector turns about B = (κ/E, 0, E − 1), κ = c
 * x ζ, and relaxes towards (0, 0, 1), the ground state:
 *
 * <pre>
 *   ds/dt = B × s − (x² E/T10) (s_x/2, s_y/2, s_z − 1)
 *   I = ∫ dy { s_x/(κE) + s_z/(E²(E+1)) }
 * </pre>
 *
 * <p>Only about the resonance, |E − 1| &lt; δ, is this stepped through. Elsewhere s follows B, to
 * first order in dB/dt, and its length m the rate equation that is left; what is perpendicular to B
 * precesses and adds the end values of a partial integration. Between the crossings it is kept by
 * the share exp(−(Φ/Φ₀)⁴), Φ being the phase it gathers between them: the crossings of slow systems
 * near x = 1 overlap and are one; those that are apart interfere with a phase of which the ensemble
 * has no memory. The share is smooth so that an integral over x is easy.
 */
final class RotatingPassage {
  /** Φ₀ from which on K no longer depends on it, within 1e-4 [rad]. */
  static final double COHERENCE = 10;

  /** Half width δ of the window, in units of the energy swept in the time of a crossing. */
  private static final double WINDOW = 10;

  /** Largest angle of a step [rad]. */
  private static final double ANGLE = 0.15;

  /** Largest step about the resonance in units of the time a crossing takes. */
  private static final double FRACTION = 0.1;

  /** Largest step away from it in units of the distance to it. */
  private static final double GROWTH = 0.2;

  /** Beyond it the system answers as 2m/E³. */
  private static final double FAR = 200;

  private static final double ROOT = Math.sqrt(15);

  // Gauss's rule of three points on [0, 1], and its integrals from 0 to each of them
  private static final double[] GAUSS = {0.5 - ROOT / 10, 0.5, 0.5 + ROOT / 10};
  private static final double[] WEIGHTS = {5 / 18.0, 4 / 9.0, 5 / 18.0};
  private static final double[][] COLLOCATION = {
    {5 / 36.0, 2 / 9.0 - ROOT / 15, 5 / 36.0 - ROOT / 30},
    {5 / 36.0 + ROOT / 24, 2 / 9.0, 5 / 36.0 - ROOT / 24},
    {5 / 36.0 + ROOT / 30, 2 / 9.0 + ROOT / 15, 5 / 36.0}
  };

  private final double rate; // dt/dy
  private final double kappa;
  private final double squared; // x²
  private final double root; // √|1 − x²|
  private final boolean crosses;
  private final double beta; // relaxation x² E β per unit of y
  private final double kept;

  // about the resonance: s and the integral; their derivatives
  private final double[] state = new double[4];
  private final double[][] slopes = new double[4][4];
  private final double[] trial = new double[4];

  // away from it: the length along B, what is perpendicular to it, and its phase
  private double length = 1; // m
  private double inPlane;
  private double outOfPlane;
  private double phase;

  private double integral;

  // of the field at the last y asked for
  private double energy;
  private double field;
  private double cos;
  private double sin;
  private double turning; // dα/dt over |B|

  /**
   * A passage.
   *
   * @param w W = ω0/√v0 [1]
   * @param zeta ζ = Ω_R0/ω0 [1]
   * @param eta η = ω0/(v0 T10) [1]
   * @param c |cos θ|
   * @param q u = √(1 − x²) of a system that crosses; −√(x² − 1) of one that does not
   * @param coherence Φ₀ [rad]; infinite to keep all (then η must be 0)
   */
  RotatingPassage(double w, double zeta, double eta, double c, double q, double coherence) {
    this.rate = w * w / c;
    this.crosses = q > 0;
    this.root = Math.abs(q);
    double x = ratio(q);
    this.squared = x * x;
    this.kappa = c * x * zeta;
    this.beta = eta / c;
    double gathered = rate * (root - squared * Math.log((1 + root) / x)); // Φ
    this.kept = crosses ? Math.exp(-Math.pow(gathered / coherence, 4)) : 1;
  }

  /** (I − I₀)/4, I₀ being the integral for the ground state without the drive [1]. */
  double response() {
    double speed = crosses ? root : 0;
    double swept = Math.max(Math.sqrt(speed / rate), Math.pow(rate, -2 / 3.0));
    double window = WINDOW * swept + kappa;
    double step = FRACTION * Math.min(1 / Math.sqrt(speed * rate), Math.pow(rate, -1 / 3.0));
    double outer = Math.sqrt(Math.max(0, (1 + window) * (1 + window) - squared));
    double inner = window < 1 ? Math.sqrt(Math.max(0, (1 - window) * (1 - window) - squared)) : 0;
    integral = beyond();
    follow(-FAR, -outer);
    enter(-outer, 1);
    resonance(-outer, -inner, step);
    leave(-inner, inner > 0 ? 1 : 1 - kept);
    phase = 0;
    follow(-inner, inner);
    turn();
    enter(inner, inner > 0 ? kept : 0);
    resonance(inner, outer, step);
    leave(outer, 1);
    follow(outer, FAR);
    integral += length * beyond();
    return 0.25 * (integral - undriven(crosses ? root : -root));
  }

  /** The length m along B at the end: 1 in the ground state. */
  double length() {
    return length;
  }

  /** ∫ 2 dy/E³ from the far end on; what is left out is of the order FAR⁻⁴. */
  private double beyond() {
    double e = Math.hypot(FAR, Math.sqrt(squared));
    return 2 / (e * (e + FAR));
  }

  /**
   * I₀, principal value of ∫ 2 dy/(E(E²−1)) [1].
   *
   * @param q as for a passage
   */
  static double undriven(double q) {
    double root = Math.abs(q);
    double x = ratio(q);
    if (q > 0) {
      return -4 / root * Math.log((1 + root) / x);
    }
    return 4 / root * (Math.atan((x + 1) / root) - Math.atan(root / (x + 1)));
  }

  /**
   * x = Δ0/E0 [1].
   *
   * @param q as for a passage
   */
  static double ratio(double q) {
    return q > 0 ? Math.sqrt((1 - q) * (1 + q)) : Math.hypot(1, q);
  }

  private void at(double y) {
    energy = Math.sqrt(squared + y * y);
    double across = kappa / energy;
    double along = energy - 1;
    field = Math.sqrt(across * across + along * along);
    sin = across / field;
    cos = along / field;
    turning = -sin * y * (2 * energy - 1) / (energy * energy * field * field * rate);
  }

  /** What a perpendicular part b has added, or will add, to the integral while it dephases. */
  private double dephasing(double b) {
    double weight = cos / (kappa * energy) - sin / (energy * energy * (energy + 1));
    return weight * b / (field * rate);
  }

  private void enter(double y, double share) {
    at(y);
    integral += share * dephasing(outOfPlane);
    state[0] = length * sin + inPlane * cos;
    state[1] = outOfPlane - length * turning;
    state[2] = length * cos - inPlane * sin;
    state[3] = 0;
  }

  private void leave(double y, double dropped) {
    at(y);
    integral += state[3];
    length = state[0] * sin + state[2] * cos;
    inPlane = state[0] * cos - state[2] * sin;
    outOfPlane = state[1] + length * turning;
    integral -= dropped * dephasing(outOfPlane);
  }

  private void turn() {
    double a = kept * inPlane;
    double b = kept * outOfPlane;
    inPlane = a * Math.cos(phase) - b * Math.sin(phase);
    outOfPlane = a * Math.sin(phase) + b * Math.cos(phase);
  }

  /** Along B: dm/dy = β x² E [cos α − (cos²α + ½ sin²α) m]. */
  private void follow(double from, double to) {
    double y = from;
    while (y < to) {
      double distance = crosses ? Math.abs(Math.abs(y) - root) : Math.hypot(y, root);
      double step = GROWTH * Math.min(distance, Math.sqrt(squared + y * y));
      at(y);
      if (beta > 0 && Math.abs(length - settled()) > 1e-7) {
        step = Math.min(step, 0.5 / relaxation());
      }
      step = Math.min(step, to - y);
      at(y + 0.5 * step);
      double settled = settled();
      double[] decays = decays(y, step);
      for (int k = 0; k < 3; k++) {
        at(y + GAUSS[k] * step);
        double m = settled + (length - settled) * Math.exp(-decays[k]);
        double response = 1 / field + cos / (energy + 1);
        integral += WEIGHTS[k] * step * m * response / (energy * energy);
        phase += WEIGHTS[k] * step * rate * field;
      }
      length = settled + (length - settled) * Math.exp(-decays[3]);
      y = to - y <= step ? to : y + step;
    }
  }

  /** ∫ of the relaxation from y to the Gauss points of a step and to its end. */
  private double[] decays(double y, double step) {
    double[] result = new double[4];
    if (beta > 0) {
      for (int k = 0; k < 3; k++) {
        at(y + GAUSS[k] * step);
        double part = step * relaxation();
        for (int i = 0; i < 3; i++) {
          result[i] += COLLOCATION[i][k] * part;
        }
        result[3] += WEIGHTS[k] * part;
      }
    }
    return result;
  }

  private double relaxation() {
    return beta * squared * energy * (cos * cos + 0.5 * sin * sin);
  }

  private double settled() {
    return beta > 0 ? cos / (cos * cos + 0.5 * sin * sin) : length;
  }

  /** Fourth-order Runge-Kutta steps. */
  private void resonance(double from, double to, double largest) {
    double y = from;
    while (y < to) {
      at(y);
      double nearest = field;
      at(Math.min(to, y + largest));
      double step =
          Math.min(
              Math.min(largest, ANGLE / (rate * Math.max(nearest, field))),
              Math.min(0.1 * energy, to - y));
      slope(y, state, slopes[0]);
      advance(0.5 * step, slopes[0]);
      slope(y + 0.5 * step, trial, slopes[1]);
      advance(0.5 * step, slopes[1]);
      slope(y + 0.5 * step, trial, slopes[2]);
      advance(step, slopes[2]);
      slope(y + step, trial, slopes[3]);
      for (int i = 0; i < 4; i++) {
        state[i] += step / 6 * (slopes[0][i] + 2 * (slopes[1][i] + slopes[2][i]) + slopes[3][i]);
      }
      y = to - y <= step ? to : y + step;
    }
  }

  private void advance(double step, double[] slope) {
    for (int i = 0; i < 3; i++) {
      trial[i] = state[i] + step * slope[i];
    }
  }

  private void slope(double y, double[] s, double[] result) {
    double e = Math.sqrt(squared + y * y);
    double across = kappa / e;
    double along = e - 1;
    double decay = beta * squared * e;
    result[0] = -rate * along * s[1] - 0.5 * decay * s[0];
    result[1] = rate * (along * s[0] - across * s[2]) - 0.5 * decay * s[1];
    result[2] = rate * across * s[1] + decay * (1 - s[2]);
    result[3] = s[0] / (kappa * e) + s[2] / (e * e * (e + 1));
  }
}
