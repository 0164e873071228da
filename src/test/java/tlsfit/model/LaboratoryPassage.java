package tlsfit.model;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Passage of one two-level system through resonance in the laboratory frame: the Schrödinger
 * equation as it stands, no rotating frame, no relaxation.
 *
 * <p>In units of E0, and time in 1/ω0,
 *
 * <pre>
 *   H = ½ [(y + 2 c ζ cos(t + φ)) σ_z + x σ_x],   y = c t/W²
 * </pre>
 *
 * <p>from the ground state. The part of ⟨σ_z⟩ in phase with the drive,
 *
 * <pre>
 *   I = −2/(ζ x² W²) ∫ ⟨σ_z⟩ cos(t + φ) dt
 * </pre>
 *
 * <p>is I of {@link RotatingPassage}: per unit of y the ground state away from resonance has
 * 2/(E(E²−1)). The drive is on where E &lt; E₁; it, and the weight of ⟨σ_z⟩, go to zero smoothly
 * between E₁ and E₂, and beyond, before and after, the system is taken to answer by its population
 * difference. With E₂ &lt; 2 there is no two-photon crossing.
 */
final class LaboratoryPassage {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(30, 0, 1);

  /** Gauss points of a step, from its middle. */
  private static final double OFFSET = Math.sqrt(3) / 6;

  private final double q;
  private final double x;
  private final double sweep; // dy/dt
  private final double drive; // 2 c ζ
  private final double scale; // of the integral of ⟨σ_z⟩ cos
  private final double phase;
  private final double on; // E₁
  private final double off; // E₂

  // ⟨up|ψ⟩ and ⟨down|ψ⟩, real and imaginary
  private double upRe;
  private double upIm;
  private double downRe;
  private double downIm;

  private double population;

  /**
   * A passage.
   *
   * @param w W = ω0/√v0 [1]
   * @param zeta ζ = Ω_R0/ω0 [1]
   * @param c |cos θ|
   * @param q u = √(1 − x²) of a system with x &lt; 1; −√(x² − 1) otherwise; x below {@code on}
   * @param phase φ [rad]
   * @param on E₁ [E0]
   * @param off E₂ [E0]
   */
  LaboratoryPassage(
      double w, double zeta, double c, double q, double phase, double on, double off) {
    this.q = q;
    this.x = RotatingPassage.ratio(q);
    this.sweep = c / (w * w);
    this.drive = 2 * c * zeta;
    this.scale = -2 / (zeta * x * x * w * w);
    this.phase = phase;
    this.on = on;
    this.off = off;
  }

  /**
   * I/4 less that of the ground state [1].
   *
   * @param steps fourth-order Magnus steps a period of the drive
   */
  double response(int steps) {
    double seen = scale * passage(steps);
    double outside = (1 + population) * beyond();
    return 0.25 * (seen + outside - RotatingPassage.undriven(q));
  }

  /** Population difference at the end: 1 in the ground state, −1 inverted. */
  double population() {
    return population;
  }

  /** ∫ (1 − g²) 2 dy/(E(E²−1)) over y &gt; 0. */
  private double beyond() {
    double near = 1 / on;
    double far = 1 / off;
    return beyond(x, off)
        + (near - far)
            * RULE.integrate(
                v -> {
                  double inverse = far + (near - far) * v;
                  double g = envelope(1 / inverse);
                  return (1 - g * g) * ground(x, inverse);
                });
  }

  /**
   * The ground state's ∫ 2 dy/(E(E²−1)) over y &gt; 0 from an energy on.
   *
   * @param x Δ0/E0, below {@code energy}
   * @param energy above 1 [E0]
   */
  static double beyond(double x, double energy) {
    return RULE.integrate(v -> ground(x, v / energy)) / energy;
  }

  /** 2/(E(E²−1)) dy per unit of 1/E. */
  private static double ground(double x, double inverse) {
    return 2 * inverse / ((1 - inverse * inverse) * Math.sqrt(1 - x * x * inverse * inverse));
  }

  private double envelope(double e) {
    double v = Math.min(1, Math.max(0, (off - e) / (off - on)));
    return v * v * v * (10 - v * (15 - 6 * v));
  }

  /** ∫ g ⟨σ_z⟩ cos(t + φ) dt by the trapezoidal rule, exact for what oscillates. */
  private double passage(int steps) {
    double h = 2 * Math.PI / steps;
    double end = Math.sqrt(off * off - x * x);
    int half = (int) Math.ceil(end / (sweep * h));
    double[] left = cosines(steps, h * (0.5 - OFFSET));
    double[] right = cosines(steps, h * (0.5 + OFFSET));
    double[] whole = cosines(steps, 0);
    double flat = Math.sqrt(on * on - x * x) - sweep * h;
    start(-half * h * sweep);
    double sum = 0;
    for (int k = -half; k < half; k++) {
      int j = Math.floorMod(k, steps);
      double y = k * h * sweep;
      double strength = drive;
      if (Math.abs(y) > flat) {
        double middle = y + 0.5 * h * sweep;
        strength *= envelope(Math.sqrt(x * x + middle * middle));
        sum += envelope(Math.sqrt(x * x + y * y)) * whole[j] * sigmaZ();
      } else {
        sum += whole[j] * sigmaZ();
      }
      double first = y + (0.5 - OFFSET) * h * sweep + strength * left[j];
      double second = y + (0.5 + OFFSET) * h * sweep + strength * right[j];
      turn(0.5 * h * x, OFFSET / 4 * h * h * x * (second - first), 0.25 * h * (first + second));
    }
    double y = half * h * sweep;
    double cross = 2 * (upRe * downRe + upIm * downIm); // ⟨σ_x⟩
    population = -(y * sigmaZ() + x * cross) / Math.sqrt(x * x + y * y);
    return h * sum;
  }

  private double[] cosines(int steps, double from) {
    double[] result = new double[steps];
    for (int j = 0; j < steps; j++) {
      result[j] = Math.cos(phase + from + 2 * Math.PI * j / steps);
    }
    return result;
  }

  /** Ground state of the undriven system. */
  private void start(double y) {
    double e = Math.sqrt(x * x + y * y);
    double cos = -y / e; // of ⟨σ⟩, which points against the field
    upRe = Math.sqrt(0.5 * (1 + cos));
    downRe = -Math.sqrt(0.5 * (1 - cos));
    upIm = 0;
    downIm = 0;
  }

  private double sigmaZ() {
    return upRe * upRe + upIm * upIm - downRe * downRe - downIm * downIm;
  }

  /** exp(−i (X σ_x + Y σ_y + Z σ_z)); the series are good to 1e-14 up to an angle of 1. */
  private void turn(double vx, double vy, double vz) {
    double square = vx * vx + vy * vy + vz * vz;
    double cos = 1 - square / 90 * (1 - square / 132 * (1 - square / 182));
    cos = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * cos)));
    double sin = 1 - square / 110 * (1 - square / 156);
    sin = 1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * sin)));
    double sx = sin * vx;
    double sy = sin * vy;
    double sz = sin * vz;
    double aRe = cos * upRe + sz * upIm + sx * downIm - sy * downRe;
    double aIm = cos * upIm - sz * upRe - sx * downRe - sy * downIm;
    double bRe = cos * downRe - sz * downIm + sx * upIm + sy * upRe;
    double bIm = cos * downIm + sz * downRe - sx * upRe + sy * upIm;
    upRe = aRe;
    upIm = aIm;
    downRe = bRe;
    downIm = bIm;
  }
}
