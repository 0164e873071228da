package tlsfit.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.FitResult.BootstrapResult;
import tlsfit.result.FitResult.CheckResult;
import tlsfit.result.FitResult.CorrelationResult;
import tlsfit.result.FitResult.DerivedResult;
import tlsfit.result.FitResult.InputResult;
import tlsfit.result.FitResult.IntervalResult;
import tlsfit.result.FitResult.ModelComparisonResult;
import tlsfit.result.FitResult.ModelResult;
import tlsfit.result.FitResult.NestedTestResult;
import tlsfit.result.FitResult.NextResult;
import tlsfit.result.FitResult.NoiseFactorResult;
import tlsfit.result.FitResult.ParameterResult;
import tlsfit.result.FitResult.PointResult;
import tlsfit.result.FitResult.Provenance;
import tlsfit.result.FitResult.RegionResult;
import tlsfit.result.FitResult.StatisticsResult;
import tlsfit.result.FitResult.SystematicResult;
import tlsfit.result.FitResult.TableResult;
import tlsfit.result.FitResult.VerdictResult;

/** Results made up by hand, to be shown and compared; no fit gave them. */
public final class Results {
  private static final double DEBYE = tlsfit.units.Constants.DEBYE;
  private static final String SHA =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final List<NoiseFactorResult> SIGMA =
      List.of(new NoiseFactorResult("a.csv", 2.05));

  private Results() {}

  /** Everything determined, sigma known, with calibration. */
  public static FitResult good(String sample, double debye, double relativeError) {
    double p = debye * DEBYE;
    return result(
        sample,
        "log",
        true,
        new VerdictResult(true, true, true, "extremum", List.of(), List.of()),
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
            new DerivedResult(
                "dipoleMomentEq10",
                "C m",
                p / 2.9,
                p / 30,
                "Eq. 10 as printed, without a fit: lowest frequency at F_AC = 2000 V/m in a.csv"),
            new DerivedResult(
                "dipoleMomentExtremum",
                "C m",
                p / 1.4,
                p / 15,
                "Eq. 10 with the exact extremum of model log, without a fit: lowest frequency"),
            new DerivedResult(
                "dipoleMomentLz",
                "C m",
                2.6 * p,
                2.6 * p * relativeError,
                "fit of the same readings with model lz, reduced chi-square 0.98 (model log: 0.97)"),
            new DerivedResult("lossTangent", "1", 1.06e-4, 1.5e-6, "tan delta0 = pi chi/3"),
            new DerivedResult("densityOfStates", "1/(J m^3)", 1.62e43, 7.1e41, "P0 = ...")),
        List.of(
            new SystematicResult(
                SystematicResult.CALIBRATION,
                "attenuation 78 dB ± 1 dB",
                Map.of("chi", 3.2e-6, "dipoleMoment", 0.21 * p, "referenceFrequency", -354.0)),
            new SystematicResult(
                SystematicResult.CALIBRATION,
                "gap 50 nm ± 1 nm",
                Map.of("chi", -1e-7, "dipoleMoment", 0.02 * p)),
            new SystematicResult(
                SystematicResult.TOTAL,
                SystematicResult.CALIBRATION,
                Map.of("chi", 3.2016e-6, "dipoleMoment", 0.21095 * p, "referenceFrequency", 354.0)),
            new SystematicResult(
                "model",
                "model lz instead of log",
                Map.of("chi", -4.1e-6, "dipoleMoment", 1.6 * p, "referenceFrequency", -812.0)),
            new SystematicResult(
                "cut-off", "cut-off constant 1/2 in L", Map.of("dipoleMoment", -0.12 * p)),
            new SystematicResult(
                "cut-off", "cut-off constant 2 in L", Map.of("dipoleMoment", 0.1 * p)),
            new SystematicResult(
                SystematicResult.TOTAL,
                SystematicResult.ALL,
                Map.of("chi", 5.2e-6, "dipoleMoment", 1.62 * p, "referenceFrequency", 886.0))),
        new StatisticsResult(
            61,
            4,
            57,
            55.3,
            0.9702,
            0.537,
            "absolute",
            1e-40,
            2e-21,
            7.5,
            7,
            "converged",
            "linear",
            SIGMA),
        new CorrelationResult(
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
        List.of(
            new CheckResult("chiSquare", 0.9702, 0.537, true, "the scatter is as given"),
            new CheckResult(
                "runs", 12, 2.3e-5, false, "neighbours err together: " + "look ".repeat(20)),
            new CheckResult("influence", 0.0432, null, true, "the most influential is a.csv:7")),
        List.of(
            new TableResult("a.csv", 40, 36.2, 0.953, 1.01 * p, 0.03 * p),
            new TableResult("bias-sweep.csv", 21, 19.1, 1.02, null, null)),
        new ModelComparisonResult(
            List.of(
                model("log", false, false, 3, 4321.5, null, ""),
                model("log", true, false, 4, 55.3, null, ""),
                model("log", true, true, 5, 54.9, 0.12, ""),
                model("lz", true, true, 5, null, null, "no width fits best")),
            List.of(
                new NestedTestResult("relaxation", "log", true, false, 4266.2, 0),
                new NestedTestResult("dipoleWidth", "log", true, true, 0.4, 0.2635),
                new NestedTestResult("dipoleWidth", "lz", true, true, 0, 1))));
  }

