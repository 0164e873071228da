package tlsfit.model;

/**
 * The part of the tables of {@link LzModel} beside S that some points need, for a page that
 * evaluates the model itself: Λ of {@link TabulatedConstant}, D of {@link TabulatedFiniteField} and
 * F of {@link TabulatedShare}, in the short form of {@link PatchExcerpt}.
 */
public final class LzExcerpt {
  /** What the terms that are left out may add to V and X, beside a logarithm of some units. */
  private static final double DROPPED = 2e-7;

  private final PatchExcerpt constant = new PatchExcerpt(TabulatedConstant.RELAXED, DROPPED);
  private final PatchExcerpt finiteField = new PatchExcerpt(TabulatedFiniteField.RELAXED, DROPPED);

  /**
   * Takes in what is needed about a point.
   *
   * @param lnXi ln ξ
   * @param lnXiReach how far ln ξ may move to both sides
   * @param lnZeta ln ζ, with ζ = Ω_R0/ω0
   * @param lnZetaReach how far it may move to both sides
   * @param lnEta ln η
   * @param lnEtaReach how far it may move to both sides
   */
  public void cover(
      double lnXi,
      double lnXiReach,
      double lnZeta,
      double lnZetaReach,
      double lnEta,
      double lnEtaReach) {
    double bottom = LnEta.at(lnEta - lnEtaReach);
    double top = LnEta.at(lnEta + lnEtaReach);
    constant.cover(lnXi - lnXiReach, lnXi + lnXiReach, bottom, top);
    finiteField.cover(
        TabulatedFiniteField.coordinate(lnZeta - lnZetaReach),
        TabulatedFiniteField.coordinate(lnZeta + lnZetaReach),
        bottom,
        top);
  }

  /** Λ(ξ, 0) over ln ξ. */
  public byte[] constantUnrelaxed() {
    return PatchExcerpt.intervals(TabulatedConstant.UNRELAXED);
  }

  /** V over ln ξ and ln η. */
  public byte[] constant() {
    return constant.bytes();
  }

  /** W₀ over ln ζ. */
  public byte[] finiteFieldUnrelaxed() {
    return PatchExcerpt.intervals(TabulatedFiniteField.UNRELAXED);
  }

  /** X over ln ζ and ln η. */
  public byte[] finiteField() {
    return finiteField.bytes();
  }

  /** F over ln ξ. */
  public byte[] following() {
    return PatchExcerpt.intervals(TabulatedShare.RESOURCE);
  }
}
