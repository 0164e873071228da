package tlsfit.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.result.CalibrationEffect;
import tlsfit.result.Covariate;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.FitStatistics;
import tlsfit.result.Interval;
import tlsfit.result.LikelihoodSurface;
import tlsfit.result.ModelComparison;
import tlsfit.result.NuisanceEstimate;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterMatrix;
import tlsfit.result.Provenance;
import tlsfit.result.SampleNotes;
import tlsfit.result.Shape;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.result.Verdict;

/** Results with given numbers, to be compared; no fit gave them. Dipole moments are in debye. */
public final class Films {
  /** scipy.stats.norm.ppf(0.975). */
  static final double NORMAL = 1.959963984540054;

  private static final double DEBYE = tlsfit.units.Constants.DEBYE;
  private static final ParameterMatrix NOTHING = new ParameterMatrix(List.of(), List.of());

  private final String name;
  private Verdict verdict = new Verdict(true, true, true, Shape.EXTREMUM, List.of(), List.of());
  private final ParameterEstimate p;
  private List<SystematicUncertainty> systematics = List.of();
  private List<NuisanceEstimate> nuisances = List.of();
  private SampleNotes about = SampleNotes.NONE;
  private String model = "log";
  private int edition = 1;

  private Films(String name, ParameterEstimate p) {
    this.name = name;
    this.p = p;
  }

  /** A film with limits at equal distances in the logarithm. */
  static Films film(String name, double debye, double relativeError) {
    return film(
        name,
        debye,
        relativeError,
        debye * Math.exp(-NORMAL * relativeError),
        debye * Math.exp(NORMAL * relativeError));
  }

  /** A film with given limits, null where open. */
  static Films film(
      String name,
      double debye,
      double relativeError,
      @Nullable Double lower,
      @Nullable Double upper) {
    return new Films(name, estimate(debye, relativeError, lower, upper, true));
  }

  private static ParameterEstimate estimate(
      double debye,
      double relativeError,
      @Nullable Double lower,
      @Nullable Double upper,
      boolean determined) {
    return new ParameterEstimate(
        "dipoleMoment",
        "C m",
        debye * DEBYE,
        debye * relativeError * DEBYE,
        new Interval(
            0.95,
            "profile",
            lower == null ? null : Double.valueOf(lower * DEBYE),
            upper == null ? null : Double.valueOf(upper * DEBYE)),
        false,
        determined);
  }

  /** With a number of the calibration that moves ln p by so much. */
  Films calibrated(String source, String id, double effect) {
    List<SystematicUncertainty> all = new ArrayList<>(systematics);
    all.add(
        new SystematicUncertainty(
            Kind.CALIBRATION,
            source,
            Map.of(),
            new CalibrationEffect(
                source.split(" ", 2)[0],
                id,
                source.startsWith("gap"),
                0,
                0,
                Map.of("dipoleMoment", effect))));
    systematics = all;
    return this;
  }

  /** With a number of the calibration that was fitted jointly. */
  Films fitted(String source, double effect, double standardError) {
    nuisances =
        List.of(
            new NuisanceEstimate(
                source,
                0,
                standardError,
                new CalibrationEffect(
                    "attenuation", "", false, 0, 0, Map.of("dipoleMoment", effect))));
    return this;
  }

  Films group(String group) {
    about = new SampleNotes(about.description(), group, about.covariates());
    return this;
  }

  Films covariate(String covariate, double value, String unit) {
    about =
        new SampleNotes(
            about.description(),
            about.calibrationGroup(),
            List.of(new Covariate(covariate, value, unit)));
    return this;
  }

  Films model(String other, int number) {
    model = other;
    edition = number;
    return this;
  }

  Films verdict(boolean valid, boolean determined) {
    verdict = new Verdict(valid, true, determined, Shape.EXTREMUM, List.of(), List.of());
    return this;
  }

  FitResult result() {
    return new FitResult(
        FitResult.SCHEMA,
        name,
        about,
        model,
        edition,
        false,
        verdict,
        List.of(p),
        List.<DerivedQuantity>of(),
        systematics,
        nuisances,
        List.of(),
        new FitStatistics(
            60,
            1,
            59,
            59,
            1.0,
            null,
            0.5,
            "absolute",
            0,
            null,
            1.0,
            1,
            "cost",
            "linear",
            List.of()),
        NOTHING,
        NOTHING,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        ModelComparison.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        LikelihoodSurface.NONE,
        new Provenance("", List.of(), Map.of(), List.of()));
  }
}
