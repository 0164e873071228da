package tlsfit.model;

/**
 * The passage of a two-level system along the effective field, from far below to far above the
 * resonance, with relaxation; what it answers in phase with the drive,
 *
 * <pre>
 *   I = ∫ dy m {1/(E²|B|) + cos α/(E²(E+1))} = ∫ dσ m·2/((E+1)|B|),   |B| = √((E−1)² + (κ/E)²)
 *   dm/dσ = β x² E² [cos α − ½ (1 + cos²α) m],   m(−∞) = 1,   cos α = (E−1)/|B|
 * </pre>
 *
 * <p>with y = x sinh σ, E = x cosh σ. What is integrated is ν = (1−m)/β, which has a limit for β →
 * 0: ν′ = −½ β x² E² (1 + cos²α) ν + ½ x² E² (1 − cos α)².
 *
 * <p>The singularities beside the resonance lie at the distance of about κ/(u + √κ) from it; with
 * sinh e = φ sinh θ, e the distance from the resonance in σ and φ half of that, they come to lie
 * off the real axis of θ by at least π/4, and panels of equal length in θ converge geometrically.
 * Not for use by several threads at a time.
 */
final class Passage {
  /** Where e^−2σ no longer matters. */
  private static final double TAIL = 12;

  private static final double PANEL = 2;

  /** Nothing is lost yet, or any more. */
  private static final double NEGLIGIBLE = 1e-14;

  private static final int STAGES = RadauRule.stages();

  private final boolean derivatives;
  private final RadauRule rule = new RadauRule();
  private final double[] decay = new double[STAGES];
  private final double[] source = new double[STAGES];
  private final double[] sourceByLnDrive = new double[STAGES];
  private final double[] decayByLnDrive = new double[STAGES];
  private final double[] sine2 = new double[STAGES];
  private final double[] kernel = new double[STAGES];
  private final double[] lost = new double[STAGES];
  private final double[] lostByLnDrive = new double[STAGES];
  private final double[] lostByRate = new double[STAGES];
  private final double[] right = new double[STAGES];

  private boolean crossing;
  private double x;
  private double x2;
  private double offset; // u, or x − 1 where nothing crosses
  private double kappa;
  private double beta;
  private double phi;

  /** I without relaxation. */
  double unrelaxed;

  /** Its derivative by ln κ. */
  double unrelaxedByLnDrive;

  /** J = (I − I without relaxation)/β. */
  double relaxed;

  /** Its derivative by ln κ. */
  double relaxedByLnDrive;

  /** ∂I/∂β. */
  double byRate;

  /**
   * Makes the rule.
   *
   * @param derivatives whether those with relaxation, {@link #relaxedByLnDrive} and {@link
   *     #byRate}, are wanted
   */
  Passage(boolean derivatives) {
    this.derivatives = derivatives;
  }

  /**
   * A system that crosses the resonance, x &lt; 1.
   *
   * @param u √(1−x²) [1]
   * @param w 1 − u, without cancellation [1]
   * @param drive κ = c x ζ [1], positive
   * @param rate β = η/c [1], ≥ 0
   */
  void crossing(double u, double w, double drive, double rate) {
    crossing = true;
    x2 = w * (1 + u);
    x = Math.sqrt(x2);
    offset = u;
    double root = Math.sqrt(drive);
    start(drive, rate, Math.min(0.5 * drive / (u + root), 1));
    double far = asinh(Math.sinh(TAIL) / phi);
    double near = asinh(u / x / phi);
    side(-far, 0, -1);
    side(0, near, -1);
    side(-near, 0, 1);
    side(0, far, 1);
  }

  /**
   * A system that does not, x &gt; 1.
   *
   * @param s √(x²−1) [1]
   * @param drive κ = c x ζ [1], positive
   * @param rate β = η/c [1], ≥ 0
   */
  void missing(double s, double drive, double rate) {
    crossing = false;
    x2 = 1 + s * s;
    x = Math.sqrt(x2);
    offset = s * s / (1 + x);
    start(drive, rate, Math.min(0.5 * Math.sqrt((2 * offset + drive) / x), 1));
    double far = asinh(Math.sinh(TAIL) / phi);
    side(-far, 0, 0);
    side(0, far, 0);
  }

