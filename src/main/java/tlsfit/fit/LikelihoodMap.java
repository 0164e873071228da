package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.LineMinimum;

/**
 * The likelihood of a measurement mapped whole: χ² over the plane of dipole moment and relaxation
 * rate, minimised at each point over all that enters linearly ({@link ConditionalFit}).
 *
 * <p>The dipole moments reach from where ξ of every reading is below {@value #SMALLEST_XI}, so that
 * the readings see p χ alone, to where no reading is within the theory; the rates, beside 0, from
 * where η of every reading is below {@value #SLOWEST_ETA} to where it is above {@value
 * #FASTEST_ETA}. The steps are {@value #DIPOLE_STEP} in ln p and {@value #RATE_STEP} in ln 1/T10: a
 * basin of χ² that is narrower than these in both directions may be overlooked, which the response,
 * smooth on the scale of 1 in both, does not make.
 *
 * <p>Bounds and fixed values cut the plane down, to a line or a point. Of more than {@value
 * #MOST_READINGS} readings every k-th counts k times, beside priors that count once. Numbers of the
 * calibration that are fitted jointly are taken as they were stated, distributions as they start:
 * the minima of the map are where minimisations of the exact model begin, not results.
 */
public final class LikelihoodMap {
  /** Step of ln p. */
  public static final double DIPOLE_STEP = 0.35;

  /** Step of ln 1/T10. */
  static final double RATE_STEP = 0.7;

  /** How much wider the steps are where one evaluation costs many. */
  private static final double DISTRIBUTED = 2;

  /** The largest ξ of all readings at which the dipole moments end downwards. */
  static final double SMALLEST_XI = 3e-4;

  /** The largest η of all readings at which the relaxation rates begin. */
  static final double SLOWEST_ETA = 1e-3;

  /** The smallest η of all readings at which they end. */
  static final double FASTEST_ETA = 3e2;

  /** Accuracy of χ² at a minimum between points, in the mean square of a residual. */
  private static final double ACCURACY = 1e-3;

  /** The best accuracy of a logarithm. */
  private static final double NEAREST = 1e-6;

  /** How much deeper than a parabola says a minimum between points of the map may be. */
  private static final double SLACK = 0.5;

  /** Readings mapped at most. */
  static final int MOST_READINGS = 400;

  private final Observations observations;
  private final double[] dipoles;
  private final double[] rates;
  private final ConditionalFit.@Nullable Point[][] points;
  private final ConditionalFit fit;
  private final boolean exact;

  /**
   * A minimum along a line of the map, between its points.
   *
   * @param values of all parameters
   * @param chiSquare there, of all readings
   */
  public record LowestPoint(ParameterValues values, double chiSquare) {
    private static LowestPoint of(ConditionalFit.Point point) {
      return new LowestPoint(point.values(), point.chiSquare());
    }
  }

  private LikelihoodMap(Observations all, FitOptions options) {
    int every = 1 + (all.size() - 1) / MOST_READINGS;
    observations =
        every == 1
            ? all
            : all.subset(
                IntStream.range(0, all.size()).filter(i -> i % every == 0).boxed().toList());
    double wider = options.model().distributed() ? DISTRIBUTED : 1;
    dipoles = dipoles(options, wider * DIPOLE_STEP);
    rates = rates(options, wider * RATE_STEP);
    points = new ConditionalFit.Point[dipoles.length][rates.length];
    double count = (double) all.size() / observations.size();
    fit = new ConditionalFit(observations, options, count);
    // What the map leaves to the exact model: readings left out, and what it does not minimise
    // over.
    exact =
        every == 1
            && options.nuisances().isEmpty()
            && options.loss() == Loss.LINEAR
            && !options.model().distributed()
            && !options.bounds().containsKey(Parameter.REFERENCE_FREQUENCY);
    for (int i = 0; i < dipoles.length; i++) {
      double slowest = SearchRange.relaxationRate(observations, dipoles[i], true);
      double fastest = SearchRange.relaxationRate(observations, dipoles[i], false);
      for (int j = 0; j < rates.length; j++) {
        if (matters(options, slowest, fastest, j)) {
          points[i][j] = fit.at(dipoles[i], rates[j]);
        }
      }
    }
  }

