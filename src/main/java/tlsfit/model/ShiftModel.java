package tlsfit.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model of the frequency shift δω/ω0 = −χ K of a resonator whose two-level systems are driven and
 * swept. Implementations are immutable and may be shared by threads.
 *
 * <p>What is said here of distributions is that of a model with one dipole moment and one field;
 * {@link DistributedModel} averages such a model.
 */
public interface ShiftModel {

  /** The name in options and files, such as {@code log}. */
  String name();

  /**
   * Evaluates K = −δω/(ω0 χ) with its exact derivatives.
   *
   * @param rabi maximum Rabi frequency Ω_R0 [1/s], positive
   * @param sweepRate sweep rate v0 of the energy over ħ [1/s²], positive
   * @param omega0 angular resonance frequency ω0 [1/s], positive
   * @param relaxationRate 1/T10 [1/s], ≥ 0; 0 is "no relaxation"
   * @throws IllegalArgumentException if an argument is outside its range or NaN
   */
  Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate);

  /** The {@link Shift#logarithm} alone, for arguments as those of {@link #shift}. */
  default double logarithm(double rabi, double sweepRate, double omega0, double relaxationRate) {
    return shift(rabi, sweepRate, omega0, relaxationRate).logarithm();
  }

  /** K alone, cheaper than with its derivatives; arguments and errors as of {@link #shift}. */
  default double value(double rabi, double sweepRate, double omega0, double relaxationRate) {
    return shift(rabi, sweepRate, omega0, relaxationRate).value();
  }

  /** Evaluations of a model for one dipole moment and one field that one value costs. */
  default int cost() {
    return 1;
  }

  /** Counts the changes of the numbers that the model gives, from 1. */
  default int edition() {
    return 1;
  }

  /** The parameters that have a meaning in the model, in their order. */
  default Set<Parameter> parameters() {
    return Parameter.ofEveryModel();
  }

  /** Whether it averages over dipole moments or local fields, which costs many evaluations. */
  default boolean distributed() {
    return false;
  }

  /** The model with the distributions that given values say; itself where it has none. */
  default ShiftModel at(ParameterValues values) {
    return this;
  }

  /**
   * Values with the distributions of this model, as a fit begins with them.
   *
   * @param values those of the other parameters
   * @param fixed values [SI] of parameters that are fixed, which go before the model's own
   */
  default ParameterValues startingShape(ParameterValues values, Map<Parameter, Double> fixed) {
    return values;
  }

  /**
   * The same model with another width of the dipole moments, in the same local fields.
   *
   * @param width σ_p [1], between 0, one dipole moment, and {@value DistributedModel#LARGEST_WIDTH}
   */
  default ShiftModel withWidth(double width) {
    return DistributedModel.around(this, width, new UniformField());
  }

  /**
   * The same model with another constant in the cut-off of its logarithm; empty where it has no
   * free one.
   *
   * @param constant c [1], positive
   */
  default Optional<ShiftModel> withCutOff(double constant) {
    return Optional.empty();
  }
}
