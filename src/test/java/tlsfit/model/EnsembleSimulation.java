package tlsfit.model;

import java.util.Locale;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * K by following every two-level system of the ensemble through its whole sweep, to compare the
 * closed form of {@link LzModel} with. Nothing of Landau-Zener theory is used.
 *
 * <p>In units of ω0, a system with x = Δ0/E0 and c = |cos θ| has the energy E = √(y² + x²), where y
 * = c t/W² is its asymmetry and W = ω0/√v0. In the frame rotating with the drive its Bloch vector
 * turns about B = (κ/E, 0, E − 1), κ = c x ζ: ds/dt = B × s. It comes from y = −∞ in its ground
 * state, along B. Half way, at y = 0, and at the end the coherence, that is the part of s
 * perpendicular to B, is dropped: the two crossings do not interfere. The ensemble, uniform in Δ
 * and in ln Δ0, is its time average, so that
 *
 * <pre>
 *   K = ∫₀¹ c² dc ∫₀¹ du { u/(4κ) ∫ dy s_x/E − (u/2) Π(u) },   u = √(1−x²)
 * </pre>
 *
 * <p>where Π is the response of the undriven ground state, to which the frequency refers. With
 * relaxation, s_z returns to 1 at the rate x² E/T10, that is x² E η/c per unit of y, and s_x and
 * s_y decay at half of it. Deterministic; {@link #main} takes a few minutes on one processor.
 */
final class EnsembleSimulation {
  /** Largest angle of a step [rad]. */
  private static final double ANGLE = 0.3;

  /** Largest step in units of the time a crossing, or the passage of the minimum, takes. */
  private static final double FRACTION = 0.07;

  /** Where the numerical integration over y begins and ends. */
  private static final double END = 2;

  private final double sweep; // W²
  private final double zeta;
  private final double eta;

  private final double[] state = new double[3];
  private double integral;

  private EnsembleSimulation(double w, double rabiOverRootSweep, double eta) {
    this.sweep = w * w;
    this.zeta = rabiOverRootSweep / w;
    this.eta = eta;
  }

  /**
   * K.
   *
   * @param w ω0/√v0 [1]
   * @param rabiOverRootSweep Ω_R0/√v0 [1]
   * @param eta η [1]
   * @param orientations number of Gauss-Legendre points in c
   * @param step of the trapezoidal rule in s, u = 1/(1 + e^−s)
   */
  static double shift(
      double w, double rabiOverRootSweep, double eta, int orientations, double step) {
    EnsembleSimulation simulation = new EnsembleSimulation(w, rabiOverRootSweep, eta);
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(orientations, 0, 1);
    double sum = 0;
    for (int k = 0; k < orientations; k++) {
      double c = rule.getPoint(k);
      for (int i = (int) Math.ceil(-9 / step); i * step <= 14; i++) {
        double s = i * step;
        double u = 1 / (1 + Math.exp(-s));
        double below = 1 / (1 + Math.exp(s));
        double x = Math.sqrt(below * (1 + u));
        sum += rule.getWeight(k) * c * c * step * u * below * simulation.bracket(c, u, x);
      }
    }
    return sum;
  }

  private double bracket(double c, double u, double x) {
    double kappa = c * x * zeta;
    double rate = sweep / c; // dt/dy
    double crossing = FRACTION * Math.min(1 / Math.sqrt(u * rate), Math.pow(rate, -1 / 3.0));
    alongField(kappa, x, -END, 1);
    integral = tail(kappa, x, c, 1, false);
    passage(kappa, x, c, rate, crossing, -END, 0);
    double middle = dropCoherence(kappa, x, rate, 0);
    alongField(kappa, x, 0, middle);
    passage(kappa, x, c, rate, crossing, 0, END);
    double last = dropCoherence(kappa, x, rate, END);
    integral += tail(kappa, x, c, last, true);
    double undriven = Math.log(x / (1 + u)) / u - Math.PI / (2 * x);
    return u / (4 * kappa) * integral - 0.5 * u * undriven;
  }

  private static double energy(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private void alongField(double kappa, double x, double y, double polarisation) {
    double e = energy(x, y);
    double norm = Math.hypot(kappa / e, e - 1);
    state[0] = polarisation * kappa / e / norm;
    state[1] = 0;
    state[2] = polarisation * (e - 1) / norm;
  }

  /**
   * The part of s along B. What the dropped part would still have added to the integral while it
   * dephased is, to first order, its value at the end of a partial integration.
   */
  private double dropCoherence(double kappa, double x, double rate, double y) {
    double e = energy(x, y);
    double field = Math.hypot(kappa / e, e - 1);
    integral -= state[1] * (e - 1) / (field * field) / e / rate;
    return (state[0] * kappa / e + state[2] * (e - 1)) / field;
  }

  /** ∫ s_x/E dy beyond the end, where the system stays along B up to relaxation. */
  private double tail(double kappa, double x, double c, double polarisation, boolean relaxes) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(40, 0, 1 / END);
    double endEnergy = energy(x, END);
    return rule.integrate(
        v -> {
          double y = 1 / v;
          double e = energy(x, y);
          // ∫ E dy = [y E + x² ln(y + E)]/2
          double lost =
              0.5 * (y * e - END * endEnergy + x * x * Math.log((y + e) / (END + endEnergy)));
          double remains =
              relaxes ? 1 - (1 - polarisation) * Math.exp(-eta / c * x * x * lost) : polarisation;
          return remains * kappa / (e * e * Math.hypot(kappa / e, e - 1)) * y * y;
        });
  }

  /** Fourth-order Magnus steps from y to the end; adds ∫ s_x/E dy. */
  private void passage(
      double kappa, double x, double c, double rate, double crossing, double from, double to) {
    double offset = Math.sqrt(3) / 6;
    double y = from;
    while (y < to) {
      double e = energy(x, y);
      double field = Math.hypot(kappa / e, e - 1);
      double step = Math.min(Math.min(ANGLE / (rate * field), crossing), 0.1 * e);
      if (eta > 0) {
        step = Math.min(step, 0.3 * c / (eta * x * x * e));
      }
      step = Math.min(step, to - y);
      double f0 = state[0] / e;
      double slope0 = slope(e, y, rate);
      double e1 = energy(x, y + (0.5 - offset) * step);
      double e2 = energy(x, y + (0.5 + offset) * step);
      double h = rate * step;
      double decay = eta > 0 ? 0.5 * eta / c * x * x * 0.5 * (e1 + e2) * step : 0;
      relax(0.5 * decay);
      // B₁ × B₂ has a component along y alone
      double cross = (e1 - 1) * kappa / e2 - kappa / e1 * (e2 - 1);
      rotate(
          0.5 * h * (kappa / e1 + kappa / e2),
          -Math.sqrt(3) / 12 * h * h * cross,
          0.5 * h * (e1 - 1 + e2 - 1));
      relax(0.5 * decay);
      y = to - y <= step ? to : y + step;
      e = energy(x, y);
      // the trapezoidal rule with its end correction, of fourth order
      integral +=
          0.5 * step * (f0 + state[0] / e) + step * step / 12 * (slope0 - slope(e, y, rate));
    }
  }

  /** d(s_x/E)/dy, without the relaxation. */
  private double slope(double e, double y, double rate) {
    return -rate * (e - 1) * state[1] / e - state[0] * y / (e * e * e);
  }

  private void relax(double half) {
    if (half > 0) {
      double decay = Math.exp(-half);
      state[0] *= decay;
      state[1] *= decay;
      state[2] = 1 - (1 - state[2]) * decay * decay;
    }
  }

  private void rotate(double bx, double by, double bz) {
    double angle = Math.sqrt(bx * bx + by * by + bz * bz);
    double sin = angle > 0 ? Math.sin(angle) / angle : 1;
    double half = 0.5 * angle;
    double versine = angle > 0 ? 0.5 * Math.pow(Math.sin(half) / half, 2) : 0.5;
    double sx = state[0];
    double sy = state[1];
    double sz = state[2];
    double cx = by * sz - bz * sy;
    double cy = bz * sx - bx * sz;
    double cz = bx * sy - by * sx;
    state[0] = sx + sin * cx + versine * (by * cz - bz * cy);
    state[1] = sy + sin * cy + versine * (bz * cx - bx * cz);
    state[2] = sz + sin * cz + versine * (bx * cy - by * cx);
  }

  /**
   * Prints K simulated and K of model lz at ω0/√v0, Ω_R0/√v0 and η, three arguments a point;
   * without arguments at the points of theory-lz.md.
   */
  public static void main(String[] args) {
    double[] points = {
      30, 0.3, 0, 30, 1, 0, 30, 2, 0, 30, 6, 0, 99.3459, 0.1, 0, 99.3459, 0.3, 0, 99.3459, 1, 0,
      99.3459, 3, 0, 99.3459, 6, 0, 99.3459, 12, 0, 30, 2, 0.1, 30, 2, 1, 30, 2, 10
    };
    if (args.length > 0) {
      points = new double[args.length];
      for (int i = 0; i < args.length; i++) {
        points[i] = Double.parseDouble(args[i]);
      }
    }
    LzModel model =
        new LzModel(
            new QuadratureIntegral(), new QuadratureConstant(), new QuadratureFiniteField());
    System.out.println("omega0/sqrt(v0) Omega_R0/sqrt(v0) eta K_simulated K_lz");
    for (int i = 0; i < points.length; i += 3) {
      double w = points[i];
      double simulated = shift(w, points[i + 1], points[i + 2], 12, 0.4);
      double lz = model.shift(points[i + 1], 1, w, points[i + 2] / w).value();
      System.out.printf(
          Locale.ROOT,
          "%8.4f %6.2f %6.2f %9.5f %9.5f%n",
          w,
          points[i + 1],
          points[i + 2],
          simulated,
          lz);
    }
  }
}
