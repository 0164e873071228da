package tlsfit.diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.statistics.InfluenceMeasures;

/** The residuals of a fit, as the tests of {@code statistics} take them. */
final class ResidualAnalysis {
  /** Residuals of this many units in the last place of the frequency are rounding. */
  private static final double ROUNDING = 8;

  private ResidualAnalysis() {}

  /** Influence of each reading; leverages are those of {@link Fit#linearization}. */
  static InfluenceMeasures influence(Fit fit) {
    return new InfluenceMeasures(
        fit.residuals(),
        fit.linearization().leverages(),
        fit.degreesOfFreedom(),
        fit.fittedNumbers(),
        fit.noiseVariance());
  }

  /** Whether any residual is more than rounding. */
  static boolean scatter(Fit fit) {
    double[] residuals = fit.residuals();
    return IntStream.range(0, residuals.length).anyMatch(i -> exceedsRounding(fit, residuals, i));
  }

  /**
   * Whether each residual is positive, along the {@link Sequences}; those that are only rounding
   * have no sign and are left out.
   *
   * @return one array for each sequence
   */
  static List<boolean[]> signs(Fit fit) {
    double[] residuals = fit.residuals();
    return Sequences.of(fit.observations()).stream()
        .map(
            sequence -> {
              int[] signed =
                  sequence.stream()
                      .mapToInt(i -> i)
                      .filter(i -> exceedsRounding(fit, residuals, i))
                      .toArray();
              boolean[] positive = new boolean[signed.length];
              for (int k = 0; k < signed.length; k++) {
                positive[k] = residuals[signed[k]] > 0;
              }
              return positive;
            })
        .toList();
  }

  private static boolean exceedsRounding(Fit fit, double[] residuals, int i) {
    return Math.abs(residuals[i]) * fit.observations().sigma(i)
        > ROUNDING * Math.ulp(fit.observations().frequency(i));
  }
}
