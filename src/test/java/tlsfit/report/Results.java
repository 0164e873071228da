package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Advice;
import tlsfit.result.BootstrapSummary;
import tlsfit.result.CalibrationEffect;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.ExcludedReading;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.result.FittedReading;
import tlsfit.result.InputFile;
import tlsfit.result.Interval;
import tlsfit.result.LikelihoodSurface;
import tlsfit.result.ModelComparison;
import tlsfit.result.ModelFit;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.result.NestedComparison;
import tlsfit.result.NoiseFactor;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.Outlier;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterMatrix;
import tlsfit.result.PriorKnowledge;
import tlsfit.result.Provenance;
import tlsfit.result.Region;
import tlsfit.result.SampleNotes;
import tlsfit.result.Setting;
import tlsfit.result.Shape;
import tlsfit.result.SlowChangeEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.result.TableFit;
import tlsfit.result.Verdict;

/** Results made up by hand, to be shown and compared; no fit gave them. */
public final class Results {
  private static final double DEBYE = tlsfit.units.Constants.DEBYE;
  private static final String SHA =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final List<NoiseFactor> SIGMA = List.of(new NoiseFactor("a.csv", 2.05));

  private Results() {}

  private static final Map<String, Double> AT_MINIMUM = Map.of("acField", 2000.0, "biasRate", 4e10);

  private static Verdict verdict(
      boolean valid, boolean converged, boolean determined, Shape shape) {
    return new Verdict(valid, converged, determined, shape, List.of(), List.of());
  }

  private static Verdict withFindings(Verdict verdict, List<Finding> findings) {
    return new Verdict(
        verdict.valid(),
        verdict.converged(),
        verdict.determined(),
        verdict.shape(),
        List.of(),
        findings);
  }

  private static DerivedQuantity derived(
      String name, double value, double error, String model, Map<String, Double> details) {
    String table = details.containsKey("acField") ? "a.csv" : "";
    return new DerivedQuantity(name, "C m", value, error, model, table, details);
  }

  private static CalibrationEffect effect(
      String name, boolean ofResonator, Map<String, Double> logarithms) {
    return new CalibrationEffect(name, "", ofResonator, 0, 0, logarithms);
  }

  /** Everything determined, sigma known, with calibration. */
  public static FitResult good(String sample, double debye, double relativeError) {
    double p = debye * DEBYE;
    return result(
        sample,
        "log",
        true,
        verdict(true, true, true, Shape.EXTREMUM),
        List.of(
            parameter("chi", "1", 1.0123e-4, 1.46e-6, 0.9841e-4, 1.0413e-4),
            parameter(
                "dipoleMoment",
                "C m",
                p,
                p * relativeError,
                p * Math.exp(-1.96 * relativeError),
                p * Math.exp(1.96 * relativeError)),
            parameter("relaxationTime", "s", 3.012e-6, 0.41e-6, 2.38e-6, 4.11e-6),
            parameter("referenceFrequency", "Hz", 5.0120001234e9, 980, 5.0119982e9, 5.0120020e9)),
        List.of(
            derived("dipoleMomentEq10", p / 2.9, p / 30, "", AT_MINIMUM),
            derived("dipoleMomentExtremum", p / 1.4, p / 15, "log", AT_MINIMUM),
            derived(
                "dipoleMomentLz",
                2.6 * p,
                2.6 * p * relativeError,
                "lz",
                Map.of("reducedChiSquare", 0.98, "reducedChiSquareOfFit", 0.97)),
            new DerivedQuantity("lossTangent", "1", 1.06e-4, 1.5e-6, "", "", Map.of()),
            new DerivedQuantity("densityOfStates", "1/(J m^3)", 1.62e43, 7.1e41, "", "", Map.of())),
        List.of(
            new SystematicUncertainty(
                Kind.CALIBRATION,
                "attenuation 78 dB ± 1 dB",
                Map.of("chi", 3.2e-6, "dipoleMoment", 0.21 * p, "referenceFrequency", -354.0),
                effect("attenuation", false, Map.of("chi", 0.0316, "dipoleMoment", 0.21))),
            new SystematicUncertainty(
                Kind.CALIBRATION,
                "gap 50 nm ± 1 nm",
                Map.of("chi", -1e-7, "dipoleMoment", 0.02 * p),
                effect("gap", true, Map.of("chi", -0.001, "dipoleMoment", 0.02))),
            new SystematicUncertainty(
                Kind.TOTAL,
                SystematicUncertainty.CALIBRATION_ALONE,
                Map.of("chi", 3.2016e-6, "dipoleMoment", 0.21095 * p, "referenceFrequency", 354.0)),
            new SystematicUncertainty(
                Kind.MODEL,
                "lz",
                Map.of("chi", -4.1e-6, "dipoleMoment", 1.6 * p, "referenceFrequency", -812.0)),
            new SystematicUncertainty(Kind.CUT_OFF, "0.5", Map.of("dipoleMoment", -0.12 * p)),
            new SystematicUncertainty(Kind.CUT_OFF, "2.0", Map.of("dipoleMoment", 0.1 * p)),
            new SystematicUncertainty(
                Kind.SLOW,
                "sqrt-baseline a.csv",
                Map.of("chi", 2e-7, "dipoleMoment", -0.011 * p, "referenceFrequency", 120.0)),
            new SystematicUncertainty(
                Kind.TOTAL, SystematicUncertainty.ALL, Map.of("dipoleMoment", 0.2427 * p))),
        new FitStatistics(
            61,
            4,
            57,
            55.3,
            0.9702,
            null,
            0.537,
            "absolute",
            1e-40,
            2e-21,
            7.5,
            7,
            "cost",
            "linear",
            SIGMA),
        new ParameterMatrix(
            List.of("chi", "dipoleMoment", "relaxationTime", "referenceFrequency"),
            List.of(
                List.of(1.0, -0.044, -0.782, 0.292),
                List.of(-0.044, 1.0, -0.404, 0.335),
                List.of(-0.782, -0.404, 1.0, -0.113),
                List.of(0.292, 0.335, -0.113, 1.0))));
  }

