package tlsfit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against Imhof's integral (Biometrika 48, 419 (1961)) in Python with numpy and scipy: residuals e
 * = M f of straight lines over 1, ..., n, M = 1 − Q Qᵀ; λ = numpy.linalg.eigvalsh(M (A − r) M); p =
 * ½ − scipy.integrate.quad(sin(½ Σ arctan λu)/(u Π (1 + λ²u²)^¼), 0, inf)/π.
 */
class SerialCorrelationTest {

  private static double[][] line(int n) {
    double[][] jacobian = new double[n][];
    for (int i = 0; i < n; i++) {
      jacobian[i] = new double[] {1, i + 1};
    }
    return jacobian;
  }

  /** What is left of a function by a straight line. */
  private static double[] residuals(int n, IntToDoubleFunction f) {
    double[][] jacobian = line(n);
    double[] values = IntStream.rangeClosed(1, n).mapToDouble(f).toArray();
    double[] step = new JacobianAnalysis(jacobian).solve(values);
    for (int i = 0; i < n; i++) {
      values[i] -= step[0] * jacobian[i][0] + step[1] * jacobian[i][1];
    }
    return values;
  }

  private static List<List<Integer>> whole(int n) {
    return List.of(IntStream.range(0, n).boxed().toList());
  }

  private static SerialCorrelation test(double[] residuals) {
    int n = residuals.length;
    return SerialCorrelation.of(residuals, new JacobianAnalysis(line(n)), whole(n)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0.7398359463509686, 2.305555555555556, 0.0007732967211004915",
    "20, 0.8854368481376395, 2.1095238095238096, 0.0010298499258662441",
    "60, 0.7836200865737878, 2.0344262295081967, 2.680947852606863e-08"
  })
  void agreesWithImhofsIntegral(int n, double ratio, double expected, double pValue) {
    SerialCorrelation found =
        test(residuals(n, i -> Math.sin(i) + 0.1 * Math.cos(3.0 * i) + 0.001 * i * i));
    assertThat(found.ratio()).isCloseTo(ratio, within(1e-9));
    assertThat(found.expected()).isCloseTo(expected, within(1e-9));
    assertThat(found.pValue()).isCloseTo(pValue, Percentage.withPercentage(n < 10 ? 15 : 5));
  }

  @Test
  void agreesWithImhofsIntegralFarOut() {
    assertThat(test(residuals(8, i -> Math.sin(0.35 * i))).pValue())
        .isCloseTo(6.567479974589618e-05, Percentage.withPercentage(15));
    assertThat(test(residuals(20, i -> Math.sin(0.35 * i))).pValue())
        .isCloseTo(6.7e-12, Percentage.withPercentage(20));
  }

  @ParameterizedTest
  @CsvSource({
    "1.4, 1.646983772058005, 0.0008371966101758943",
    "1.3, 1.460510887023296, 7.051017840153939e-07"
  })
  void theBetaDistributionServesForMany(double frequency, double ratio, double pValue) {
    SerialCorrelation found = test(residuals(300, i -> Math.sin(frequency * i)));
    assertThat(found.ratio()).isCloseTo(ratio, within(1e-9));
    assertThat(found.pValue()).isCloseTo(pValue, Percentage.withPercentage(10));
  }

  /** Normal noise in two sequences, with a prior's row: the p-values are uniform. */
  @Test
  void pValuesOfNoiseAreUniform() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20261126L);
    ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(random);
    int n = 14;
    double[][] jacobian = new double[n + 1][];
    for (int i = 0; i < n; i++) {
      jacobian[i] = new double[] {1, Math.exp(0.3 * i), Math.sin(0.5 * i)};
    }
    jacobian[n] = new double[] {0, 0, 2};
    JacobianAnalysis fit = new JacobianAnalysis(jacobian);
    List<List<Integer>> sequences =
        List.of(List.of(3, 1, 0, 2, 4, 5), List.of(6, 7, 9, 8, 10, 11, 12), List.of(13));
    int trials = 4000;
    List<Double> pValues = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      double[] errors = noise.samples(n + 1).toArray();
      double[] step = fit.solve(errors);
      double[] residuals = new double[n];
      for (int i = 0; i < n; i++) {
        residuals[i] = errors[i];
        for (int j = 0; j < 3; j++) {
          residuals[i] -= jacobian[i][j] * step[j];
        }
      }
      pValues.add(SerialCorrelation.of(residuals, fit, sequences).orElseThrow().pValue());
    }
    for (double level : new double[] {0.01, 0.05, 0.3, 0.8}) {
      long below = pValues.stream().filter(p -> p < level).count();
      double deviation = Math.sqrt(trials * level * (1 - level));
      assertThat((double) below).as("%s", level).isCloseTo(trials * level, within(4 * deviation));
    }
  }

  @Test
  void alternatingResidualsAreNotAlike() {
    assertThat(test(residuals(20, i -> i % 2)).pValue()).isGreaterThan(0.999);
  }

  @Test
  void nothingToTest() {
    JacobianAnalysis three = new JacobianAnalysis(line(3));
    double[] residuals = {1, -2, 1};
    assertThat(SerialCorrelation.of(residuals, three, whole(3))).as("one freedom").isEmpty();
    JacobianAnalysis five = new JacobianAnalysis(line(5));
    assertThat(SerialCorrelation.of(new double[5], five, whole(5))).as("no residuals").isEmpty();
    assertThat(
            SerialCorrelation.of(
                residuals(5, i -> i * i), five, List.of(List.of(0), List.of(1, 2).subList(0, 1))))
        .as("no neighbours")
        .isEmpty();
  }
}
