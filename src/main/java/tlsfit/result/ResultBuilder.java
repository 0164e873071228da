package tlsfit.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.JacobianAnalysis;
import tlsfit.fit.Judge;
import tlsfit.fit.Noise;
import tlsfit.fit.Optimum;
import tlsfit.fit.Parameter;
import tlsfit.fit.Relaxation;
import tlsfit.fit.Verdict;
import tlsfit.interval.CalibrationEffect;
import tlsfit.interval.Estimate;
import tlsfit.interval.Interval;
import tlsfit.interval.RelaxationLimit;
import tlsfit.interval.WaldIntervals;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.units.Constants;

/** Turns an optimum into a {@link FitResult}. */
public final class ResultBuilder {
  /** ħω0/(k_B T) below which heat takes more than 4 % off the population difference, tanh(2). */
  private static final double COLD = 4;

  private final Measurement measurement;
  private final Optimum optimum;
  private final Optimum other;
  private final Verdict verdict;
  private final double level;
  private final List<Estimate> estimates;
  private final List<String> warnings;

  private ResultBuilder(Measurement measurement, Optimum optimum, Optimum other, double level) {
    this.measurement = measurement;
    this.optimum = optimum;
    this.other = other;
    this.level = level;
    verdict = Judge.judge(optimum);
    estimates = WaldIntervals.of(optimum, verdict, level);
    warnings = new ArrayList<>(verdict.warnings());
  }

  /**
   * The result of a fit.
   *
   * @param measurement what was measured
   * @param optimum its fit
   * @param other the fit with the other model, whose dipole moment is shown beside
   * @param level confidence level of the intervals
   * @param version of the program
   * @param options the options in force, by name
   */
  public static FitResult build(
      Measurement measurement,
      Optimum optimum,
      Optimum other,
      double level,
      String version,
      Map<String, String> options) {
    return new ResultBuilder(measurement, optimum, other, level).build(version, options);
  }

  private FitResult build(String version, Map<String, String> options) {
    List<FitResult.ParameterResult> parameters = parameters();
    warnIfWarm();
    warnIfRelaxationIsApproximate();
    return new FitResult(
        FitResult.SCHEMA,
        measurement.sample(),
        optimum.options().model().name(),
        optimum.values().relaxationRate() > 0,
        new FitResult.VerdictResult(
            verdict.valid(),
            verdict.converged(),
            verdict.determined(),
            verdict.problems(),
            warnings),
        parameters,
        new DerivedQuantities(measurement, optimum, other, verdict).all(),
        systematics(),
        ConstraintResults.pulls(optimum),
        statistics(),
        correlation(),
        ConstraintResults.outliers(optimum),
        readings(),
        new FitResult.Provenance(
            version,
            measurement.inputs().stream()
                .map(file -> new FitResult.InputResult(file.file(), file.sha256(), file.rows()))
                .toList(),
            new TreeMap<>(options),
            measurement.notes()));
  }

  private List<FitResult.ParameterResult> parameters() {
    List<FitResult.ParameterResult> parameters = new ArrayList<>();
    for (Estimate estimate : estimates) {
      if (estimate.parameter() != Parameter.RELAXATION_TIME || estimate.determined()) {
        parameters.add(parameter(estimate));
      }
    }
    boolean relaxationOpen =
        optimum.relaxationTest().map(test -> !test.seen()).orElse(false)
            && !verdict.undetermined().contains(Parameter.DIPOLE_MOMENT);
    if (relaxationOpen) {
      parameters.add(Math.min(2, parameters.size()), relaxationLimit());
    } else if (verdict.undetermined().contains(Parameter.RELAXATION_TIME)) {
      parameters.add(Math.min(2, parameters.size()), undeterminedRelaxation("wald", null));
    }
    return parameters;
  }

  private FitResult.ParameterResult parameter(Estimate estimate) {
    Interval interval = estimate.interval();
    return new FitResult.ParameterResult(
        estimate.parameter().key(),
        estimate.parameter().unit(),
        estimate.determined() ? finite(estimate.value()) : null,
        finite(estimate.standardError()),
        new FitResult.IntervalResult(
            interval.level(),
            interval.method(),
            finite(interval.lower()),
            finite(interval.upper())),
        estimate.fixed(),
        estimate.determined(),
        ConstraintResults.atBound(optimum, estimate.parameter()),
        ConstraintResults.prior(optimum, estimate.parameter()));
  }

  private FitResult.ParameterResult relaxationLimit() {
    OptionalDouble lower = RelaxationLimit.lower(optimum, level);
    double pValue = optimum.relaxationTest().orElseThrow().pValue();
    if (optimum.options().relaxation() == Relaxation.AUTO) {
      warnings.add(
          String.format(
                  Locale.ROOT,
                  "relaxation is not seen (p-value %.2g) and is left out of the fit; ",
                  pValue)
              + (lower.isPresent()
                  ? "relaxationTime is known to be longer than the limit given"
                  : "no limit on relaxationTime can be given"));
    }
    return undeterminedRelaxation(
        "profile", lower.isPresent() ? Double.valueOf(lower.getAsDouble()) : null);
  }

