package tlsfit.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;
import tlsfit.setup.FitOptions;
import tlsfit.statistics.Median;

/**
 * Start values from a scan over the whole range of the parameters, so that no minimum is missed and
 * nobody has to guess.
 *
 * <p>At given p and T10 the frequency is a straight line in K with intercept f_ref and slope −f_ref
 * χ (but for the small change of ω0 with f_ref), which linear least squares gives at once. That
 * leaves a plane of p and T10 to scan (variable projection: Golub and Pereyra, SIAM J. Numer. Anal.
 * 10, 413 (1973)); the lowest points of the grid that are lower than their neighbours are where the
 * minimisations start.
 */
public final class StartValues {
  /** Ratio of neighbouring dipole moments. */
  private static final double DIPOLE_RATIO = Math.exp(0.5);

  /**
   * The largest ξ of all readings at which the scan downwards from the largest p that the theory
   * allows ends: below it the shift is proportional to ξ, and the data determine only p χ.
   */
  private static final double SMALLEST_XI = 1e-3;

  /** η at the median sweep rate, for the relaxation rates scanned beside 0. */
  private static final double[] ETA = {1e-3, 1e-2, 0.1, 0.3, 1, 3, 10, 100, 1e3};

  /** Starts taken at most. */
  private static final int STARTS = 6;

  private record Candidate(ParameterValues values, double cost) {}

  private final Observations observations;
  private final FitOptions options;
  private final ShiftModel model;
  private final Map<Parameter, Double> fixed;
  private final double nominal; // median of the measured frequencies [Hz]

  StartValues(Observations observations, FitOptions options) {
    this.observations = observations;
    this.options = options;
    this.model = options.model();
    this.fixed = options.fixed();
    this.nominal = observations.medianFrequency();
  }

  /**
   * Start values, the most promising first; where no shift is to the red, one with hardly any.
   *
   * @param relaxation whether the relaxation rate is to be positive (true) or 0 (false)
   */
  List<ParameterValues> starts(boolean relaxation) {
    List<Double> dipoles = dipoleMoments();
    Double fixedTime = fixed.get(Parameter.RELAXATION_TIME);
    int rates = !relaxation || fixedTime != null ? 1 : ETA.length;
    @Nullable Candidate[][] grid = new Candidate[dipoles.size()][rates];
    for (int i = 0; i < dipoles.size(); i++) {
      double dipole = dipoles.get(i);
      double rateUnit = relaxationRateUnit(observations, dipole);
      for (int j = 0; j < rates; j++) {
        double rate = relaxation ? ETA[j] * rateUnit : 0;
        grid[i][j] = project(dipole, fixedTime == null ? rate : 1 / fixedTime);
      }
    }
    List<Candidate> lowest = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      for (int j = 0; j < rates; j++) {
        Candidate candidate = grid[i][j];
        if (candidate != null && candidate.cost <= lowestAround(grid, i, j)) {
          lowest.add(candidate);
        }
      }
    }
    if (lowest.isEmpty()) {
      double dipole = dipoles.get(dipoles.size() / 4);
      double rate = relaxation ? relaxationRateUnit(observations, dipole) : 0;
      double reference =
          fixed.getOrDefault(Parameter.REFERENCE_FREQUENCY, observations.medianFrequency());
      double chi = fixed.getOrDefault(Parameter.CHI, 1e-9);
      return List.of(
          options.shape(
              new ParameterValues(
                  chi, dipole, fixedTime == null ? rate : 1 / fixedTime, reference)));
    }
    lowest.sort(Comparator.comparingDouble(Candidate::cost));
    return lowest.stream().limit(STARTS).map(Candidate::values).toList();
  }

  private static double lowestAround(@Nullable Candidate[][] grid, int i, int j) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = Math.max(i - 1, 0); k <= Math.min(i + 1, grid.length - 1); k++) {
      for (int l = Math.max(j - 1, 0); l <= Math.min(j + 1, grid[k].length - 1); l++) {
        Candidate candidate = grid[k][l];
        if (candidate != null) {
          lowest = Math.min(lowest, candidate.cost);
        }
      }
    }
    return lowest;
  }

  private List<Double> dipoleMoments() {
    Double fixedDipole = fixed.get(Parameter.DIPOLE_MOMENT);
    if (fixedDipole != null) {
      return List.of(fixedDipole);
    }
    if (!observations.dependOnDipoleMoment()) {
      return List.of(1.0); // without effect
    }
    double largest = largestDipoleMoment(observations);
    List<Double> result = new ArrayList<>();
    double p = largest;
    do {
      result.add(p);
      p /= DIPOLE_RATIO;
    } while (largestXi(p) > SMALLEST_XI);
    return result;
  }

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

  private double largestXi(double dipole) {
    double largest = 0;
    for (int i = 0; i < observations.size(); i++) {
      largest =
          Math.max(
              largest, Rates.xi(observations.rabi(i, dipole), observations.sweepRate(i, dipole)));
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

  /** The best χ and f_ref at given p and 1/T10; null if the shift would be blue. */
  private @Nullable Candidate project(double dipole, double rate) {
    ParameterValues unit = options.shape(new ParameterValues(1, dipole, rate, nominal));
    if (observations.largestEta(unit) > Rates.LARGEST_ETA) {
      return null;
    }
    int n = observations.size();
    double[] k = new double[n];
    double sumW = 0;
    double sumK = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      k[i] = observations.shift(i, model, unit).value();
      double w = weight(i);
      sumW += w;
      sumK += w * k[i];
      sumY += w * (observations.frequency(i) - nominal);
    }
    Double fixedReference = fixed.get(Parameter.REFERENCE_FREQUENCY);
    Double fixedChi = fixed.get(Parameter.CHI);
    double meanK = fixedReference == null ? sumK / sumW : 0;
    double meanY = fixedReference == null ? sumY / sumW : fixedReference - nominal;
    double ky = 0;
    double kk = 0;
    for (int i = 0; i < n; i++) {
      double dk = k[i] - meanK;
      ky += weight(i) * dk * (observations.frequency(i) - nominal - meanY);
      kk += weight(i) * dk * dk;
    }
    double slope = fixedChi == null ? -ky / kk : fixedChi * nominal; // f_ref χ
    double reference = nominal + meanY + slope * meanK;
    double chi = fixedChi == null ? slope / reference : fixedChi;
    if (!(chi > 0)) {
      return null;
    }
    double chiSquare = 0;
    for (int i = 0; i < n; i++) {
      chiSquare += Math.pow(observations.residual(i, reference, -slope * k[i]), 2);
    }
    ParameterValues values = options.shape(new ParameterValues(chi, dipole, rate, reference));
    return new Candidate(values, chiSquare);
  }

  private double weight(int i) {
    return 1 / (observations.sigma(i) * observations.sigma(i));
  }
}
