package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tlsfit.files.PortableName;
import tlsfit.result.UnreadableResultException.Reason;
import tlsfit.units.Visible;

/**
 * The result of one fit, as values: what is written under {@code fits/}, and all that reports and
 * comparisons see. All numbers are in SI units; null stands for what is not determined and for an
 * end of an interval that the readings leave open.
 *
 * @param schema name and version of this form
 * @param sample name of the sample
 * @param about what is said of the sample that no fit uses
 * @param model name of the model of the shift
 * @param modelEdition counts the changes of the numbers that a model gives
 * @param relaxation whether relaxation is part of the model
 * @param verdict whether the fit may be believed, with all that was found
 * @param parameters the parameters, fitted or fixed
 * @param derived quantities that follow from them or that need no fit
 * @param systematics systematic uncertainties, a line a source, apart from the statistical
 *     intervals
 * @param nuisances numbers of the calibration that were fitted jointly
 * @param slowChanges slow changes of the frequency in single tables that were fitted jointly
 * @param statistics how well the model describes the readings
 * @param correlation of the fitted parameters
 * @param covariance of the fitted parameters in their own units: squares of the standard errors on
 *     the diagonal
 * @param regions simultaneous regions of two parameters; empty where none were asked for
 * @param bootstrap the bootstrap behind the intervals; null where there is none
 * @param outliers readings that a robust loss down-weights; empty for the linear one
 * @param next where to measure next, if something is not determined or only weakly
 * @param tables the tables one by one
 * @param modelComparison the same readings fitted with other models
 * @param readings every reading of the fit with what the model says of it
 * @param excludedReadings readings that the sample file leaves out of the fit
 * @param curves the fitted curve along each sweep, with its confidence bands
 * @param profiles the profile of each fitted parameter
 * @param likelihood χ² over the plane of dipole moment and relaxation time
 * @param provenance what it was made from, and how
 */
@JsonPropertyOrder({
  "schema",
  "sample",
  "about",
  "model",
  "modelEdition",
  "relaxation",
  "verdict",
  "parameters"
})
public record FitResult(
    String schema,
    String sample,
    SampleNotes about,
    String model,
    @Within(least = 1) int modelEdition,
    boolean relaxation,
    Verdict verdict,
    List<ParameterEstimate> parameters,
    List<DerivedQuantity> derived,
    List<SystematicUncertainty> systematics,
    List<NuisanceEstimate> nuisances,
    List<SlowChangeEstimate> slowChanges,
    FitStatistics statistics,
    ParameterMatrix correlation,
    ParameterMatrix covariance,
    List<Region> regions,
    @Nullable BootstrapSummary bootstrap,
    List<Outlier> outliers,
    List<Advice> next,
    List<TableFit> tables,
    ModelComparison modelComparison,
    List<FittedReading> readings,
    List<ExcludedReading> excludedReadings,
    List<SweepCurve> curves,
    List<ParameterProfile> profiles,
    LikelihoodSurface likelihood,
    Provenance provenance)
    implements Consistent {

  private static final double ROUNDING = 1e-6; // relative
  private static final List<String> OF_EVERY_FIT = List.of("chi", "dipoleMoment");

  /** The form written by this version. */
  public static final String SCHEMA = "tlsfit-fit/2";

  @Override
  public Optional<Contradiction> contradiction() {
    if (PortableName.fault(sample).isPresent()) {
      return Contradiction.of(true, "sample", Reason.NAME, sample);
    }
    if (model.isBlank() || !Visible.isLine(model)) {
      return Contradiction.of(true, "model", Reason.NAME, model);
    }
    List<String> names = parameters.stream().map(ParameterEstimate::name).toList();
    if (!names.containsAll(OF_EVERY_FIT)) {
      return Contradiction.of(true, "parameters", Reason.MISSING, names);
    }
    boolean twice = new HashSet<>(names).size() < names.size();
    if (twice) {
      return Contradiction.of(true, "parameters", Reason.TWICE, names);
    }
    Set<String> named = new TreeSet<>();
    regions.forEach(region -> named.addAll(region.names()));
    named.addAll(covariance.names());
    named.addAll(correlation.names());
    names.forEach(named::remove);
    boolean known = names.stream().allMatch(name -> KnownParameter.of(name).isPresent());
    if (known && !named.isEmpty()) {
      return Contradiction.of(true, "parameters", Reason.MISSING, named);
    }
    Optional<Integer> absent =
        curves.stream()
            .flatMap(curve -> curve.readings().stream())
            .filter(number -> number < 0 || number >= readings.size())
            .findFirst();
    if (absent.isPresent()) {
      return Contradiction.of(true, "curves", Reason.TWICE, absent.get());
    }
    return parameters.stream().map(this::beyondItsVariance).flatMap(Optional::stream).findFirst();
  }

  /**
   * A standard error that is not the root of the variance. Where a parameter lies at an end of its
   * range the covariance is without it, and the standard errors, which are with it, are others.
   */
  private Optional<Contradiction> beyondItsVariance(ParameterEstimate parameter) {
    int at = covariance.names().indexOf(parameter.name());
    @Nullable Double error = parameter.standardError();
    boolean isSquare = covariance.contradiction().isEmpty() && !covariance.matrix().isEmpty();
    boolean allMoved =
        parameters.stream()
            .allMatch(one -> one.fixed() || (one.value() != null && one.atBound() == null));
    if (at < 0 || error == null || !isSquare || !allMoved) {
      return Optional.empty();
    }
    double variance = covariance.matrix().get(at).get(at);
    boolean other = !(Math.abs(Math.sqrt(variance) - error) <= ROUNDING * error);
    return Contradiction.of(other, "parameters", Reason.TWICE, parameter.name() + ": " + error);
  }

  /** The parameter of a name, if it is part of this fit. */
  public Optional<ParameterEstimate> findParameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /**
   * The parameter of a name.
   *
   * @throws NoSuchElementException if it is not part of this fit
   */
  public ParameterEstimate getParameter(String name) {
    return findParameter(name).orElseThrow(() -> new NoSuchElementException(sample + ": " + name));
  }

  /** The derived quantity of a name, if there is one. */
  public Optional<DerivedQuantity> findDerived(String name) {
    return derived.stream().filter(quantity -> quantity.name().equals(name)).findFirst();
  }
}