  private void start(double drive, double rate, double scale) {
    kappa = drive;
    beta = rate;
    phi = scale;
    unrelaxed = 0;
    unrelaxedByLnDrive = 0;
    relaxed = 0;
    relaxedByLnDrive = 0;
    byRate = 0;
    lost[STAGES - 1] = 0;
    lostByLnDrive[STAGES - 1] = 0;
    lostByRate[STAGES - 1] = 0;
  }

  private void side(double from, double to, int resonance) {
    int panels = (int) Math.ceil((to - from) / PANEL);
    double length = (to - from) / panels;
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < STAGES; i++) {
        node(from + (panel + RadauRule.POINT[i]) * length, resonance, i);
      }
      integrate(length);
    }
  }

  /** What is needed at a node, with dσ/dθ within. */
  private void node(double theta, int resonance, int i) {
    double grown = Math.exp(theta);
    double q = Math.abs(theta) < 0.1 ? phi * Math.sinh(theta) : 0.5 * phi * (grown - 1 / grown);
    double root = Math.sqrt(1 + q * q);
    double perTheta = 0.5 * phi * (grown + 1 / grown) / root;
    double energy;
    double detuning;
    if (!crossing) {
      energy = x * root;
      detuning = offset + x * q * q / (1 + root);
    } else {
      double outward = resonance * q; // positive where |σ| > τ
      if (outward >= 0) {
        energy = root + offset * outward;
        detuning = outward * (outward / (1 + root) + offset);
      } else {
        energy = (1 + x2 * q * q) / (root - offset * outward);
        detuning = outward > -1 ? outward * (outward / (1 + root) + offset) : energy - 1;
      }
    }
    double coupling = kappa / energy;
    double field = Math.sqrt(detuning * detuning + coupling * coupling);
    double cosine = detuning / field;
    double s2 = coupling / field * (coupling / field);
    double less = cosine > 0 ? s2 / (1 + cosine) : 1 - cosine; // 1 − cos α
    double strength = x2 * energy * energy * perTheta;
    decay[i] = 0.5 * strength * (1 + cosine * cosine);
    source[i] = 0.5 * strength * less * less;
    decayByLnDrive[i] = -strength * cosine * cosine * s2;
    sourceByLnDrive[i] = strength * less * cosine * s2;
    sine2[i] = s2;
    kernel[i] = 2 * perTheta / ((energy + 1) * field);
  }

  private void integrate(double length) {
    double start = lost[STAGES - 1];
    double startByLnDrive = lostByLnDrive[STAGES - 1];
    double startByRate = lostByRate[STAGES - 1];
    for (int i = 0; i < STAGES; i++) {
      right[i] = beta * decay[i];
    }
    if (Math.max(source[0], source[STAGES - 1]) < NEGLIGIBLE && Math.abs(start) < NEGLIGIBLE) {
      for (int i = 0; i < STAGES; i++) {
        unrelaxed += length * RadauRule.WEIGHT[i] * kernel[i];
        unrelaxedByLnDrive -= length * RadauRule.WEIGHT[i] * kernel[i] * sine2[i];
        lost[i] = 0;
        lostByLnDrive[i] = 0;
        lostByRate[i] = 0;
      }
      return;
    }
    rule.factor(length, right);
    rule.solve(length, start, source, lost);
    if (derivatives) {
      differentiate(length, startByLnDrive, startByRate);
    }
    for (int i = 0; i < STAGES; i++) {
      double weight = length * RadauRule.WEIGHT[i] * kernel[i];
      unrelaxed += weight;
      unrelaxedByLnDrive -= weight * sine2[i];
      relaxed -= weight * lost[i];
      relaxedByLnDrive -= weight * (lostByLnDrive[i] - sine2[i] * lost[i]);
      byRate -= weight * lostByRate[i];
    }
  }

  /** ν by ln κ, and βν by β, over the panel prepared. */
  private void differentiate(double length, double startByLnDrive, double startByRate) {
    for (int i = 0; i < STAGES; i++) {
      right[i] = sourceByLnDrive[i] - beta * decayByLnDrive[i] * lost[i];
    }
    rule.solve(length, startByLnDrive, right, lostByLnDrive);
    for (int i = 0; i < STAGES; i++) {
      right[i] = source[i] - beta * decay[i] * lost[i];
    }
    rule.solve(length, startByRate, right, lostByRate);
  }

  private static double asinh(double value) {
    return Math.log1p(value + value * value / (1 + Math.sqrt(1 + value * value)));
  }
}
