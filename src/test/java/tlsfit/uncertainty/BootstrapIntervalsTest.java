package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.result.Interval;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

class BootstrapIntervalsTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());

  /**
   * Of made-up replicates, best + s ln(k/180) for k = 1 … 399 with s = 1e-3 of ln χ and 100/s of
   * 1/T10, on joint.csv. By scipy 1.17.1 and numpy 2.4.6 at the fit of {@link
   * ProfileIntervalsTest}: z0 = Φ⁻¹((179 + ½ + ½)/400); a from w, a row of (JᵀJ)⁻¹Jᵀ, and y, data
   * less fit: 0, or Σw³/(Σw²)^{3/2} · ⟨y³⟩/⟨y²⟩^{3/2}/6, or Σw³y³/(Σw²y²)^{3/2}/6; Φ(z0 + (z0 ±
   * q)/(1 − a(z0 ± q))) with q the 97.5 % point of the normal distribution or Student's t with 64
   * degrees of freedom; numpy.interp over k/400. Tolerance: 1e-4 of the width, for the last digits
   * of the best values.
   */
  @ParameterizedTest
  @CsvSource({
    "PARAMETRIC, true, 0.00011961450061800572, 0.00012012559804971838,"
        + " 2.9925627787342016e-06, 2.9963860464394252e-06",
    "PARAMETRIC, false, 0.0001196030879018395, 0.00012012602303129632,"
        + " 2.9925596104812106e-06, 2.9964717174427922e-06",
    "RESIDUAL, true, 0.0001195898418052652, 0.00012012490225422362,"
        + " 2.9925651704989177e-06, 2.9964669428186368e-06",
    "RESIDUAL, false, 0.00011957747408578999, 0.00012012534478140605,"
        + " 2.9925619388041305e-06, 2.99656271563545e-06",
    "WILD, true, 0.00011953547974765602, 0.00012012352320362643,"
        + " 2.992567342114521e-06, 2.996548592419631e-06",
    "WILD, false, 0.00011951857614988803, 0.0001201239924148656,"
        + " 2.992564056956014e-06, 2.9966400891621326e-06"
  })
  void limitsAreCorrectedForBiasAndAcceleration(
      BootstrapKind kind,
      boolean known,
      double chiLower,
      double chiUpper,
      double timeLower,
      double timeUpper) {
    Noise noise = known ? new Noise.Absolute() : new Noise.Relative();
    Fit fit = Fitter.fit(Experiments.jointFile(0, 68), FitOptions.of(Experiments.LOG, noise));
    Map<Parameter, double[]> made = new EnumMap<>(Parameter.class);
    made.put(Parameter.CHI, spread(Math.log(fit.values().chi()), 1e-3));
    made.put(Parameter.RELAXATION_TIME, spread(fit.values().relaxationRate(), 100));
    Bootstrap.Replicates replicates =
        new Bootstrap.Replicates(new Bootstrap.Settings(kind, 399, 1), 0, made);
    check(fit, replicates, Parameter.CHI, chiLower, chiUpper);
    check(fit, replicates, Parameter.RELAXATION_TIME, timeLower, timeUpper);
  }

  private static double[] spread(double best, double scale) {
    return IntStream.rangeClosed(1, 399)
        .mapToDouble(k -> best + scale * Math.log(k / 180.0))
        .toArray();
  }

  /**
   * Relaxation that is seen with two standard errors: more than 2.5 % of the replicates have none.
   * In another table it is seen with 2.4, and fewer have none.
   */
  @ParameterizedTest
  @CsvSource({"2, true", "7, false"})
  void replicatesWithoutRelaxationLeaveItsTimeOpenAbove(long seed, boolean open) {
    Measurement slow =
        Experiments.simulate(
            Experiments.biasSweep(1500, 40),
            Experiments.TRUTH.with(Parameter.RELAXATION_TIME, 1e-3),
            24_000,
            seed);
    Fit fit = Fitter.fit(slow, KNOWN.withRelaxation(Relaxation.ON));
    Bootstrap.Replicates replicates =
        Bootstrap.run(
            fit,
            new Bootstrap.Settings(BootstrapKind.PARAMETRIC, 399, 1),
            ForkJoinPool.commonPool(),
            done -> {});
    double[] rates = replicates.scaled().getOrDefault(Parameter.RELAXATION_TIME, new double[0]);
    long none = Arrays.stream(rates).filter(rate -> rate == 0).count();
    assertThat(none > 0.025 * rates.length).isEqualTo(open);
    Interval interval = interval(fit, replicates, Parameter.RELAXATION_TIME);
    assertThat(Double.isInfinite(interval.to())).isEqualTo(open);
    assertThat(interval.from()).isBetween(0.0, fit.values().get(Parameter.RELAXATION_TIME));
  }

  private static void check(
      Fit fit, Bootstrap.Replicates replicates, Parameter parameter, double lower, double upper) {
    Interval interval = interval(fit, replicates, parameter);
    Offset<Double> tolerance = Offset.offset(1e-4 * (upper - lower));
    assertThat(interval.method()).isEqualTo("bootstrap");
    assertThat(interval.from()).isCloseTo(lower, tolerance);
    assertThat(interval.to()).isCloseTo(upper, tolerance);
  }

  private static Interval interval(Fit fit, Bootstrap.Replicates replicates, Parameter parameter) {
    return BootstrapIntervals.of(fit, Diagnosis.of(fit), 0.95, replicates).stream()
        .filter(estimate -> estimate.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow()
        .interval();
  }
}
