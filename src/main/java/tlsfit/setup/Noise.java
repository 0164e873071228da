package tlsfit.setup;

/**
 * The noise model of the readings: what is known of their σ. The covariance of the parameters, the
 * kind of their intervals and whether χ² can judge the fit all follow from it.
 */
public sealed interface Noise {

  /** The word in reports and files. */
  String name();

  /** The given σ are the standard deviations; χ² judges the fit, intervals are normal. */
  record Absolute() implements Noise {
    @Override
    public String name() {
      return "absolute";
    }
  }

  /**
   * The given σ are right up to one common factor, which the scatter about the fit determines;
   * intervals follow Student's t.
   */
  record Relative() implements Noise {
    @Override
    public String name() {
      return "relative";
    }
  }

  /** No σ is given: all readings count the same, the scatter gives σ; intervals follow t. */
  record FromScatter() implements Noise {
    @Override
    public String name() {
      return "from-scatter";
    }
  }

  /**
   * The given σ are right up to a factor of each table's own, which its scatter about the joint fit
   * determines; where a table gives none, all its readings count the same. Intervals follow t.
   */
  record PerTable() implements Noise {
    @Override
    public String name() {
      return "per-table";
    }
  }
}
