package tlsfit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.diagnosis.Outliers;
import tlsfit.explain.Explain;
import tlsfit.fit.Fit;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.LossTangent;
import tlsfit.model.Parameter;
import tlsfit.result.Advice;
import tlsfit.result.BootstrapSummary;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.result.LikelihoodSurface;
import tlsfit.result.ModelComparison;
import tlsfit.result.NoiseFactor;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterMatrix;
import tlsfit.result.ParameterProfile;
import tlsfit.result.Provenance;
import tlsfit.result.Region;
import tlsfit.result.SlowChangeEstimate;
import tlsfit.result.SweepCurve;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.TableFit;
import tlsfit.result.Verdict;
import tlsfit.setup.FitSetup;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Noise;
import tlsfit.setup.SlowChange;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.SystematicUncertainties;

/** The assembly of a {@link FitResult} from the parts of an analysis; fits and judges nothing. */
final class ResultAssembly {
  /**
   * The parts.
   *
   * @param inference the fit with its diagnosis and estimates
   * @param parameters the estimates as they are reported
   * @param derived quantities that follow
   * @param systematics systematic uncertainties
   * @param regions simultaneous confidence regions
   * @param next where to measure next
   * @param tables the tables one by one
   * @param models the other models
   * @param curves along the sweeps
   * @param profiles of the parameters
   * @param likelihood mapped whole
   */
  record Parts(
      Inference inference,
      List<ParameterEstimate> parameters,
      List<DerivedQuantity> derived,
      List<SystematicUncertainty> systematics,
      List<Region> regions,
      List<Advice> next,
      List<TableFit> tables,
      ModelComparison models,
      List<SweepCurve> curves,
      List<ParameterProfile> profiles,
      LikelihoodSurface likelihood) {}

  private final Measurement measurement;
  private final Parts parts;
  private final Fit fit;
  private final Diagnosis diagnosis;

  private ResultAssembly(Measurement measurement, Parts parts) {
    this.measurement = measurement;
    this.parts = parts;
    this.fit = parts.inference.fit();
    this.diagnosis = parts.inference.diagnosis();
  }

  static FitResult of(
      Measurement measurement, FitSetup setup, long seed, Parts parts, List<Finding> findings) {
    return new ResultAssembly(measurement, parts).assemble(setup, seed, findings);
  }

  private FitResult assemble(FitSetup setup, long seed, List<Finding> findings) {
    return new FitResult(
        FitResult.SCHEMA,
        measurement.sample(),
        measurement.about(),
        fit.options().model().name(),
        fit.options().model().edition(),
        fit.values().relaxationRate() > 0,
        verdict(findings),
        parameters(),
        derived(),
        parts.systematics,
        nuisances(),
        slowChanges(),
        statistics(),
        correlation(),
        covariance(),
        parts.regions,
        bootstrap(),
        Outliers.of(fit),
        parts.next,
        parts.tables,
        parts.models,
        FittedReadings.of(fit, diagnosis.determined(), parts.inference.level()),
        FittedReadings.excluded(measurement, fit.options().model(), fit.values()),
        parts.curves,
        parts.profiles,
        parts.likelihood,
        provenance(setup, seed));
  }

  private Verdict verdict(List<Finding> findings) {
    List<String> problems =
        findings.stream()
            .filter(finding -> finding.kind() == Finding.Kind.FACT && !finding.holds())
            .map(finding -> Explain.finding(finding).sentence())
            .toList();
    return new Verdict(
        problems.isEmpty(),
        diagnosis.converged(),
        diagnosis.determined(),
        diagnosis.shape(),
        problems,
        findings);
  }

  private List<ParameterEstimate> parameters() {
    return parts.parameters.stream()
        .map(
            estimate ->
                estimate.withCalibrationError(
                    SystematicUncertainties.calibration(parts.systematics, estimate.name())
                        .orElse(null)))
        .toList();
  }

  /**
   * The loss tangent has the interval and the calibration error of χ, to which it is in proportion.
   */
  private List<DerivedQuantity> derived() {
    return parts.derived.stream()
        .map(
            quantity ->
                quantity.name().equals("lossTangent")
                    ? quantity.inProportionTo(chi(), LossTangent.OVER_CHI)
                    : quantity)
        .toList();
  }

  private ParameterEstimate chi() {
    return parameters().stream()
        .filter(estimate -> estimate.name().equals(Parameter.CHI.key()))
        .findFirst()
        .orElseThrow();
  }

