package tlsfit.fit;

import tlsfit.model.Rates;
import tlsfit.statistics.Median;

/** The range of dipole moments and relaxation rates that the readings of a measurement can see. */
public final class SearchRange {
  private SearchRange() {}

  /** The dipole moment [C m] from which on no reading at all is within the theory (L ≤ 0). */
  public static double largestDipoleMoment(Observations observations) {
    double omega0 = 2 * Math.PI * observations.medianFrequency();
    double largest = 0;
    for (int i = 0; i < observations.size(); i++) {
      double low = 1e-40;
      double high = 1e-10;
      while (high / low > 1.01) {
        double p = Math.sqrt(low * high);
        boolean inside = observations.rabi(i, p) + Math.sqrt(observations.sweepRate(i, p)) < omega0;
        if (inside) {
          low = p;
        } else {
          high = p;
        }
      }
      largest = Math.max(largest, low);
    }
    return largest;
  }

  /**
   * The dipole moment [C m] at which the largest ξ of all readings has a value; ξ grows with p, or
   * with p² where the bias is given as a rate, or falls as 1/p where the drive is.
   */
  static double dipoleMomentOfXi(Observations observations, double xi) {
    double low = 1e-40;
    double high = largestDipoleMoment(observations);
    boolean grows = largestXi(observations, high) > largestXi(observations, low);
    while (high / low > 1.01) {
      double p = Math.sqrt(low * high);
      if (largestXi(observations, p) > xi == grows) {
        high = p;
      } else {
        low = p;
      }
    }
    return low;
  }

  /** The largest ξ [1] of all readings. */
  static double largestXi(Observations observations, double dipole) {
    double largest = 0;
    for (int i = 0; i < observations.size(); i++) {
      double xi = Rates.xi(observations.rabi(i, dipole), observations.sweepRate(i, dipole));
      largest = Math.max(largest, xi);
    }
    return largest;
  }

  /** The relaxation rate [1/s] at which η is 1 for the median sweep rate. */
  public static double relaxationRateUnit(Observations observations, double dipole) {
    double[] rates = new double[observations.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = observations.sweepRate(i, dipole);
    }
    return Median.upper(rates) / (2 * Math.PI * observations.medianFrequency());
  }

  /**
   * The relaxation rate [1/s] at which the largest η of all readings is 1, or the smallest.
   *
   * @param largest which of them
   */
  static double relaxationRate(Observations observations, double dipole, boolean largest) {
    double rate = observations.sweepRate(0, dipole);
    for (int i = 1; i < observations.size(); i++) {
      double other = observations.sweepRate(i, dipole);
      rate = largest ? Math.min(rate, other) : Math.max(rate, other);
    }
    return rate / (2 * Math.PI * observations.medianFrequency());
  }
}
