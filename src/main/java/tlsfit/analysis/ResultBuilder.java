package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.model.Parameter;
import tlsfit.result.FitResult;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.uncertainty.Band;
import tlsfit.uncertainty.Estimate;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.Interval;
import tlsfit.uncertainty.Region;
import tlsfit.uncertainty.RelaxationLimit;
import tlsfit.uncertainty.Systematics;
import tlsfit.units.Constants;

/** Turns an fit into a {@link FitResult}. */
public final class ResultBuilder {
  /** ħω0/(k_B T) below which heat takes more than 4 % off the population difference, tanh(2). */
  private static final double COLD = 4;

  private final Measurement measurement;
  private final Inference inference;
  private final Fit fit;
  private final Fit other;
  private final Verdict verdict;
  private final double level;
  private final List<Estimate> estimates;
  private final List<String> warnings;

  private ResultBuilder(Measurement measurement, Inference inference, Fit other) {
    this.measurement = measurement;
    this.inference = inference;
    this.fit = inference.fit();
    this.other = other;
    this.level = inference.level();
    verdict = inference.verdict();
    estimates = inference.estimates();
    warnings = new ArrayList<>(verdict.warnings());
    warnings.addAll(inference.warnings());
  }

  /**
   * The result of a fit.
   *
   * @param measurement what was measured
   * @param inference its fit with intervals
   * @param other the fit with the other model, whose dipole moment is shown beside
   * @param version of the program
   * @param options the options in force, by name
   */
  public static FitResult build(
      Measurement measurement,
      Inference inference,
      Fit other,
      String version,
      Map<String, String> options) {
    return new ResultBuilder(measurement, inference, other).build(version, options);
  }

  private FitResult build(String version, Map<String, String> options) {
    List<FitResult.ParameterResult> parameters = parameters();
    warnIfWarm();
    warnIfRelaxationIsApproximate();
    DiagnosisBuilder diagnosis = new DiagnosisBuilder(inference, other);
    return new FitResult(
        FitResult.SCHEMA,
        measurement.sample(),
        fit.options().model().name(),
        fit.values().relaxationRate() > 0,
        new FitResult.VerdictResult(
            verdict.valid(),
            verdict.converged(),
            verdict.determined(),
            verdict.shape().key(),
            verdict.problems(),
            warnings),
        parameters,
        new DerivedQuantities(measurement, fit, other, verdict).all(),
        new Systematics(measurement, inference, other).lines(),
        ConstraintResults.pulls(fit),
        statistics(),
        correlation(),
        regions(),
        bootstrap(),
        ConstraintResults.outliers(fit),
        NextResults.of(fit, verdict),
        diagnosis.checks(),
        diagnosis.tables(),
        diagnosis.modelComparison(),
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
        fit.relaxationTest().map(test -> !test.seen()).orElse(false)
            && !verdict.undetermined().contains(Parameter.DIPOLE_MOMENT);
    if (relaxationOpen) {
      parameters.add(Math.min(2, parameters.size()), relaxationLimit());
    } else if (verdict.undetermined().contains(Parameter.RELAXATION_TIME)) {
      parameters.add(Math.min(2, parameters.size()), undeterminedRelaxation("none", null));
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
        ConstraintResults.atBound(fit, estimate.parameter()),
        ConstraintResults.prior(fit, estimate.parameter()));
  }

  private FitResult.ParameterResult relaxationLimit() {
    OptionalDouble lower = RelaxationLimit.lower(fit, level);
    double pValue = fit.relaxationTest().orElseThrow().pValue();
    if (fit.options().relaxation() == Relaxation.AUTO) {
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

  /** The regions of p with T10 and with χ, where limits were asked for that cost a refit. */
  private List<FitResult.RegionResult> regions() {
    if (inference.kind() == IntervalKind.WALD || !isDetermined(Parameter.DIPOLE_MOMENT)) {
      return List.of();
    }
    List<FitResult.RegionResult> regions = new ArrayList<>();
    for (Parameter second : List.of(Parameter.RELAXATION_TIME, Parameter.CHI)) {
      if (fit.free().containsAll(List.of(Parameter.DIPOLE_MOMENT, second))
          && isDetermined(second)) {
        Region region = Region.of(fit, Parameter.DIPOLE_MOMENT, second, level);
        regions.add(
            new FitResult.RegionResult(
                List.of(region.first().key(), region.second().key()),
                level,
                region.points().stream()
                    .map(
                        point ->
                            new FitResult.PointResult(
                                finite(point.first()), finite(point.second()), point.open()))
                    .toList()));
      }
    }
    return regions;
  }

  private FitResult.@Nullable BootstrapResult bootstrap() {
    return inference
        .replicates()
        .map(
            made ->
                new FitResult.BootstrapResult(
                    made.settings().kind().name().toLowerCase(Locale.ROOT),
                    made.settings().replicates(),
                    made.failed(),
                    made.settings().seed()))
        .orElse(null);
  }

  private FitResult.StatisticsResult statistics() {
    OptionalDouble goodness = fit.goodnessOfFit();
    JacobianAnalysis analysis = new JacobianAnalysis(fit.weightedJacobian());
    return new FitResult.StatisticsResult(
        fit.observations().size(),
        fit.free().size(),
        fit.degreesOfFreedom(),
        fit.chiSquare(),
        fit.reducedChiSquare(),
        goodness.isPresent() ? finite(goodness.getAsDouble()) : null,
        fit.options().noise().name(),
        fit.shiftPValue(),
        fit.relaxationTest().isPresent() ? finite(fit.relaxationTest().get().pValue()) : null,
        analysis.fullRank() ? finite(analysis.conditionNumber()) : null,
        fit.starts(),
        fit.minimum().stop().text(),
        fit.options().loss().key(),
        ConstraintResults.noiseFactors(fit));
  }

  private FitResult.CorrelationResult correlation() {
    List<String> names = fit.free().stream().map(Parameter::key).toList();
    if (!isDetermined(Parameter.DIPOLE_MOMENT)) {
      return new FitResult.CorrelationResult(names, List.of());
    }
    List<List<Double>> matrix = new ArrayList<>();
    for (double[] row : fit.correlation()) {
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
    List<Band> bands = verdict.determined() ? Band.of(fit, level) : List.of();
    for (int i = 0; i < fit.observations().size(); i++) {
      Reading reading = fit.observations().readings().get(i);
      rows.add(
          new FitResult.ReadingResult(
              reading.origin().file(),
              reading.origin().line(),
              reading.drive() instanceof Drive.AcField field ? finite(field.amplitude()) : null,
              reading.biasRate() instanceof BiasRate.FieldRate rate ? finite(rate.rate()) : null,
              fit.observations().rabi(i, fit.values()),
              fit.observations().sweepRate(i, fit.values()),
              reading.frequency(),
              reading.sigma().isPresent() ? finite(reading.sigma().getAsDouble()) : null,
              fit.prediction().frequency(i),
              bands.isEmpty() ? null : finite(bands.get(i).confidence()),
              bands.isEmpty() ? null : finite(bands.get(i).prediction())));
    }
    return rows;
  }

  private void warnIfWarm() {
    if (measurement.temperature().isPresent()) {
      double ratio =
          Constants.PLANCK
              * fit.values().referenceFrequency()
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
    if (fit.options().model().name().equals(LzModel.NAME) && fit.values().relaxationRate() > 0) {
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
