package tlsfit.curve;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;

/**
 * What is the same along a curve.
 *
 * @param model of the shift
 * @param omega0 angular resonance frequency ω0 [1/s]
 * @param relaxationRate 1/T10 [1/s]; 0 for none
 * @param dipoleMoment p [C m], where fields are given as fields
 * @param held the fields that are held, in SI
 */
public record Conditions(
    ShiftModel model,
    double omega0,
    double relaxationRate,
    OptionalDouble dipoleMoment,
    Map<Variable, Double> held) {

  /** Copies the map. */
  public Conditions {
    held = Map.copyOf(held);
  }

  /**
   * The model at one value of a variable; what else is held must tell the other field.
   *
   * @throws IllegalStateException if a field or the dipole moment is missing
   */
  CurvePoint at(Variable variable, double value) {
    Map<Variable, Double> fields = new TreeMap<>(held);
    fields.put(variable, value);
    double sweepRate =
        fields.containsKey(Variable.SWEEP_RATE)
            ? get(fields, Variable.SWEEP_RATE)
            : Rates.sweepRate(dipole(), get(fields, Variable.BIAS_RATE));
    double rabi;
    if (fields.containsKey(Variable.XI)) {
      rabi = Math.sqrt(get(fields, Variable.XI) * 2 * sweepRate / Math.PI);
    } else if (fields.containsKey(Variable.RABI)) {
      rabi = get(fields, Variable.RABI);
    } else {
      rabi = Rates.rabi(dipole(), get(fields, Variable.AC_FIELD));
    }
    return new CurvePoint(
        value,
        rabi,
        sweepRate,
        Rates.xi(rabi, sweepRate),
        Rates.eta(omega0, sweepRate, relaxationRate),
        model.shift(rabi, sweepRate, omega0, relaxationRate));
  }

  private double dipole() {
    return dipoleMoment.orElseThrow(
        () -> new IllegalStateException("a field needs the dipole moment"));
  }

  private static double get(Map<Variable, Double> fields, Variable variable) {
    Double value = fields.get(variable);
    if (value == null) {
      throw new IllegalStateException(variable.key() + " is missing");
    }
    return value;
  }
}