  private static ModelResult model(
      String model,
      boolean relaxation,
      boolean wide,
      int parameters,
      @Nullable Double chiSquare,
      @Nullable Double width,
      String note) {
    @Nullable Double aicc = chiSquare == null ? null : Double.valueOf(chiSquare + 2.1 * parameters);
    return new ModelResult(
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
        note);
  }

  /** Nothing moves: no number may be shown. */
  public static FitResult notDetermined() {
    return result(
        "control",
        "log",
        false,
        new VerdictResult(
            false,
            true,
            false,
            "plateau",
            List.of("no shift is seen: raise the power range or lower the noise"),
            List.of()),
        List.of(
            undetermined("chi", "1", null, "wald"),
            undetermined("dipoleMoment", "C m", null, "wald"),
            parameter("referenceFrequency", "Hz", 5.203e9, 330, 5.2029993e9, 5.2030007e9)),
        List.of(
            new DerivedResult(
                "dipoleMomentEq10", "C m", 1.77e-26, 1e-26, "Eq. 10: lowest by chance")),
        List.of(),
        new StatisticsResult(
            36,
            3,
            33,
            3.1e9,
            9.4e7,
            null,
            "from scatter",
            0.72,
            null,
            null,
            1,
            "converged",
            "linear",
            List.of(new NoiseFactorResult("a.csv", Math.sqrt(9.4e7)))),
        new CorrelationResult(List.of("chi", "dipoleMoment", "referenceFrequency"), List.of()));
  }

  /** Relaxation is not seen, and sigma are relative. */
  public static FitResult openLimit() {
    return result(
        "open",
        "log",
        false,
        new VerdictResult(
            true,
            true,
            true,
            "extremum",
            List.of(),
            List.of("relaxation is not seen (p-value 0.22)")),
        List.of(
            parameter("chi", "1", 2.5e-4, 1e-6, 2.48e-4, 2.52e-4),
            parameter("dipoleMoment", "C m", 2.2 * DEBYE, 0.3 * DEBYE, 1.7 * DEBYE, 2.9 * DEBYE),
            undetermined("relaxationTime", "s", 1.234e-4, "profile"),
            parameter("referenceFrequency", "Hz", 4.731e9, 1300, 4.7309974e9, 4.7310026e9)),
        List.of(),
        List.of(),
        new StatisticsResult(
            72,
            3,
            69,
            290.0,
            4.203,
            null,
            "relative",
            1e-9,
            0.22,
            2.1,
            1,
            "converged",
            "linear",
            SIGMA),
        new CorrelationResult(List.of("chi"), List.of(List.of(1.0))));
  }