  /** A result with its checks, tables and models compared. */
  public static FitResult diagnosed(FitResult result) {
    double p = 5 * DEBYE;
    return copy(
        result,
        result.model(),
        result.regions(),
        result.bootstrap(),
        withFindings(
            result.verdict(),
            List.of(
                Finding.of(FindingCode.CHI_SQUARE, Finding.Kind.CHECK, true)
                    .withValue(0.9702)
                    .withPValue(0.537)
                    .withLimit(0.01),
                Finding.of(FindingCode.RUNS, Finding.Kind.CHECK, false)
                    .withValue(12)
                    .withPValue(2.3e-5)
                    .withLimit(0.01)
                    .with("expected", 31),
                Finding.of(FindingCode.INFLUENCE, Finding.Kind.CHECK, true)
                    .withValue(0.0432)
                    .withLimit(0.85)
                    .at(List.of(new Finding.Place("a.csv", 7)))
                    .with("change", 0.012)
                    .with("standardErrors", 0.6))),
        List.of(
            new TableFit("a.csv", 40, 36.2, 0.953, 1.01 * p, 0.03 * p),
            new TableFit("bias-sweep.csv", 21, 19.1, 1.02, null, null)),
        new ModelComparison(
            List.of(
                model("log", false, false, 3, 4321.5, null, Outcome.FITTED),
                model("log", true, false, 4, 55.3, null, Outcome.FITTED),
                model("log", true, true, 5, 54.9, 0.12, Outcome.FITTED),
                model("lz", true, true, 5, null, null, Outcome.NO_WIDTH)),
            List.of(
                new NestedComparison("relaxation", "log", true, false, 4266.2, 0),
                new NestedComparison("dipoleWidth", "log", true, true, 0.4, 0.2635),
                new NestedComparison("dipoleWidth", "lz", true, true, 0, 1))));
  }

  private static ModelFit model(
      String model,
      boolean relaxation,
      boolean wide,
      int parameters,
      @Nullable Double chiSquare,
      @Nullable Double width,
      Outcome outcome) {
    @Nullable Double aicc = chiSquare == null ? null : Double.valueOf(chiSquare + 2.1 * parameters);
    return new ModelFit(
        model,
        relaxation,
        wide,
        relaxation && !wide,
        parameters,
        chiSquare,
        aicc,
        chiSquare == null ? null : Double.valueOf(chiSquare + 4.1 * parameters),
        aicc == null ? null : Double.valueOf(aicc > 1000 ? 1e-300 : wide ? 0.3 : 0.7),
        width,
        aicc == null ? null : Double.valueOf(5 * DEBYE),
        aicc == null ? null : Double.valueOf(0.1 * DEBYE),
        outcome);
  }