  private FitResult.ParameterResult undeterminedRelaxation(String method, @Nullable Double lower) {
    return new FitResult.ParameterResult(
        Parameter.RELAXATION_TIME.key(),
        Parameter.RELAXATION_TIME.unit(),
        null,
        null,
        new FitResult.IntervalResult(level, method, lower, null),
        false,
        false);
  }

  private boolean isDetermined(Parameter parameter) {
    return estimates.stream()
        .anyMatch(estimate -> estimate.parameter() == parameter && estimate.determined());
  }

  private List<FitResult.SystematicResult> systematics() {
    boolean inside = !optimum.pulls().isEmpty(); // the limits
    if (inside || !isDetermined(Parameter.DIPOLE_MOMENT)) {
      return List.of();
    }
    List<FitResult.SystematicResult> lines = new ArrayList<>();
    Map<String, Double> squares = new TreeMap<>();
    for (CalibrationEffect effect : CalibrationEffect.of(optimum, measurement.calibrationTerms())) {
      Map<String, Double> changes = new TreeMap<>();
      effect
          .change()
          .forEach(
              (parameter, change) -> {
                if (isDetermined(parameter)) {
                  changes.put(parameter.key(), change);
                  squares.merge(parameter.key(), change * change, Double::sum);
                }
              });
      lines.add(new FitResult.SystematicResult(effect.source(), changes));
    }
    if (!lines.isEmpty()) {
      squares.replaceAll((name, square) -> Math.sqrt(square));
      lines.add(new FitResult.SystematicResult(FitResult.SystematicResult.TOTAL, squares));
    }
    return lines;
  }

  private FitResult.StatisticsResult statistics() {
    boolean known = optimum.options().noise() instanceof Noise.Absolute;
    JacobianAnalysis analysis = new JacobianAnalysis(optimum.weightedJacobian());
    return new FitResult.StatisticsResult(
        optimum.observations().size(),
        optimum.free().size(),
        optimum.degreesOfFreedom(),
        optimum.chiSquare(),
        optimum.reducedChiSquare(),
        known ? finite(optimum.goodnessOfFit()) : null,
        optimum.options().noise().name(),
        optimum.shiftPValue(),
        optimum.relaxationTest().isPresent()
            ? finite(optimum.relaxationTest().get().pValue())
            : null,
        analysis.fullRank() ? finite(analysis.conditionNumber()) : null,
        optimum.starts(),
        optimum.minimum().stop().text(),
        optimum.options().loss().key(),
        ConstraintResults.noiseFactors(optimum));
  }

  private FitResult.CorrelationResult correlation() {
    List<String> names = optimum.free().stream().map(Parameter::key).toList();
    if (!isDetermined(Parameter.DIPOLE_MOMENT)) {
      return new FitResult.CorrelationResult(names, List.of());
    }
    List<List<Double>> matrix = new ArrayList<>();
    for (double[] row : WaldIntervals.correlation(optimum)) {
      List<Double> values = new ArrayList<>();
      for (double value : row) {
        values.add(value);
      }
      matrix.add(values);
    }
    return new FitResult.CorrelationResult(names, matrix);
  }

  private List<FitResult.ReadingResult> readings() {
    List<FitResult.ReadingResult> rows = new ArrayList<>();
    for (int i = 0; i < optimum.observations().size(); i++) {
      Reading reading = optimum.observations().readings().get(i);
      rows.add(
          new FitResult.ReadingResult(
              reading.origin().file(),
              reading.origin().line(),
              reading.drive() instanceof Drive.AcField field ? finite(field.amplitude()) : null,
              reading.biasRate() instanceof BiasRate.FieldRate rate ? finite(rate.rate()) : null,
              optimum.observations().rabi(i, optimum.values()),
              optimum.observations().sweepRate(i, optimum.values()),
              reading.frequency(),
              reading.sigma().isPresent() ? finite(reading.sigma().getAsDouble()) : null,
              optimum.prediction().frequency(i)));
    }
    return rows;
  }

  private void warnIfWarm() {
    if (measurement.temperature().isPresent()) {
      double ratio =
          Constants.PLANCK
              * optimum.values().referenceFrequency()
              / (Constants.BOLTZMANN * measurement.temperature().getAsDouble());
      if (ratio < COLD) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "the sample is warm: h f/(k_B T) = %.2g, where the theory wants it well above 1;"
                    + " thermally excited two-level systems make chi too small",
                ratio));
      }
    }
  }

  private void warnIfRelaxationIsApproximate() {
    if (optimum.options().model().name().equals(LzModel.NAME)
        && optimum.values().relaxationRate() > 0) {
      warnings.add(
          "model lz is exact without relaxation only; with it, it leaves out two-level systems that"
              + " relax on the way and cross again, which biases chi and relaxationTime");
    }
  }

  /** The value, or null where it is no number. */
  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
