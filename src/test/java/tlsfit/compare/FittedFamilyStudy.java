package tlsfit.compare;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;
import tlsfit.analysis.Analysis;
import tlsfit.fit.Experiments;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.ParameterValues;
import tlsfit.result.FitResult;
import tlsfit.setup.FitSetup;
import tlsfit.units.Constants;

/**
 * Families of films whose readings are simulated and fitted: whether what is tried out with drawn
 * estimates ({@link FamilyStudy}) holds of fits too. Three films of one dipole moment and of χ, T10
 * and f_ref of their own, each of 40 readings, through lines with an attenuation of ± 1 dB: one for
 * all, or one each.
 *
 * <p>{@code mvn -q -Pfitted-families test-compile exec:exec}
 */
public final class FittedFamilyStudy {
  private static final int FILMS = 3;

  /** What a decibel does to the logarithm of the field. */
  private static final double DECIBEL = Math.log(10) / 20;

  private static final double SIGMA = 4e3; // Hz

  /** Little, for what is not compared: checks and other models are left out. */
  private static final long BUDGET = 20_000;

  /**
   * What was found.
   *
   * @param compared share of the families in which all films are VALID
   * @param heterogeneity share of these in which one p for all is rejected at 5 %
   * @param ratio share in which the interval of the first ratio holds 1
   * @param familyWise share in which any pair differs at 5 % after Holm
   * @param mean share in which the interval of the mean holds the truth
   * @param q mean of Cochran's Q, to be 2: its degrees of freedom
   * @param calibration mean of what the calibration leaves uncertain of the logarithm of the ratio
   */
  record Rates(
      double compared,
      double heterogeneity,
      double ratio,
      double familyWise,
      double mean,
      double q,
      double calibration) {}

  private final UniformRandomProvider random;
  private final ContinuousSampler normal;
  private final boolean shared;

  private FittedFamilyStudy(boolean shared, long seed) {
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    normal = ZigguratSampler.NormalizedGaussian.of(random);
    this.shared = shared;
  }

  /** The rates of families, each from a seed of its own. */
  static Rates run(boolean shared, int families, long seed) {
    List<double[]> all =
        IntStream.range(0, families)
            .parallel()
            .mapToObj(f -> new FittedFamilyStudy(shared, seed * 1_000_003 + f).family())
            .filter(Objects::nonNull)
            .toList();
    double[] rate = new double[6];
    for (double[] one : all) {
      for (int k = 0; k < rate.length; k++) {
        rate[k] += one[k] / all.size();
      }
    }
    return new Rates(
        (double) all.size() / families, rate[0], rate[1], rate[2], rate[3], rate[4], rate[5]);
  }

  /** What holds of a family; null where a film is not VALID. */
  private double @Nullable [] family() {
    List<FitResult> films = new ArrayList<>();
    double line = normal.sample();
    for (int i = 0; i < FILMS; i++) {
      films.add(film(shared ? line : normal.sample(), i));
    }
    if (!films.stream().allMatch(film -> film.verdict().valid())) {
      return null;
    }
    CompareOptions options =
        CompareOptions.DEFAULT
            .pooled()
            .withCalibration(
                shared ? new CalibrationSharing.Shared() : new CalibrationSharing.Independent());
    QuantityComparison p = Comparison.of(films, options).of(Quantity.DIPOLE_MOMENT);
    Pool pool = Objects.requireNonNull(p.pool());
    PooledMean mean = Objects.requireNonNull(pool.mean());
    Pair first = p.pairs().get(0);
    double truth = 5 * Constants.DEBYE;
    return new double[] {
      one(pool.withCalibration().pValue() < 0.05),
      one(number(first.lower()) <= 1 && 1 <= number(first.upper())),
      one(p.pairs().stream().anyMatch(pair -> number(pair.pValueHolm()) < 0.05)),
      one(mean.lower() <= truth && truth <= mean.upper()),
      pool.withCalibration().q(),
      number(first.calibration())
    };
  }

  private FitResult film(double decibels, int number) {
    List<Reading> readings = new ArrayList<>();
    readings.addAll(Experiments.powerSweep(3.2e10, 20).readings().toList());
    readings.addAll(Experiments.biasSweep(1500, 20).readings().toList());
    ParameterValues truth =
        new ParameterValues(
            1.2e-4 * Math.exp(0.3 * normal.sample()),
            5 * Constants.DEBYE,
            1 / (3e-6 * Math.exp(0.3 * normal.sample())),
            (4.8 + 0.1 * number) * 1e9);
    Measurement measured =
        Experiments.simulate(Experiments.of(readings), truth, SIGMA, random.nextLong());
    Measurement calibrated =
        Experiments.withCalibration(
            Experiments.scaled(measured, Math.exp(decibels * DECIBEL), 1),
            new CalibrationTerm("attenuation 78 dB ± 1 dB", DECIBEL, 0));
    return Analysis.of(calibrated, FitSetup.NONE).withBudget(BUDGET).result();
  }

  private static double one(boolean so) {
    return so ? 1 : 0;
  }

  private static double number(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }

  /**
   * Prints the rates.
   *
   * @param args number of families; seed
   */
  public static void main(String[] args) {
    int families = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "calibration  all VALID  Q rejects  ratio  Holm  mean  mean Q  calibration of ratios");
    for (boolean shared : new boolean[] {true, false}) {
      Rates r = run(shared, families, seed);
      out.printf(
          Locale.ROOT,
          "%-12s %8.1f %10.1f %6.1f %5.1f %5.1f %7.2f %22.1f %%%n",
          shared ? "shared" : "independent",
          100 * r.compared,
          100 * r.heterogeneity,
          100 * r.ratio,
          100 * r.familyWise,
          100 * r.mean,
          r.q,
          100 * r.calibration);
    }
  }
}