  /** Nothing moves: no number may be shown. */
  public static FitResult notDetermined() {
    return result(
        "control",
        "log",
        false,
        withFindings(
            verdict(false, true, false, Shape.PLATEAU),
            List.of(
                Finding.of(FindingCode.SHIFT_SEEN, Finding.Kind.FACT, false)
                    .withPValue(0.72)
                    .withLimit(1e-3)
                    .ofParameters(List.of("chi", "dipoleMoment")))),
        List.of(
            undetermined("chi", "1", null, "wald"),
            undetermined("dipoleMoment", "C m", null, "wald"),
            parameter("referenceFrequency", "Hz", 5.203e9, 330, 5.2029993e9, 5.2030007e9)),
        List.of(derived("dipoleMomentEq10", 1.77e-26, 1e-26, "", AT_MINIMUM)),
        List.of(),
        new FitStatistics(
            36,
            3,
            33,
            3.1e9,
            null,
            Math.sqrt(9.4e7),
            null,
            "from-scatter",
            0.72,
            null,
            null,
            1,
            "cost",
            "linear",
            List.of(new NoiseFactor("a.csv", Math.sqrt(9.4e7)))),
        new ParameterMatrix(List.of("chi", "dipoleMoment", "referenceFrequency"), List.of()));
  }

  /** Relaxation is not seen, and sigma are relative. */
  public static FitResult openLimit() {
    return result(
        "open",
        "log",
        true,
        withFindings(
            verdict(true, true, true, Shape.EXTREMUM),
            List.of(
                Finding.of(FindingCode.RELAXATION_NOT_SEEN, Finding.Kind.NOTE, false)
                    .withValue(1.234e-4)
                    .withPValue(0.22)
                    .ofParameters(List.of("relaxationTime")))),
        List.of(
            parameter("chi", "1", 2.5e-4, 1e-6, 2.48e-4, 2.52e-4),
            parameter("dipoleMoment", "C m", 2.2 * DEBYE, 0.3 * DEBYE, 1.7 * DEBYE, 2.9 * DEBYE),
            undetermined("relaxationTime", "s", 1.234e-4, "profile"),
            parameter("referenceFrequency", "Hz", 4.731e9, 1300, 4.7309974e9, 4.7310026e9)),
        List.of(),
        List.of(),
        new FitStatistics(
            72,
            4,
            68,
            290.0,
            4.265,
            null,
            null,
            "relative",
            1e-9,
            0.22,
            2.1,
            1,
            "cost",
            "linear",
            SIGMA),
        new ParameterMatrix(List.of("chi"), List.of(List.of(1.0))));
  }

  /** The dipole moment is fixed, the fit has not converged, and T10 is open above. */
  public static FitResult fixed() {
    double p = 5 * DEBYE;
    return result(
        "given",
        "log",
        true,
        withFindings(
            verdict(false, false, true, Shape.EXTREMUM),
            List.of(Finding.of(FindingCode.CONVERGED, Finding.Kind.FACT, false).about("limit"))),
        List.of(
            parameter("chi", "1", 1e-4, 1e-6, 0.98e-4, 1.02e-4),
            new ParameterEstimate(
                "dipoleMoment", "C m", p, null, new Interval(0.9, "fixed", p, p), true, true),
            new ParameterEstimate(
                "relaxationTime",
                "s",
                5e-6,
                61e-6,
                new Interval(0.9, "wald", 0.24e-6, null),
                false,
                true)),
        List.of(),
        List.of(),
        new FitStatistics(
            20,
            2,
            18,
            41.0,
            2.278,
            null,
            0.0016,
            "absolute",
            1e-6,
            0.04,
            55.0,
            3,
            "limit",
            "linear",
            SIGMA),
        new ParameterMatrix(
            List.of("chi", "relaxationTime"), List.of(List.of(1.0, 0.9), List.of(0.9, 1.0))));
  }

  /** The same with limits from a bootstrap, and a region that is open towards no relaxation. */
  public static FitResult bootstrapped() {
    FitResult wald = good("al-a", 4.99, 0.0215);
    return copy(
        wald,
        wald.model(),
        List.of(
            new Region(
                List.of("dipoleMoment", "relaxationTime"),
                0.95,
                List.of(
                    new Region.Point(1.6e-29, 2.7e-6, false),
                    new Region.Point(1.75e-29, 3.4e-6, false),
                    new Region.Point(1.7e-29, null, true)))),
        new BootstrapSummary("residual", 2000, 3, 7),
        wald.verdict(),
        wald.tables(),
        wald.modelComparison());
  }

  /** A list of one. */
  static List<FitResult> asList(@Nullable FitResult result) {
    return List.of(java.util.Objects.requireNonNull(result));
  }

