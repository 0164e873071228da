package tlsfit.model;

/** The {@link FollowingShare} from an {@link IntervalTable} over ln ξ; beyond it, its ends. */
final class TabulatedShare {
  /** Resource beside this class. */
  static final String RESOURCE = "lz-following.intervals";

  /** Largest |ln ξ|. */
  static final double LN_XI = 40;

  private static final IntervalTable TABLE = IntervalTable.load(RESOURCE);

  private TabulatedShare() {}

  /**
   * F and its derivative.
   *
   * @param lnXi ln ξ [1]
   * @param out receives F and ∂F/∂ln ξ [1]; at least two long
   */
  static void evaluate(double lnXi, double[] out) {
    TABLE.evaluate(lnXi, out);
  }

  /** F alone. */
  static double value(double lnXi) {
    return TABLE.value(lnXi);
  }
}
