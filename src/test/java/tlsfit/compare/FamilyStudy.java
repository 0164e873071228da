package tlsfit.compare;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tlsfit.result.FitResult;
import tlsfit.statistics.HolmCorrection;

/**
 * Families of films whose estimates are drawn: how often tests reject and intervals hold the truth.
 * That the intervals of one fit do is tried out elsewhere; here they are right, and the question is
 * what becomes of several.
 *
 * <p>{@code mvn -q -Pfamilies test-compile exec:exec}
 */
public final class FamilyStudy {
  /** Films of a family. */
  private static final int FILMS = 4;

  /** What one standard uncertainty of an attenuation does to ln p. */
  private static final double EFFECT = 0.25;

  /** The same of a gap. */
  private static final double GAP = 0.03;

  private static final double TRUTH = 5;

  /** Pairs of four films. */
  private static final int PAIRS = 6;

  /** How numbers of the calibration are shared. */
  enum Sharing {
    /** One line, one gap. */
    SHARED,
    /** Two lines of two films each, and a gap for each film. */
    PARTLY,
    /** A line and a gap for each film. */
    INDEPENDENT
  }

  /**
   * What was found.
   *
   * @param heterogeneity share of the families in which one value for all is rejected at 5 %
   * @param ratio share in which the interval of the first ratio holds the truth
   * @param familyWise share in which any pair differs at 5 % after Holm
   * @param mean share in which the interval of the mean holds the truth
   * @param prediction share in which the prediction interval holds another film
   * @param power share in which the first pair, three standard errors apart, differs at 5 %
   * @param powerHolm the same after Holm
   */
  record Rates(
      double heterogeneity,
      double ratio,
      double familyWise,
      double mean,
      double prediction,
      double power,
      double powerHolm) {}

  /**
   * The family-wise error after Holm where tests have nothing to do with each other, 5 % if it is
   * right: Bonferroni's first step gives 1 − (1 − 0.05/n)ⁿ.
   *
   * @param onePair of two films
   * @param apart of six pairs of films of their own
   */
  record FamilyWise(double onePair, double apart) {}

  private final UniformRandomProvider random;
  private final ContinuousSampler normal;

