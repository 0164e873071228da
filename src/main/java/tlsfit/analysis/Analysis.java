package tlsfit.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import tlsfit.analysis.ProgressListener.Stage;
import tlsfit.diagnosis.Checks;
import tlsfit.diagnosis.CircumstanceFindings;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.diagnosis.MeasurementFindings;
import tlsfit.diagnosis.OtherModel;
import tlsfit.diagnosis.OtherModels;
import tlsfit.diagnosis.SlowChanges;
import tlsfit.diagnosis.Spread;
import tlsfit.diagnosis.TableFits;
import tlsfit.fit.EvaluationBudget;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.planning.NextReadings;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.FitResult;
import tlsfit.result.ModelComparison;
import tlsfit.setup.FitOptions;
import tlsfit.setup.FitSetup;
import tlsfit.setup.IntervalSetup;
import tlsfit.uncertainty.Bootstrap;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.LikelihoodSurfaces;
import tlsfit.uncertainty.ParameterProfiles;
import tlsfit.uncertainty.Regions;
import tlsfit.uncertainty.SweepCurves;
import tlsfit.uncertainty.SystematicEffects;
import tlsfit.uncertainty.SystematicUncertainties;
import tlsfit.uncertainty.WaldAgainstProfile;

/**
 * The analysis of a sample: the fit, its confidence intervals and findings, systematic
 * uncertainties, the other models, and where to measure next.
 *
 * <pre>{@code
 * LoadedSample sample = Loader.load(Path.of("sample-data/al-a.yaml"));
 * FitResult result = Analysis.of(sample.measurement(), sample.setup()).result();
 * }</pre>
 *
 * <p>A pure calculation: the same measurement, setup and seed give the same result, whatever the
 * executor. Instances are immutable.
 */
public final class Analysis {
  /**
   * Evaluations of the model at one reading that each calculation beside the fit may take: so many,
   * and so many more for each reading, but at most so many; some seconds.
   */
  private static final long LEAST_BUDGET = 5_000_000;

  private static final long BUDGET_OF_READING = 2_000;
  private static final long LARGEST_BUDGET = 50_000_000;

  private final Measurement measurement;
  private final FitSetup setup;
  private final ExecutorService executor;
  private final long seed;
  private final ProgressListener progress;
  private final long budget;

  private Analysis(
      Measurement measurement,
      FitSetup setup,
      ExecutorService executor,
      long seed,
      ProgressListener progress,
      long budget) {
    this.measurement = measurement;
    this.setup = setup;
    this.executor = executor;
    this.seed = seed;
    this.progress = progress;
    this.budget = budget;
  }

  /**
   * The analysis of a measurement, in the calling thread, with seed 1 and the usual budget.
   *
   * @param measurement what was measured
   * @param setup how to fit it
   */
  public static Analysis of(Measurement measurement, FitSetup setup) {
    return new Analysis(
        measurement, setup, new CallerThread(), 1, ProgressListener.NONE, usualBudget(measurement));
  }

  /**
   * The evaluations of the model at one reading that each calculation beside the fit may take, a
   * distribution counting each of its nodes.
   */
  public static long usualBudget(Measurement measurement) {
    long wanted = LEAST_BUDGET + BUDGET_OF_READING * measurement.readings().count();
    return Math.min(wanted, LARGEST_BUDGET);
  }

  /** The same with threads for a bootstrap; the executor is not shut down. */
  public Analysis withExecutor(ExecutorService threads) {
    return new Analysis(measurement, setup, threads, seed, progress, budget);
  }

  /** The same with another seed of all random numbers. */
  public Analysis withSeed(long number) {
    return new Analysis(measurement, setup, executor, number, progress, budget);
  }

  /** The same, telling how far it is. */
  public Analysis withProgress(ProgressListener listener) {
    return new Analysis(measurement, setup, executor, seed, listener, budget);
  }

  /**
   * The same with another budget of each calculation beside the fit; one that would exceed it is
   * left out, which a finding {@link FindingCode#LEFT_OUT} says.
   *
   * @param evaluations of the model at one reading, 0 or more
   */
  public Analysis withBudget(long evaluations) {
    return new Analysis(measurement, setup, executor, seed, progress, evaluations);
  }