  /**
   * Maps the likelihood of observations.
   *
   * @param observations with σ as they are to count
   * @param options how they are fitted; with relaxation off the map is a line
   */
  public static LikelihoodMap of(Observations observations, FitOptions options) {
    return new LikelihoodMap(observations, options);
  }

  /** The dipole moments [C m] of the map, ascending. */
  public double[] dipoleMoments() {
    return dipoles.clone();
  }

  /** The relaxation rates [1/s] of the map, ascending, 0 among them unless it is not allowed. */
  public double[] relaxationRates() {
    return rates.clone();
  }

  /**
   * χ² at a point, of all readings.
   *
   * @param i number of the dipole moment
   * @param j number of the relaxation rate
   * @return not a number where so slow or fast a relaxation makes no difference
   */
  public double chiSquare(int i, int j) {
    ConditionalFit.Point point = points[i][j];
    return point == null ? Double.NaN : point.chiSquare();
  }

  /** The points lower than their neighbours, lowest first, as starts of minimisations. */
  List<ParameterValues> minima(int most) {
    List<ConditionalFit.Point> lowest = new ArrayList<>();
    for (int i = 0; i < dipoles.length; i++) {
      for (int j = 0; j < rates.length; j++) {
        ConditionalFit.Point point = points[i][j];
        if (point != null && point.isRed() && point.chiSquare() <= lowestAround(i, j)) {
          lowest.add(point);
        }
      }
    }
    if (lowest.isEmpty()) {
      lowest.add(fallback());
    }
    return values(lowest, most);
  }

  /** The same at the first relaxation rate, 0 unless it is not allowed. */
  List<ParameterValues> withoutRelaxation(int most) {
    return atRelaxationRate(0, most).stream().map(LowestPoint::values).toList();
  }

  /**
   * Whether χ² of {@link #atDipoleMoment} and {@link #atRelaxationRate} is that of the exact model,
   * but for the 1e-5 by which ω0 inside the response depends on f_ref.
   */
  public boolean isExact() {
    return exact;
  }

  /** The minima at one of the dipole moments, lowest first. */
  public List<LowestPoint> atDipoleMoment(int i, int most) {
    List<ConditionalFit.Point> row = new ArrayList<>();
    List<Double> at = new ArrayList<>();
    for (int j = 0; j < rates.length; j++) {
      ConditionalFit.Point point = points[i][j];
      if (point != null) {
        row.add(point);
        at.add(rates[j]);
      }
    }
    return lowest(row, at, most, rate -> fit.at(dipoles[i], rate));
  }

  /** The minima at one of the relaxation rates, lowest first. */
  public List<LowestPoint> atRelaxationRate(int j, int most) {
    List<ConditionalFit.Point> column = new ArrayList<>();
    List<Double> at = new ArrayList<>();
    for (int i = 0; i < dipoles.length; i++) {
      ConditionalFit.Point point = points[i][j];
      if (point != null || !exact) {
        column.add(clamped(i, j));
        at.add(dipoles[i]);
      }
    }
    if (column.isEmpty()) { // at this rate every relaxation is as good as its neighbour
      return List.of(LowestPoint.of(clamped(dipoles.length / 2, j)));
    }
    return lowest(column, at, most, dipole -> fit.at(dipole, rates[j]));
  }

  /** The minima of a line of points, between them where the map is exact. */
  private List<LowestPoint> lowest(
      List<ConditionalFit.Point> line,
      List<Double> at,
      int most,
      DoubleFunction<ConditionalFit.Point> between) {
    List<Integer> lowest = new ArrayList<>();
    for (int k = 0; k < line.size(); k++) {
      double here = line.get(k).chiSquare();
      boolean below = k == 0 || here <= line.get(k - 1).chiSquare();
      if (below && (k == line.size() - 1 || here <= line.get(k + 1).chiSquare())) {
        lowest.add(k);
      }
    }
    return lowest.stream()
        .sorted(Comparator.comparingDouble(k -> line.get(k).chiSquare()))
        .limit(most)
        .map(k -> LowestPoint.of(exact ? refined(line, at, k, between) : line.get(k)))
        .sorted(Comparator.comparingDouble(LowestPoint::chiSquare))
        .toList();
  }

