package tlsfit.setup;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.result.Refusal;

/**
 * The setup of a fit, as asked: by the sample file, by the command line, or by a program.
 * Everything may be left out; {@link Defaults} then holds.
 *
 * <pre>{@code
 * FitSetup setup =
 *     FitSetup.NONE
 *         .withModel(ModelChoice.LZ)
 *         .withFixed(Parameter.RELAXATION_TIME, 3e-6)
 *         .withPrior(Parameter.CHI, 1.2e-4, 2e-5)
 *         .withSigma(SigmaUse.RELATIVE);
 * FitOptions options = setup.over(fromFile).resolve(measurement);
 * }</pre>
 *
 * @param model of the shift
 * @param relaxation whether relaxation is part of the model
 * @param constraints what is known or assumed of parameters
 * @param sigma what the σ of the tables are; where nothing is said, the tables decide
 * @param loss how residuals count
 * @param calibration whether uncertain numbers of the calibration are nuisance parameters of the
 *     fit, or else systematic uncertainties reported separately
 * @param distribution of dipole moments and local fields
 * @param intervals how confidence intervals are made
 * @param slow slow changes of the frequency in single tables, or in all
 */
public record FitSetup(
    Optional<ModelChoice> model,
    Optional<Relaxation> relaxation,
    Constraints constraints,
    Optional<SigmaUse> sigma,
    Optional<Loss> loss,
    Optional<Boolean> calibration,
    Distribution distribution,
    IntervalSetup intervals,
    SlowSetup slow) {
  /** Nothing asked. */
  public static final FitSetup NONE =
      new FitSetup(
          Optional.empty(),
          Optional.empty(),
          Constraints.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Distribution.NONE,
          IntervalSetup.NONE,
          SlowSetup.NONE);

  /** This with a model. */
  public FitSetup withModel(ModelChoice choice) {
    return new FitSetup(
        Optional.of(choice),
        relaxation,
        constraints,
        sigma,
        loss,
        calibration,
        distribution,
        intervals,
        slow);
  }

  /** This with relaxation as part of the model, asked for or not, or without. */
  public FitSetup withRelaxation(Relaxation choice) {
    return new FitSetup(
        model,
        Optional.of(choice),
        constraints,
        sigma,
        loss,
        calibration,
        distribution,
        intervals,
        slow);
  }

  /** This with other constraints of parameters. */
  public FitSetup withConstraints(Constraints others) {
    return new FitSetup(
        model, relaxation, others, sigma, loss, calibration, distribution, intervals, slow);
  }

  /**
   * This with one more parameter fixed.
   *
   * @param value in the parameter's own SI unit
   */
  public FitSetup withFixed(Parameter parameter, double value) {
    return withConstraints(constraints.withFixed(parameter, value));
  }

  /**
   * This with bounds of one more parameter.
   *
   * @param lower in the parameter's own SI unit; minus infinity for none
   * @param upper likewise; plus infinity for none
   * @throws IllegalArgumentException if the lower end is not below the upper one
   */
  public FitSetup withBounds(Parameter parameter, double lower, double upper) {
    return withConstraints(constraints.withBounds(parameter, new Bounds(lower, upper)));
  }

  /**
   * This with a prior of one more parameter.
   *
   * @param value in the parameter's own SI unit
   * @param standardUncertainty in the same unit, positive
   * @throws IllegalArgumentException if the numbers are no prior
   */
  public FitSetup withPrior(Parameter parameter, double value, double standardUncertainty) {
    return withConstraints(constraints.withPrior(parameter, new Prior(value, standardUncertainty)));
  }

  /** This with a use of σ. */
  public FitSetup withSigma(SigmaUse use) {
    return new FitSetup(
        model,
        relaxation,
        constraints,
        Optional.of(use),
        loss,
        calibration,
        distribution,
        intervals,
        slow);
  }

  /** This with a loss. */
  public FitSetup withLoss(Loss other) {
    return new FitSetup(
        model,
        relaxation,
        constraints,
        sigma,
        Optional.of(other),
        calibration,
        distribution,
        intervals,
        slow);
  }

  /** This with the calibration fitted jointly, or reported separately. */
  public FitSetup withCalibration(boolean fitted) {
    return new FitSetup(
        model,
        relaxation,
        constraints,
        sigma,
        loss,
        Optional.of(fitted),
        distribution,
        intervals,
        slow);
  }

  /** This with distributions of dipole moments and local fields. */
  public FitSetup withDistribution(Distribution other) {
    return new FitSetup(
        model, relaxation, constraints, sigma, loss, calibration, other, intervals, slow);
  }

  /** This with other intervals. */
  public FitSetup withIntervals(IntervalSetup others) {
    return new FitSetup(
        model, relaxation, constraints, sigma, loss, calibration, distribution, others, slow);
  }

  /** This with intervals of one kind. */
  public FitSetup withIntervals(IntervalKind kind) {
    return withIntervals(intervals.withKind(kind));
  }

  /** This with intervals at a confidence level 1 − α [1]. */
  public FitSetup withLevel(double level) {
    return withIntervals(intervals.withLevel(level));
  }

  /** This with slow changes of tables. */
  public FitSetup withSlow(SlowSetup others) {
    return new FitSetup(
        model, relaxation, constraints, sigma, loss, calibration, distribution, intervals, others);
  }

  /** This with one more slow change of a table. */
  public FitSetup withSlow(SlowChange change) {
    return withSlow(slow.with(change));
  }

  /** The model, or else the default. */
  public ModelChoice modelOrDefault() {
    return model.orElse(Defaults.MODEL);
  }

  /** Whether relaxation is part of the model, or else the default. */
  public Relaxation relaxationOrDefault() {
    return relaxation.orElse(Defaults.RELAXATION);
  }

  /** The loss, or else the default. */
  public Loss lossOrDefault() {
    return loss.orElse(Defaults.LOSS);
  }

  /** Whether the calibration is fitted jointly; it is not where nothing is said. */
  public boolean fitsCalibration() {
    return calibration.orElse(false);
  }

  /**
   * This, and where it says nothing, the other: {@link Constraints#over}, {@link
   * Distribution#over}, {@link IntervalSetup#over}, {@link SlowSetup#over}. Without relaxation
   * here, what the other says of the relaxation time is dropped; with anything said of it here,
   * that the other wants no relaxation.
   */
  public FitSetup over(FitSetup other) {
    boolean off = relaxation.equals(Optional.of(Relaxation.OFF));
    boolean dropOff =
        constraints.concern(Parameter.RELAXATION_TIME)
            && other.relaxation.equals(Optional.of(Relaxation.OFF));
    Constraints below =
        off ? other.constraints.without(Parameter.RELAXATION_TIME) : other.constraints;
    return new FitSetup(
        model.or(other::model),
        dropOff ? relaxation : relaxation.or(other::relaxation),
        constraints.over(below),
        sigma.or(other::sigma),
        loss.or(other::loss),
        calibration.or(other::calibration),
        distribution.over(other.distribution),
        intervals.over(other.intervals),
        slow.over(other.slow));
  }

  /** The parameters of the model, without the relaxation time where it has no relaxation. */
  Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.allOf(Parameter.class);
    parameters.removeIf(parameter -> !distribution.has(parameter, constraints));
    if (relaxationOrDefault() == Relaxation.OFF) {
      parameters.remove(Parameter.RELAXATION_TIME);
    }
    return parameters;
  }

  /** All that is wrong with this, whatever the measurement; empty where it is a setup. */
  public List<Refusal> objections() {
    return SetupCheck.objections(this);
  }

  /**
   * The model, with its distributions; takes time to make.
   *
   * @throws SetupException if this is no setup
   */
  public ShiftModel shiftModel() {
    return make(modelOrDefault());
  }

  /**
   * The other model of the shift with the same distributions, to see what the choice between them
   * changes.
   *
   * @throws SetupException if this is no setup
   */
  public ShiftModel otherShiftModel() {
    return make(modelOrDefault().other());
  }

  private ShiftModel make(ModelChoice choice) {
    check();
    return distribution.around(choice.make(), constraints);
  }

  private void check() {
    List<Refusal> objections = objections();
    if (!objections.isEmpty()) {
      throw new SetupException(objections);
    }
  }

  /**
   * How a measurement is fitted by this: the options in force.
   *
   * @throws SetupException if this is no setup, or readings lack the σ that is to be used
   */
  public FitOptions resolve(Measurement measurement) {
    check();
    Noise noise = SigmaUse.noise(sigma, measurement);
    List<CalibrationTerm> terms = fitsCalibration() ? measurement.calibrationTerms() : List.of();
    return new FitOptions(
        shiftModel(),
        relaxationOrDefault(),
        noise,
        constraints.fixed(),
        distribution.bounds(constraints),
        constraints.priors(),
        lossOrDefault(),
        terms.stream().map(term -> new NuisanceParameter(term, 0)).toList(),
        slow.resolve(measurement));
  }

  /**
   * All that a fit depends on as name and value, so that it can be repeated; the seed of random
   * numbers is not among it.
   *
   * @param options those in force, by {@link #resolve}
   */
  public Map<String, String> inForce(FitOptions options) {
    Map<String, String> said = new TreeMap<>();
    said.put("model", modelOrDefault().key());
    said.put("relaxation", relaxationOrDefault().name().toLowerCase(Locale.ROOT));
    said.put("sigma", options.noise().name());
    said.put("loss", lossOrDefault().key());
    said.put("calibration", fitsCalibration() ? "fit" : "apart");
    said.putAll(intervals.inForce(options));
    said.putAll(distribution.inForce());
    said.putAll(constraints.inForce());
    said.putAll(SlowSetup.inForce(options));
    return said;
  }
}