  /**
   * Makes the analysis.
   *
   * @throws tlsfit.setup.SetupException if the setup contradicts itself or the measurement
   * @throws FitRefusedException if the readings cannot be fitted as asked, such as too few of them
   */
  public FitResult result() {
    FitOptions options = setup.resolve(measurement);
    progress.progress(Stage.FIT, 0, 1);
    Fit first = Fitter.fit(measurement, options);
    progress.progress(Stage.FIT, 1, 1);
    Inference inference = infer(first, options);
    Fit fit = inference.fit();
    Diagnosis diagnosis = inference.diagnosis();
    List<Finding> findings = new ArrayList<>(diagnosis.findings());

    Comparisons comparisons = new Comparisons(findings);
    Optional<OtherModel> other =
        comparisons.make("otherModel", () -> Optional.of(otherModel(fit)), Optional.empty());
    findings.addAll(inference.findings());
    findings.addAll(MeasurementFindings.of(measurement, fit, diagnosis));
    findings.addAll(CircumstanceFindings.of(measurement, fit));
    if (setup.fitsCalibration() && measurement.calibrationTerms().isEmpty()) {
      findings.add(Finding.of(FindingCode.NO_CALIBRATION_TERM, Kind.NOTE, false));
    }
    findings.addAll(
        comparisons.make("checks", () -> Checks.of(limited(fit), diagnosis), List.of()));
    boolean stands = diagnosis.shiftSeen() && diagnosis.converged();
    Optional<SlowChanges> slow =
        stands
            ? comparisons.make(
                "slowChanges", () -> Optional.of(SlowChanges.of(limited(fit))), Optional.empty())
            : Optional.empty();
    slow.flatMap(tried -> tried.finding(fit)).ifPresent(findings::add);
    Optional<Spread> spread =
        stands
            ? comparisons.make("spread", () -> Spread.of(limited(fit)), Optional.empty())
            : Optional.empty();
    spread.map(Spread::finding).ifPresent(findings::add);
    if (diagnosis.shiftSeen()) {
      WaldAgainstProfile.of(inference).ifPresent(findings::add);
    }
    ResultAssembly.Parts parts =
        new ResultAssembly.Parts(
            inference,
            inference.estimates(),
            comparisons.make(
                "derived",
                () -> new DerivedQuantities(measurement, fit, other, diagnosis).all(),
                List.of()),
            comparisons.make(
                "systematics",
                () ->
                    SystematicUncertainties.of(
                        inference.within(new EvaluationBudget(budget)),
                        measurement.calibrationTerms(),
                        other,
                        slow,
                        spread),
                List.of()),
            comparisons.make(
                "regions",
                () -> Regions.of(inference.within(new EvaluationBudget(budget))),
                List.of()),
            comparisons.make("next", () -> NextReadings.of(limited(fit), diagnosis), List.of()),
            comparisons.make("tables", () -> TableFits.of(limited(fit), diagnosis), List.of()),
            // Without a shift every model says the same: nothing.
            diagnosis.shiftSeen()
                ? comparisons.make(
                    "otherModels",
                    () -> OtherModels.of(limited(fit), diagnosis, other, spread),
                    ModelComparison.NONE)
                : ModelComparison.NONE,
            SweepCurves.of(measurement, inference),
            comparisons.make(
                "profiles",
                () -> ParameterProfiles.of(inference.within(new EvaluationBudget(budget))),
                List.of()),
            LikelihoodSurfaces.of(fit));
    findings.sort(Comparator.comparing(Finding::kind));
    return ResultAssembly.of(measurement, setup, seed, parts, findings);
  }

  private OtherModel otherModel(Fit fit) {
    return OtherModel.of(SystematicEffects.fitOtherModel(limited(fit), setup.otherShiftModel()));
  }

  private Fit limited(Fit fit) {
    return fit.within(new EvaluationBudget(budget));
  }

  private Inference infer(Fit fit, FitOptions options) {
    IntervalSetup intervals = setup.intervals();
    double level = intervals.levelOrDefault();
    progress.progress(Stage.INTERVALS, 0, 1);
    Inference inference =
        switch (intervals.kindOrDefault()) {
          case WALD -> Inference.wald(fit, level);
          case PROFILE -> Inference.profile(fit, level);
          case BOOTSTRAP -> {
            int replicates = intervals.replicatesOrDefault();
            yield Inference.bootstrap(
                fit,
                level,
                new Bootstrap.Settings(intervals.bootstrapOf(options), replicates, seed),
                executor,
                done -> progress.progress(Stage.BOOTSTRAP, done, replicates));
          }
        };
    progress.progress(Stage.INTERVALS, 1, 1);
    return inference;
  }

  /** The calculations beside the fit, each within its own budget. */
  private final class Comparisons {
    private static final int NUMBER = 11;
    private final List<Finding> findings;
    private int done;

    private Comparisons(List<Finding> findings) {
      this.findings = findings;
    }

    /** What a calculation gives; the other value, and a finding, where its budget ends before. */
    private <T> T make(String name, Supplier<T> calculation, T without) {
      progress.progress(Stage.COMPARISONS, done++, NUMBER);
      try {
        return calculation.get();
      } catch (EvaluationBudget.Spent e) {
        findings.add(
            Finding.of(FindingCode.LEFT_OUT, Kind.NOTE, false)
                .withLimit((double) budget)
                .about(name));
        return without;
      }
    }
  }
}