  /** The minimum between the neighbours of a point; itself where it lies at an end. */
  private ConditionalFit.Point refined(
      List<ConditionalFit.Point> line,
      List<Double> at,
      int k,
      DoubleFunction<ConditionalFit.Point> between) {
    if (k == 0 || k == line.size() - 1 || !(at.get(k) > 0)) {
      return line.get(k);
    }
    double here = line.get(k).chiSquare();
    double middle = Math.log(at.get(k));
    double after = Math.log(at.get(k + 1));
    double before = at.get(k - 1) > 0 ? Math.log(at.get(k - 1)) : 2 * middle - after;
    double bend =
        (line.get(k - 1).chiSquare() - 2 * here + line.get(k + 1).chiSquare())
            / Math.pow(0.5 * (after - before), 2);
    // Found to a thousandth of what one reading adds to χ².
    double rise = ACCURACY * here / observations.size();
    double accuracy = Math.min(Math.max(Math.sqrt(2 * rise / bend), NEAREST), 0.1);
    double place =
        LineMinimum.of(
            x -> between.apply(Math.exp(x)).chiSquare(), before, middle, after, accuracy);
    ConditionalFit.Point found = between.apply(Math.exp(place));
    return found.chiSquare() < here ? found : line.get(k);
  }

  /**
   * The best point at a given χ: its χ² is that of the map plus ((b − f_ref χ)/σ_b)².
   *
   * @param chi χ [1]
   */
  public ParameterValues atStrength(double chi) {
    double least = Double.POSITIVE_INFINITY;
    ParameterValues best = fallback().values();
    for (ConditionalFit.Point[] row : points) {
      for (ConditionalFit.Point point : row) {
        if (point != null) {
          double off = chi * point.values().referenceFrequency() - point.strength();
          double cost = point.chiSquare() + off * off / point.variance();
          if (cost < least) {
            least = cost;
            best = point.values();
          }
        }
      }
    }
    return best.with(Parameter.CHI, chi);
  }

  /**
   * The least and the largest χ [1] at points whose χ² is within reach of the lowest.
   *
   * @param reach rise of χ², of all readings
   */
  public double[] strengths(double reach) {
    double least = lowest() + reach;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (ConditionalFit.Point[] row : points) {
      for (ConditionalFit.Point point : row) {
        if (point != null && point.isRed() && point.chiSquare() <= least) {
          low = Math.min(low, point.values().chi());
          high = Math.max(high, point.values().chi());
        }
      }
    }
    return new double[] {Math.min(low, high), high};
  }

  /**
   * The χ² below which the lowest at one of the dipole moments, between the points of the map too,
   * surely does not lie.
   */
  public double floorAtDipoleMoment(int i) {
    return floor(Arrays.asList(points[i]));
  }

  /** The same at one of the relaxation rates. */
  public double floorAtRelaxationRate(int j) {
    return floor(IntStream.range(0, dipoles.length).mapToObj(i -> clamped(i, j)).toList());
  }

  /**
   * A lower limit of χ² along a line: by parabolas through three points each, and by half as much
   * again below, the steps being small beside the scale on which the response changes.
   */
  private static double floor(List<ConditionalFit.@Nullable Point> line) {
    List<ConditionalFit.Point> known = new ArrayList<>();
    for (ConditionalFit.@Nullable Point point : line) {
      if (point != null) {
        known.add(point);
      }
    }
    double floor = Double.POSITIVE_INFINITY;
    for (int k = 0; k < known.size(); k++) {
      double here = known.get(k).chiSquare();
      double below = here;
      if (k > 0 && k + 1 < known.size()) {
        double slope = 0.5 * (known.get(k + 1).chiSquare() - known.get(k - 1).chiSquare());
        double bend = known.get(k + 1).chiSquare() - 2 * here + known.get(k - 1).chiSquare();
        boolean vertex = bend > Math.abs(slope);
        below = vertex ? here - (1 + SLACK) * 0.5 * slope * slope / bend : here;
      }
      floor = Math.min(floor, below);
    }
    return floor;
  }