  private FamilyStudy(long seed) {
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /**
   * The rates of families.
   *
   * @param scatter standard deviation of the true ln p
   */
  static Rates run(Sharing sharing, double scatter, int families, long seed) {
    FamilyStudy study = new FamilyStudy(seed);
    double[] counts = new double[7];
    for (int f = 0; f < families; f++) {
      study.family(sharing, scatter, counts);
    }
    for (int k = 0; k < counts.length; k++) {
      counts[k] /= families;
    }
    return new Rates(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
  }

  /** The family-wise error of independent tests. */
  static FamilyWise independent(int families, long seed) {
    FamilyStudy study = new FamilyStudy(seed);
    double[] counts = new double[2];
    double[] pValues = new double[PAIRS];
    for (int f = 0; f < families; f++) {
      for (int k = 0; k < PAIRS; k++) {
        Pair pair = study.pair();
        pValues[k] = number(pair.pValue());
        count(counts, 0, k == 0 && number(pair.pValueHolm()) < 0.05);
      }
      count(counts, 1, Arrays.stream(HolmCorrection.adjust(pValues)).min().orElse(1) < 0.05);
    }
    return new FamilyWise(counts[0] / families, counts[1] / families);
  }

  /** Two films of one value, through a line that both share. */
  private Pair pair() {
    double line = normal.sample();
    List<FitResult> films = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      double error = 0.01 + 0.03 * random.nextDouble();
      double effect = EFFECT * (1 + 0.1 * normal.sample());
      double found = error * normal.sample() + effect * line;
      films.add(
          Films.film("film " + i, TRUTH * Math.exp(found), error)
              .calibrated("attenuation 1", "line", effect)
              .result());
    }
    return Comparison.of(films).of(Quantity.DIPOLE_MOMENT).pairs().get(0);
  }

  private void family(Sharing sharing, double scatter, double[] counts) {
    double[] error = new double[FILMS];
    double[] effect = new double[FILMS];
    for (int i = 0; i < FILMS; i++) {
      error[i] = 0.01 + 0.03 * random.nextDouble();
      effect[i] = EFFECT * (1 + 0.1 * normal.sample()); // cancels in part
    }
    double[] line = draws(sharing == Sharing.SHARED ? 1 : sharing == Sharing.PARTLY ? 2 : FILMS);
    double[] gap = draws(sharing == Sharing.SHARED ? 1 : FILMS);
    double[] noise = draws(FILMS);
    double[] own = draws(FILMS);
    double[] apart = new double[FILMS];
    apart[1] = 3 * Math.sqrt(variance(error, effect, line.length, gap.length)); // of the first pair
    Comparison equal =
        Comparison.of(
            films(scatter, error, effect, line, gap, noise, own, new double[FILMS]), POOLED);
    QuantityComparison moments = equal.of(Quantity.DIPOLE_MOMENT);
    Pool pool = Objects.requireNonNull(moments.pool());
    PooledMean mean = Objects.requireNonNull(pool.mean());
    double truth = TRUTH * tlsfit.units.Constants.DEBYE;
    double next = truth * Math.exp(scatter * normal.sample());
    count(counts, 0, pool.withCalibration().pValue() < 0.05);
    Pair first = moments.pairs().get(0);
    double ratio = Math.exp(scatter * (own[1] - own[0]));
    count(counts, 1, number(first.lower()) <= ratio && ratio <= number(first.upper()));
    count(counts, 2, moments.pairs().stream().anyMatch(pair -> number(pair.pValueHolm()) < 0.05));
    count(counts, 3, mean.lower() <= truth && truth <= mean.upper());
    count(counts, 4, mean.predictionLower() <= next && next <= mean.predictionUpper());
    Pair far =
        Comparison.of(films(0, error, effect, line, gap, noise, own, apart), POOLED)
            .of(Quantity.DIPOLE_MOMENT)
            .pairs()
            .get(0);
    count(counts, 5, number(far.pValue()) < 0.05);
    count(counts, 6, number(far.pValueHolm()) < 0.05);
  }

  private static final CompareOptions POOLED = CompareOptions.DEFAULT.pooled();

  /** Variance of the logarithm of the first ratio. */
  private static double variance(double[] error, double[] effect, int lines, int gaps) {
    double sum = error[0] * error[0] + error[1] * error[1];
    sum +=
        lines < FILMS
            ? Math.pow(effect[1] - effect[0], 2)
            : effect[0] * effect[0] + effect[1] * effect[1];
    return sum + (gaps == 1 ? 0 : 2 * GAP * GAP);
  }

  private List<FitResult> films(
      double scatter,
      double[] error,
      double[] effect,
      double[] line,
      double[] gap,
      double[] noise,
      double[] own,
      double[] apart) {
    List<FitResult> films = new ArrayList<>();
    for (int i = 0; i < FILMS; i++) {
      int l = i * line.length / FILMS;
      int g = i * gap.length / FILMS;
      double found =
          scatter * own[i] + apart[i] + error[i] * noise[i] + effect[i] * line[l] + GAP * gap[g];
      films.add(
          Films.film("film " + i, TRUTH * Math.exp(found), error[i])
              .calibrated("attenuation 1", "line " + l, effect[i])
              .calibrated("gap 1", "gap " + g, GAP)
              .result());
    }
    return films;
  }

  private double[] draws(int n) {
    double[] draws = new double[n];
    for (int i = 0; i < n; i++) {
      draws[i] = normal.sample();
    }
    return draws;
  }

  private static void count(double[] counts, int k, boolean so) {
    counts[k] += so ? 1 : 0;
  }

  private static double number(@org.jspecify.annotations.Nullable Double value) {
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
    out.println("calibration  scatter  Q rejects  ratio  Holm  mean  next  power  power Holm");
    for (double scatter : new double[] {0, 0.1}) {
      for (Sharing sharing : Sharing.values()) {
        Rates r = run(sharing, scatter, families, seed);
        out.printf(
            Locale.ROOT,
            "%-12s %7.2f %9.1f %% %5.1f %4.1f %6.1f %5.1f %5.1f %7.1f%n",
            sharing.name().toLowerCase(Locale.ROOT),
            scatter,
            100 * r.heterogeneity,
            100 * r.ratio,
            100 * r.familyWise,
            100 * r.mean,
            100 * r.prediction,
            100 * r.power,
            100 * r.powerHolm);
      }
    }
    FamilyWise holm = independent(families, seed);
    out.printf(
        Locale.ROOT,
        "Holm of independent tests: one pair %.1f %%, six pairs %.1f %%%n",
        100 * holm.onePair,
        100 * holm.apart);
  }
}
