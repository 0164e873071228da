package tlsfit.curve;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;

/**
 * The fixed conditions of a curve.
 *
 * @param model of the shift
 * @param omega0 angular resonance frequency ω0 [1/s]
 * @param relaxationRate 1/T10 [1/s]; 0 for none
 * @param dipoleMoment p [C m], where fields are given as fields
 * @param fixed the fixed fields [SI]
 */
public record Conditions(
    ShiftModel model,
    double omega0,
    double relaxationRate,
    OptionalDouble dipoleMoment,
    Map<Variable, Double> fixed) {

  /** Copies the map. */
  public Conditions {
    fixed = Map.copyOf(fixed);
  }

  /**
   * The model at one value of a variable; the other field must be among the fixed ones.
   *
   * @throws IllegalStateException if a field or the dipole moment is missing
   */
  CurvePoint at(Variable variable, double value) {
    Map<Variable, Double> fields = new TreeMap<>(fixed);
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
