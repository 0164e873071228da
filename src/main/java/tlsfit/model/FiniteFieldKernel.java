package tlsfit.model;

/**
 * The finite-field term of all two-level systems at one angle, M(q, β) with q = c ζ and β = η/c,
 * such that D = ∫₀¹ c² M(c ζ, η/c) dc: of those that cross the resonance, u from 0 to 1, and of
 * those that do not, s = √(x²−1) from 0 to ∞,
 *
 * <pre>
 *   M = ∫₀¹ du {(u/4)(I − I₀) − R ln(2/κ) − (u/2)(F₁ − (1−R) F₂)} + ∫₀^∞ (s ds/4)(I − I₀),   κ = q x
 *   I₀ = −(4/u) artanh u  (x &lt; 1),   (4/s) arctan(1/s)  (x &gt; 1)
 * </pre>
 *
 * <p>Each part is of order √q, their sum of order q. It is split into what it is without
 * relaxation, and β M₁, so that small β do not cancel. The trapezoidal rule in ln u/(1−u) and in ln
 * s, both stretched beyond the resonance. Not for use by several threads at a time.
 */
final class FiniteFieldKernel {
  /** Where e^−s no longer matters beside 1. */
  private static final double TAIL = 26;

  /** Below e to minus this, of √q, the passage no longer depends on u. */
  private static final double SAME = 5;

  /** ln s beyond which no system, however large its Δ0, matters. */
  private static final double FAR = 11;

  /** Where, for x → 0, M without relaxation ends. */
  private static final double ALL = 22;

  private final double step;
  private final boolean all;
  private final Passage passage;
  private final EnergyIntegrals integrals = new EnergyIntegrals();

  /** M without relaxation. */
  double unrelaxed;

  /** Its derivative by ln q. */
  double unrelaxedByLnDrive;

  /** M₁ = (M − M without relaxation)/β. */
  double relaxed;

  /** Its derivative by ln q. */
  double relaxedByLnDrive;

  /** ∂M/∂β. */
  double byRate;

  /**
   * Makes the rule.
   *
   * @param step of the trapezoidal rules
   * @param all whether all is wanted, or M₁ alone
   */
  FiniteFieldKernel(double step, boolean all) {
    this.step = step;
    this.all = all;
    passage = new Passage(all);
  }

  /**
   * Computes all of them.
   *
   * @param drive q = c ζ [1], positive
   * @param rate β = η/c [1], positive
   */
  void compute(double drive, double rate) {
    unrelaxed = 0;
    unrelaxedByLnDrive = 0;
    relaxed = 0;
    relaxedByLnDrive = 0;
    byRate = 0;
    double lnRoot = 0.5 * Math.min(0, Math.log(drive)) - SAME;
    int same = (int) Math.floor(lnRoot / step);
    int first = (int) Math.floor((lnRoot + SAME - TAIL - 2) / step);
    // what relaxation changes falls as x⁴ for x → 0
    double lnRate = Math.log(rate);
    double end = Math.min(TAIL, 13 + Math.max(0, lnRate));
    int last = last(all ? Math.max(end, ALL) : end);
    for (int i = same; i <= last; i++) {
      double s = stretched(i * step);
      passCrossing(s, drive, rate);
      add(s, stretch(i * step), drive, rate);
      if (i == same) {
        for (int j = first; j < same; j++) {
          add(stretched(j * step), stretch(j * step), drive, rate);
        }
      }
    }
    // and as s⁻⁴ once βs⁴ > 1
    end = Math.min(FAR, 5 + Math.max(0, -0.25 * lnRate) + Math.max(0, Math.log(drive)));
    last = last(all ? FAR : end);
    for (int i = same; i <= last; i++) {
      double s = Math.exp(stretched(i * step));
      passage.missing(s, drive * Math.sqrt(1 + s * s), rate);
      addMissing(s, stretch(i * step));
      if (i == same) {
        for (int j = first; j < same; j++) {
          addMissing(Math.exp(stretched(j * step)), stretch(j * step));
        }
      }
    }
  }

  /** r + ½ ln(1 + e^(r−1)): beyond the resonance nothing changes as quickly as at it. */
  private static double stretched(double r) {
    double beyond = r - 1;
    return beyond > 0
        ? r + 0.5 * (beyond + Math.log1p(Math.exp(-beyond)))
        : r + 0.5 * Math.log1p(Math.exp(beyond));
  }

  /** The derivative of {@link #stretched}. */
  private static double stretch(double r) {
    return 1 + 0.5 / (1 + Math.exp(1 - r));
  }

  /** The node where {@link #stretched} has reached an end. */
  private int last(double end) {
    return (int) Math.ceil((end + 0.5) / (1.5 * step));
  }

  private void passCrossing(double s, double drive, double rate) {
    double u = 1 / (1 + Math.exp(-s));
    double w = 1 / (1 + Math.exp(s));
    passage.crossing(u, w, drive * Math.sqrt(w * (1 + u)), rate);
  }

  private void add(double s, double stretch, double drive, double rate) {
    double u = 1 / (1 + Math.exp(-s));
    double w = 1 / (1 + Math.exp(s));
    double tau = 0.5 * Math.log1p(2 * u / w);
    double lnU = u < 0.5 ? Math.log(u) : Math.log1p(-w);
    double lnX = 0.5 * (Math.log(w) + Math.log1p(u));
    double lnKappa = Math.log(0.5 * drive) + lnX; // ln(κ/2)
    double a = Math.log(2) + 2 * (lnU - lnX);
    integrals.compute(u, w, tau, rate);
    double f2 = Math.log(2) + 2 * (lnU - Math.log1p(u)) + rate * integrals.after;
    double weight = step * stretch * u * w;
    unrelaxed += weight * (0.25 * u * passage.unrelaxed + tau + lnKappa - a);
    unrelaxedByLnDrive += weight * (0.25 * u * passage.unrelaxedByLnDrive + 1);
    double share = integrals.relaxedByRate;
    relaxed +=
        weight
            * (0.25 * u * passage.relaxed
                + share * (lnKappa - 0.5 * (a + f2))
                - 0.5 * integrals.between);
    relaxedByLnDrive += weight * (0.25 * u * passage.relaxedByLnDrive + share);
    byRate +=
        weight
            * (0.25 * u * passage.byRate
                + integrals.unrelaxedSlope * (lnKappa - 0.5 * (a + f2))
                - 0.5 * (integrals.betweenSlope + rate * share * integrals.afterSlope));
  }

  private void addMissing(double s, double stretch) {
    double weight = 0.25 * step * stretch * s * s;
    unrelaxed += weight * (passage.unrelaxed - 4 / s * Math.atan2(1, s));
    unrelaxedByLnDrive += weight * passage.unrelaxedByLnDrive;
    relaxed += weight * passage.relaxed;
    relaxedByLnDrive += weight * passage.relaxedByLnDrive;
    byRate += weight * passage.byRate;
  }
}