  /** The dipole moment is held, the fit has not converged, and T10 is open above. */
  public static FitResult held() {
    double p = 5 * DEBYE;
    return result(
        "held",
        "log",
        true,
        new VerdictResult(
            false,
            false,
            true,
            "extremum",
            List.of("the fit has not converged: the limit of iterations was reached"),
            List.of()),
        List.of(
            parameter("chi", "1", 1e-4, 1e-6, 0.98e-4, 1.02e-4),
            new ParameterResult(
                "dipoleMoment", "C m", p, null, new IntervalResult(0.9, "fixed", p, p), true, true),
            new ParameterResult(
                "relaxationTime",
                "s",
                5e-6,
                61e-6,
                new IntervalResult(0.9, "wald", 0.24e-6, null),
                false,
                true)),
        List.of(),
        List.of(),
        new StatisticsResult(
            20,
            2,
            18,
            41.0,
            2.278,
            0.0016,
            "absolute",
            1e-6,
            0.04,
            55.0,
            3,
            "stopped",
            "linear",
            SIGMA),
        new CorrelationResult(
            List.of("chi", "relaxationTime"), List.of(List.of(1.0, 0.9), List.of(0.9, 1.0))));
  }

  /** The same with limits from a bootstrap, and a region that is open towards no relaxation. */
  public static FitResult bootstrapped() {
    FitResult wald = good("al-a", 4.99, 0.0215);
    return copy(
        wald,
        wald.model(),
        List.of(
            new RegionResult(
                List.of("dipoleMoment", "relaxationTime"),
                0.95,
                List.of(
                    new PointResult(1.6e-29, 2.7e-6, false),
                    new PointResult(1.75e-29, 3.4e-6, false),
                    new PointResult(1.7e-29, null, true)))),
        new BootstrapResult("residual", 2000, 3, 7),
        wald.checks(),
        wald.tables(),
        wald.modelComparison());
  }

  /** The same result from another model. */
  public static FitResult withModel(FitResult result, String model) {
    return copy(
        result,
        model,
        result.regions(),
        result.bootstrap(),
        result.checks(),
        result.tables(),
        result.modelComparison());
  }

  private static FitResult copy(
      FitResult result,
      String model,
      List<RegionResult> regions,
      @Nullable BootstrapResult bootstrap,
      List<CheckResult> checks,
      List<TableResult> tables,
      ModelComparisonResult comparison) {
    return new FitResult(
        result.schema(),
        result.sample(),
        model,
        result.relaxation(),
        result.verdict(),
        result.parameters(),
        result.derived(),
        result.systematics(),
        result.pulls(),
        result.statistics(),
        result.correlation(),
        regions,
        bootstrap,
        result.outliers(),
        result.next(),
        checks,
        tables,
        comparison,
        result.readings(),
        result.provenance());
  }

  private static ParameterResult parameter(
      String name, String unit, double value, double error, double lower, double upper) {
    return new ParameterResult(
        name, unit, value, error, new IntervalResult(0.95, "wald", lower, upper), false, true);
  }

  private static ParameterResult undetermined(
      String name, String unit, @Nullable Double lower, String method) {
    return new ParameterResult(
        name, unit, null, null, new IntervalResult(0.95, method, lower, null), false, false);
  }

  private static NextResult next() {
    return new NextResult(
        9100.0,
        3.2e10,
        1.4e9,
        1e16,
        12,
        "dipoleMoment",
        2.5,
        0.08,
        "no reading above F_AC = 2300 V/m; 10 readings at F_AC = 9100 V/m (power +12 dB), dF_DC/dt ="
            + " 3.2e10 V/m/s would bring the standard error of dipoleMoment from a factor of 12 to"
            + " 8 %");
  }

  private static FitResult result(
      String sample,
      String model,
      boolean relaxation,
      VerdictResult verdict,
      List<ParameterResult> parameters,
      List<DerivedResult> derived,
      List<SystematicResult> systematics,
      StatisticsResult statistics,
      CorrelationResult correlation) {
    return new FitResult(
        FitResult.SCHEMA,
        sample,
        model,
        relaxation,
        verdict,
        parameters,
        derived,
        systematics,
        List.of(),
        statistics,
        correlation,
        List.of(),
        null,
        List.of(),
        verdict.determined() ? List.of() : List.of(next()),
        List.of(),
        List.of(),
        new ModelComparisonResult(List.of(), List.of()),
        List.of(),
        new Provenance(
            "1.2.3",
            List.of(
                new InputResult("in/" + sample + ".yaml", SHA, 0),
                new InputResult("a.csv", SHA, 61)),
            Map.of("model", model),
            List.of("a.csv: \"power [dBm]\" is the power of the source in dBm")));
  }
}