  private List<NuisanceEstimate> nuisances() {
    List<NuisanceEstimate> nuisances = new ArrayList<>();
    double[][] covariance = fit.covariance();
    for (int k = 0; k < fit.nuisances().size(); k++) {
      int column = fit.free().size() + k;
      CalibrationTerm term = fit.options().nuisances().get(k).term();
      nuisances.add(
          new NuisanceEstimate(
              term.source(),
              fit.nuisances().get(k),
              finite(Math.sqrt(covariance[column][column])),
              term.effect(logarithms(covariance, column))));
    }
    return nuisances;
  }

  /** What the logarithms of the parameters do when a nuisance parameter moves by 1. */
  private Map<String, Double> logarithms(double[][] covariance, int column) {
    Map<String, Double> changes = new TreeMap<>();
    for (int j = 0; j < fit.free().size(); j++) {
      Parameter parameter = fit.free().get(j);
      double value = fit.values().get(parameter);
      double change =
          covariance[j][column]
              / covariance[column][column]
              * fit.values().derivative(parameter)
              / value;
      if (value > 0 && Double.isFinite(change)) {
        changes.put(parameter.key(), change);
      }
    }
    return changes;
  }

  private List<SlowChangeEstimate> slowChanges() {
    List<SlowChangeEstimate> changes = new ArrayList<>();
    double[][] covariance = fit.covariance();
    for (int k = 0; k < fit.slow().size(); k++) {
      SlowChange change = fit.options().slow().get(k);
      int column = fit.columnOfSlow(k);
      changes.add(
          new SlowChangeEstimate(
              change.table(),
              change.kind().key(),
              fit.slow().get(k),
              finite(Math.sqrt(covariance[column][column]))));
    }
    return changes;
  }

  private FitStatistics statistics() {
    OptionalDouble goodness = fit.goodnessOfFit();
    boolean fromScatter = fit.options().noise() instanceof Noise.FromScatter;
    JacobianAnalysis analysis = fit.linearization().analysis();
    boolean fullRank = analysis.fullRank();
    List<NoiseFactor> factors = noiseFactors();
    return new FitStatistics(
        fit.observations().size(),
        fit.fittedNumbers(),
        fit.degreesOfFreedom(),
        fit.chiSquare(),
        fromScatter ? null : finite(fit.reducedChiSquare()),
        fromScatter ? factors.get(0).factor() : null,
        goodness.isPresent() ? finite(goodness.getAsDouble()) : null,
        fit.options().noise().name(),
        fit.shiftPValue(),
        fit.relaxation().test().isPresent() ? finite(fit.relaxation().test().get().pValue()) : null,
        fullRank ? finite(analysis.conditionNumber()) : null,
        fit.starts(),
        fit.minimum().stop().key(),
        fit.options().loss().key(),
        factors);
  }

  private List<NoiseFactor> noiseFactors() {
    List<NoiseFactor> factors = new ArrayList<>();
    List<String> names = fit.observations().tableNames();
    for (int t = 0; t < names.size(); t++) {
      factors.add(new NoiseFactor(names.get(t), fit.noiseFactors().get(t)));
    }
    return factors;
  }

  private ParameterMatrix correlation() {
    return parts.inference.determines(Parameter.DIPOLE_MOMENT)
        ? matrix(fit.correlation())
        : new ParameterMatrix(names(), List.of());
  }

  /** That of the parameters themselves, from that of their scaled values. */
  private ParameterMatrix covariance() {
    if (!parts.inference.determines(Parameter.DIPOLE_MOMENT)) {
      return new ParameterMatrix(names(), List.of());
    }
    int m = fit.free().size();
    double[][] scaled = fit.covariance();
    double[][] covariance = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        covariance[i][j] =
            scaled[i][j]
                * fit.values().derivative(fit.free().get(i))
                * fit.values().derivative(fit.free().get(j));
      }
    }
    return matrix(covariance);
  }

  private List<String> names() {
    return fit.free().stream().map(Parameter::key).toList();
  }

  private ParameterMatrix matrix(double[][] numbers) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : numbers) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return new ParameterMatrix(names(), rows);
  }

  private @Nullable BootstrapSummary bootstrap() {
    return parts
        .inference
        .replicates()
        .map(
            made ->
                new BootstrapSummary(
                    made.settings().kind().name().toLowerCase(Locale.ROOT),
                    made.settings().replicates(),
                    made.failed(),
                    made.settings().seed()))
        .orElse(null);
  }

  private Provenance provenance(FitSetup setup, long seed) {
    Map<String, String> options = new TreeMap<>(setup.inForce(fit.options()));
    if (setup.intervals().kindOrDefault() == IntervalKind.BOOTSTRAP) {
      options.put("seed", Long.toString(seed));
    }
    return new Provenance(ProgramVersion.get(), measurement.inputs(), options, measurement.notes());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
