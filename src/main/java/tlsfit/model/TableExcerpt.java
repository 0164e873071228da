package tlsfit.model;

/**
 * The part of the tables of S(ξ, η) that some points need, for a page that evaluates the integral
 * itself: the same polynomials as in {@link TabulatedIntegral}, in the short form of {@link
 * PatchExcerpt}. So the S of a page is the program's to about 1e-7.
 */
public final class TableExcerpt {
  /** What the terms that are left out may add to Q. */
  private static final double DROPPED = 2e-8;

  private final PatchExcerpt weak = new PatchExcerpt("s-weak.patches", DROPPED);
  private final PatchExcerpt strong = new PatchExcerpt("s-strong.patches", DROPPED);

  /**
   * Takes in what is needed about a point.
   *
   * @param lnXi ln ξ
   * @param lnXiReach how far ln ξ may move to both sides
   * @param lnXiEta ln ξη
   * @param lnXiEtaReach how far it may move to both sides
   */
  public void cover(double lnXi, double lnXiReach, double lnXiEta, double lnXiEtaReach) {
    double low = lnXi - lnXiReach;
    double high = lnXi + lnXiReach;
    double bottom = lnXiEta - lnXiEtaReach;
    double top = lnXiEta + lnXiEtaReach;
    if (low < 0) {
      weak.cover(low, Math.min(high, 0), bottom, top);
    }
    if (high >= 0) {
      strong.cover(Math.max(low, 0), high, bottom - high, top - Math.max(low, 0));
    }
  }

  /** ln S(ξ, 0) over ln ξ. */
  public byte[] unrelaxed() {
    return PatchExcerpt.intervals("s-unrelaxed.intervals");
  }

  /** Q over ln ξ and ln ξη, for ξ below 1. */
  public byte[] weak() {
    return weak.bytes();
  }

  /** Q over ln ξ and ln η, for ξ above 1. */
  public byte[] strong() {
    return strong.bytes();
  }
}