  private double lowest() {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < dipoles.length; i++) {
      lowest = Math.min(lowest, lowestOfRow(i));
    }
    return lowest;
  }

  private double lowestOfRow(int i) {
    double lowest = Double.POSITIVE_INFINITY;
    for (ConditionalFit.Point point : points[i]) {
      if (point != null) {
        lowest = Math.min(lowest, point.chiSquare());
      }
    }
    return lowest;
  }

  private static List<ParameterValues> values(List<ConditionalFit.Point> from, int most) {
    return from.stream()
        .sorted(Comparator.comparingDouble(ConditionalFit.Point::chiSquare))
        .limit(most)
        .map(ConditionalFit.Point::values)
        .toList();
  }

  private double lowestAround(int i, int j) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int k = Math.max(i - 1, 0); k <= Math.min(i + 1, dipoles.length - 1); k++) {
      for (int l = Math.max(j - 1, 0); l <= Math.min(j + 1, rates.length - 1); l++) {
        lowest = Math.min(lowest, clamped(k, l).chiSquare());
      }
    }
    return lowest;
  }

  /** The point, or that of the nearest relaxation rate that makes a difference. */
  private ConditionalFit.Point clamped(int i, int j) {
    ConditionalFit.Point[] row = points[i];
    ConditionalFit.Point point = row[j];
    for (int l = j - 1; point == null && l >= 0; l--) {
      point = row[l];
    }
    for (int l = j + 1; point == null && l < row.length; l++) {
      point = row[l];
    }
    if (point == null) {
      throw new IllegalStateException("no point of the map");
    }
    return point;
  }

  /** A point where no shift is to the red: a strength of hardly anything. */
  private ConditionalFit.Point fallback() {
    return clamped(3 * dipoles.length / 4, 0);
  }

  private double[] dipoles(FitOptions options, double step) {
    Double fixed = options.fixed().get(Parameter.DIPOLE_MOMENT);
    if (fixed != null) {
      return new double[] {fixed};
    }
    if (!observations.dependOnDipoleMoment()) {
      return new double[] {1.0}; // without effect
    }
    Bounds bounds = options.boundsOf(Parameter.DIPOLE_MOMENT);
    double largest = Math.min(SearchRange.largestDipoleMoment(observations), bounds.upper());
    double smallest =
        Math.max(SearchRange.dipoleMomentOfXi(observations, SMALLEST_XI), bounds.lower());
    return logarithmic(Math.min(smallest, largest), largest, step);
  }

  private double[] rates(FitOptions options, double step) {
    Double fixed = options.fixed().get(Parameter.RELAXATION_TIME);
    if (fixed != null) {
      return new double[] {1 / fixed};
    }
    if (options.relaxation() == Relaxation.OFF && !options.needsRelaxation()) {
      return new double[] {0};
    }
    Bounds bounds = options.boundsOf(Parameter.RELAXATION_TIME);
    double least = 1 / bounds.upper();
    double unit = SearchRange.relaxationRate(observations, dipoles[0], true);
    double slowest = Math.max(SLOWEST_ETA * unit, least);
    double top = SearchRange.relaxationRate(observations, dipoles[dipoles.length - 1], false);
    double fastest = bounds.lower() > 0 ? 1 / bounds.lower() : FASTEST_ETA * top;
    double[] positive = logarithmic(Math.min(slowest, fastest), Math.max(slowest, fastest), step);
    if (options.needsRelaxation()) {
      return positive;
    }
    double[] all = new double[positive.length + 1];
    System.arraycopy(positive, 0, all, 1, positive.length);
    return all;
  }

  /**
   * Whether a relaxation rate is neither as good as none nor beyond all that can be seen.
   *
   * @param slowest rate [1/s] at which the largest η is 1
   * @param fastest rate at which the smallest η is 1
   */
  private boolean matters(FitOptions options, double slowest, double fastest, int j) {
    if (rates[j] == 0 || rates.length == 1) {
      return true;
    }
    boolean visible = rates[j] >= SLOWEST_ETA * slowest * (1 - 1e-9);
    boolean needed = options.needsRelaxation() && j == 0; // each row has a first point
    boolean left =
        rates[j] <= FASTEST_ETA * fastest * (1 + 1e-9) && rates[j] <= Rates.LARGEST_ETA * slowest;
    return needed || (visible && left);
  }

  private static double[] logarithmic(double low, double high, double step) {
    int steps = (int) Math.ceil(Math.log(high / low) / step - 1e-9);
    double[] values = new double[Math.max(steps, 0) + 1];
    for (int k = 0; k < values.length; k++) {
      values[k] = k == steps ? high : low * Math.exp(k * Math.log(high / low) / steps);
    }
    return values;
  }
}