  /** Converged and determined, yet the model does not describe the readings. */
  static FitResult rejected() {
    FitResult good = good("bad", 4.99, 0.0215);
    return copy(
        good,
        good.model(),
        good.regions(),
        good.bootstrap(),
        withFindings(
            verdict(false, true, true, Shape.EXTREMUM),
            List.of(
                Finding.of(FindingCode.RUNS, Finding.Kind.FACT, false)
                    .withValue(7)
                    .withPValue(1e-12)
                    .withLimit(1e-6)
                    .with("expected", 31),
                Finding.of(FindingCode.CHI_SQUARE, Finding.Kind.CHECK, false)
                    .withValue(3.9702)
                    .withPValue(1e-17)
                    .withLimit(0.01)
                    .about("large"),
                Finding.of(FindingCode.NORMALITY, Finding.Kind.CHECK, true)
                    .withValue(0.3)
                    .withPValue(0.53)
                    .withLimit(0.01))),
        good.tables(),
        good.modelComparison());
  }

  /** The dipole moment lies at a bound, with a prior on T10. */
  static FitResult bounded() {
    FitResult good = good("bounded", 3, 0.0215);
    List<ParameterEstimate> parameters = new ArrayList<>(good.parameters());
    double p = 3 * DEBYE;
    parameters.set(
        1,
        new ParameterEstimate(
            "dipoleMoment",
            "C m",
            p,
            null,
            new Interval(0.95, "profile", p, 3.4 * DEBYE),
            null,
            false,
            true,
            "lower",
            null));
    ParameterEstimate time = parameters.get(2);
    parameters.set(
        2,
        new ParameterEstimate(
            time.name(),
            time.unit(),
            time.value(),
            time.standardError(),
            time.interval(),
            null,
            false,
            true,
            null,
            new PriorKnowledge(3e-6, 0.5e-6)));
    return replaced(good, parameters, List.of(), good.provenance());
  }

  /** Some rows were left out. */
  static FitResult excluded() {
    FitResult good = diagnosed(good("al-x", 4.99, 0.0215));
    return replaced(
        good,
        good.parameters(),
        List.of(left(7, "line 7"), left(12, "power > -40 dBm"), left(13, "power > -40 dBm")),
        good.provenance());
  }

  private static ExcludedReading left(int line, String reason) {
    return new ExcludedReading(
        "a.csv",
        line,
        reason,
        new Setting("power", "W", 1e-3, "bias-rate", "V/s", 2000),
        900.0,
        4e10,
        1e8,
        1e16,
        5.01e9,
        4000.0,
        5.011e9);
  }

  /** One of each kind that is shown in its own way. */
  public static List<FitResult> ofEveryKind() {
    return List.of(
        diagnosed(good("al-a", 5, 0.02)),
        notDetermined(),
        openLimit(),
        fixed(),
        bootstrapped(),
        rejected(),
        bounded(),
        excluded());
  }

  /** A fit in which every name that came from a user is the same text. */
  public static FitResult named(String text) {
    FitResult good = diagnosed(good(text, 4.99, 0.0215));
    FitResult named =
        copy(
            good,
            good.model(),
            good.regions(),
            good.bootstrap(),
            good.verdict(),
            List.of(
                new TableFit(text, 40, 36.2, 0.953, 5 * DEBYE, 0.1 * DEBYE),
                new TableFit(text, 21, 19.1, 1.02, 5 * DEBYE, 0.2 * DEBYE)),
            good.modelComparison());
    return new FitResult(
        named.schema(),
        named.sample(),
        named.about(),
        named.model(),
        named.modelEdition(),
        named.relaxation(),
        named.verdict(),
        named.parameters(),
        named.derived(),
        List.of(
            new SystematicUncertainty(Kind.CALIBRATION, text, Map.of("dipoleMoment", DEBYE)),
            new SystematicUncertainty(
                Kind.SLOW, "linear-drift " + text, Map.of("dipoleMoment", DEBYE))),
        List.of(
            new NuisanceEstimate(
                text, 0.5, 0.5, new CalibrationEffect(text, text, false, 0.1, 0, Map.of()))),
        List.of(new SlowChangeEstimate(text, "linear-drift", 300, 20.0)),
        named.statistics(),
        named.correlation(),
        named.covariance(),
        named.regions(),
        named.bootstrap(),
        List.of(new Outlier(text, 7, 5, 0.1)),
        named.next(),
        named.tables(),
        named.modelComparison(),
        List.of(
            new FittedReading(
                text,
                7,
                new Setting(text, text, 1e-9, text, text, 1.0),
                1.0,
                1.0,
                1,
                1,
                5e9,
                300.0,
                300.0,
                5e9,
                0,
                -0.5,
                0.1,
                100.0,
                300.0)),
        List.of(
            new ExcludedReading(
                text,
                8,
                text,
                new Setting("power", "W", 1e-3, "bias-rate", "V/s", 2000),
                900.0,
                4e10,
                1e8,
                1e16,
                5.01e9,
                4000.0,
                5.011e9)),
        named.curves(),
        named.profiles(),
        named.likelihood(),
        new Provenance(
            "1.2.3", List.of(new InputFile(text, SHA, 61)), Map.of("model", "log"), List.of(text)));
  }

