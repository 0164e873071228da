package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;

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

  /** The largest ξ of all readings at which the dipole moments end downwards. */
  static final double SMALLEST_XI = 3e-4;

  /** The largest η of all readings at which the relaxation rates begin. */
  static final double SLOWEST_ETA = 1e-3;

  /** The smallest η of all readings at which they end. */
  static final double FASTEST_ETA = 3e2;

  /** Readings mapped at most. */
  static final int MOST_READINGS = 400;

  /** How many times the lowest χ² a minimum may have to be worth a minimisation. */
  private static final double HOPELESS = 5;

  private static final Comparator<ConditionalFit.Point> LOWEST =
      Comparator.comparingDouble(ConditionalFit.Point::chiSquare);

  private final Observations observations;
  private final double[] dipoles;
  private final double[] rates;
  private final ConditionalFit.@Nullable Point[][] points;
  private final double resolution;
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
    double count = (double) all.size() / observations.size();
    fit = new ConditionalFit(observations, options, count);
    MapAxes axes = new MapAxes(observations, options);
    MapGrid grid = new MapGrid(observations, axes, fit);
    dipoles = grid.dipoles();
    rates = axes.rates();
    points = grid.points();
    resolution = grid.resolution();
    // What the map leaves to the exact model: readings left out, and what it does not minimise
    // over.
    exact =
        every == 1
            && options.nuisances().isEmpty()
            && options.loss() == Loss.LINEAR
            && !options.model().distributed()
            && !options.bounds().containsKey(Parameter.REFERENCE_FREQUENCY);
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

  /**
   * The points lower than their neighbours, lowest first, as starts of minimisations; without those
   * beside which χ² cannot fall to {@value #HOPELESS} times the lowest.
   */
  List<ParameterValues> minima(int most) {
    List<ConditionalFit.Point> lowest = new ArrayList<>();
    double hopeless = HOPELESS * all().mapToDouble(ConditionalFit.Point::chiSquare).min().orElse(0);
    for (int i = 0; i < dipoles.length; i++) {
      for (int j = 0; j < rates.length; j++) {
        ConditionalFit.Point point = points[i][j];
        if (point != null
            && point.isRed()
            && isLowest(point.chiSquare(), around(i, j))
            && point.chiSquare() - drop(i, j) <= hopeless) {
          lowest.add(point);
        }
      }
    }
    if (lowest.isEmpty()) {
      lowest.add(all().filter(ConditionalFit.Point::isRed).min(LOWEST).orElseGet(this::fallback));
    }
    return values(lowest, most);
  }

  /** How far χ² may fall between a point and its neighbours, along the axes and the diagonals. */
  private double drop(int i, int j) {
    double sum = 0;
    for (int[] step : new int[][] {{0, 1}, {1, 0}, {1, 1}, {1, -1}}) {
      sum +=
          MapLine.drop(
              beside(i - step[0], j - step[1]), beside(i, j), beside(i + step[0], j + step[1]));
    }
    return sum;
  }

  /** χ² of a point, or of the nearest one of the map. */
  private double beside(int i, int j) {
    int row = Math.min(Math.max(i, 0), dipoles.length - 1);
    return clamped(row, Math.min(Math.max(j, 0), rates.length - 1)).chiSquare();
  }

  /** Whether no neighbour is lower, and one is higher: a plateau leads nowhere. */
  private boolean isLowest(double chiSquare, DoubleSummaryStatistics neighbours) {
    return chiSquare <= neighbours.getMin() && neighbours.getMax() > chiSquare + resolution;
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
    return minima(row(i), most);
  }

  /** The minima at one of the relaxation rates, lowest first. */
  public List<LowestPoint> atRelaxationRate(int j, int most) {
    MapLine column = column(j, !exact);
    return column.points().isEmpty() // every relaxation is as good as its neighbour
        ? List.of(LowestPoint.of(clamped(dipoles.length / 2, j)))
        : minima(column, most);
  }

  /** The minima of a line, between its points where the map is exact. */
  private List<LowestPoint> minima(MapLine line, int most) {
    List<ConditionalFit.Point> lowest =
        exact ? line.minima(most, observations.size()) : line.lowestPoints(most);
    return lowest.stream().map(LowestPoint::of).toList();
  }

  private MapLine row(int i) {
    List<ConditionalFit.Point> row = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (int j = 0; j < rates.length; j++) {
      ConditionalFit.Point point = points[i][j];
      if (point != null) {
        row.add(point);
        places.add(rates[j]);
      }
    }
    return new MapLine(row, places, resolution, rate -> fit.at(dipoles[i], rate));
  }

  /** Where the rate makes no difference, without a point, or with the nearest that does. */
  private MapLine column(int j, boolean whole) {
    List<ConditionalFit.Point> column = new ArrayList<>();
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < dipoles.length; i++) {
      if (whole || points[i][j] != null) {
        column.add(clamped(i, j));
        places.add(dipoles[i]);
      }
    }
    return new MapLine(column, places, resolution, dipole -> fit.at(dipole, rates[j]));
  }

  /**
   * The best point at a given χ: its χ² is that of the map plus ((b − f_ref χ)/σ_b)².
   *
   * @param chi χ [1]
   */
  public ParameterValues atStrength(double chi) {
    ParameterValues best =
        all()
            .min(Comparator.comparingDouble(point -> cost(point, chi)))
            .orElseGet(this::fallback)
            .values();
    return best.with(Parameter.CHI, chi);
  }

  private static double cost(ConditionalFit.Point point, double chi) {
    double off = chi * point.values().referenceFrequency() - point.strength();
    return point.chiSquare() + off * off / point.variance();
  }

  /** The points that make a difference. */
  private Stream<ConditionalFit.Point> all() {
    return Arrays.stream(points).flatMap(Arrays::stream).flatMap(Stream::ofNullable);
  }

  /**
   * The least and the largest χ [1] at points whose χ² is within reach of the lowest.
   *
   * @param reach rise of χ², of all readings
   */
  public double[] strengths(double reach) {
    double least = all().mapToDouble(ConditionalFit.Point::chiSquare).min().orElseThrow() + reach;
    DoubleSummaryStatistics within =
        all()
            .filter(point -> point.isRed() && point.chiSquare() <= least)
            .mapToDouble(point -> point.values().chi())
            .summaryStatistics();
    double high = Math.max(within.getMax(), 0);
    return new double[] {Math.min(within.getMin(), high), high};
  }

  /**
   * The χ² below which the lowest at one of the dipole moments, between the points of the map too,
   * surely does not lie.
   */
  public double floorAtDipoleMoment(int i) {
    return row(i).floor();
  }

  /** The same at one of the relaxation rates. */
  public double floorAtRelaxationRate(int j) {
    return column(j, true).floor();
  }

  private static List<ParameterValues> values(List<ConditionalFit.Point> from, int most) {
    return from.stream().sorted(LOWEST).limit(most).map(ConditionalFit.Point::values).toList();
  }

  /** χ² of a point and its neighbours. */
  private DoubleSummaryStatistics around(int i, int j) {
    DoubleSummaryStatistics around = new DoubleSummaryStatistics();
    for (int k = Math.max(i - 1, 0); k <= Math.min(i + 1, dipoles.length - 1); k++) {
      for (int l = Math.max(j - 1, 0); l <= Math.min(j + 1, rates.length - 1); l++) {
        around.accept(clamped(k, l).chiSquare());
      }
    }
    return around;
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
}