  private static FitResult replaced(
      FitResult result,
      List<ParameterEstimate> parameters,
      List<ExcludedReading> excluded,
      Provenance provenance) {
    return new FitResult(
        result.schema(),
        result.sample(),
        result.about(),
        result.model(),
        result.modelEdition(),
        result.relaxation(),
        result.verdict(),
        parameters,
        result.derived(),
        result.systematics(),
        result.nuisances(),
        result.slowChanges(),
        result.statistics(),
        result.correlation(),
        result.covariance(),
        result.regions(),
        result.bootstrap(),
        result.outliers(),
        result.next(),
        result.tables(),
        result.modelComparison(),
        result.readings(),
        excluded,
        result.curves(),
        result.profiles(),
        result.likelihood(),
        provenance);
  }

  /** The same result from another model. */
  public static FitResult withModel(FitResult result, String model) {
    return copy(
        result,
        model,
        result.regions(),
        result.bootstrap(),
        result.verdict(),
        result.tables(),
        result.modelComparison());
  }

  private static FitResult copy(
      FitResult result,
      String model,
      List<Region> regions,
      @Nullable BootstrapSummary bootstrap,
      Verdict verdict,
      List<TableFit> tables,
      ModelComparison comparison) {
    return new FitResult(
        result.schema(),
        result.sample(),
        result.about(),
        model,
        result.modelEdition(),
        result.relaxation(),
        verdict,
        result.parameters(),
        result.derived(),
        result.systematics(),
        result.nuisances(),
        result.slowChanges(),
        result.statistics(),
        result.correlation(),
        result.covariance(),
        regions,
        bootstrap,
        result.outliers(),
        result.next(),
        tables,
        comparison,
        result.readings(),
        result.excludedReadings(),
        result.curves(),
        result.profiles(),
        result.likelihood(),
        result.provenance());
  }

  private static ParameterEstimate parameter(
      String name, String unit, double value, double error, double lower, double upper) {
    return new ParameterEstimate(
        name, unit, value, error, new Interval(0.95, "wald", lower, upper), false, true);
  }

  private static ParameterEstimate undetermined(
      String name, String unit, @Nullable Double lower, String method) {
    return new ParameterEstimate(
        name, unit, null, null, new Interval(0.95, method, lower, null), false, false);
  }

  private static Advice next() {
    return new Advice(
        "dipoleMoment",
        9100.0,
        3.2e10,
        1.4e9,
        1e16,
        12,
        10,
        2.5,
        0.08,
        0,
        5 * DEBYE,
        null,
        9700,
        List.of(new Advice.Outside("acField", true, 2300, null)),
        new Advice.Source(-28.0, null, 1600.0));
  }

  private static FitResult result(
      String sample,
      String model,
      boolean relaxation,
      Verdict verdict,
      List<ParameterEstimate> parameters,
      List<DerivedQuantity> derived,
      List<SystematicUncertainty> systematics,
      FitStatistics statistics,
      ParameterMatrix correlation) {
    return new FitResult(
        FitResult.SCHEMA,
        sample,
        SampleNotes.NONE,
        model,
        1,
        relaxation,
        verdict,
        parameters,
        derived,
        systematics,
        List.of(),
        List.of(),
        statistics,
        correlation,
        new ParameterMatrix(correlation.names(), List.of()),
        List.of(),
        null,
        List.of(),
        verdict.determined() ? List.of() : List.of(next()),
        List.of(),
        ModelComparison.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        LikelihoodSurface.NONE,
        new Provenance(
            "1.2.3",
            List.of(
                new InputFile("in/" + sample + ".yaml", SHA, 0), new InputFile("a.csv", SHA, 61)),
            Map.of("model", model),
            List.of("a.csv: \"power [dBm]\" is the power of the source in dBm")));
  }
}
