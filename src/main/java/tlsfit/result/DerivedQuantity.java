package tlsfit.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that follows from the parameters, or that needs no fit.
 *
 * @param name {@code dipoleMomentEq10}, {@code dipoleMomentExtremum}, {@code dipoleMomentLz} or
 *     {@code dipoleMomentLog} (the other model), {@code relaxationTimeExtremum}, {@code
 *     lossTangent}, {@code densityOfStates}
 * @param unit its SI unit
 * @param value its value
 * @param standardError one standard error; null where none can be given
 * @param model the model of the shift that it rests on; empty where on none
 * @param table the table it was read off; empty where from all
 * @param details further numbers by name [SI]: {@code acField} and {@code biasRate} where it was
 *     read off, {@code reducedChiSquare} of the other model, {@code dipoleWidth}; {@code lower},
 *     {@code upper} and {@code calibrationError} of a loss tangent
 */
public record DerivedQuantity(
    String name,
    String unit,
    double value,
    @Within(least = 0) @Nullable Double standardError,
    String model,
    String table,
    Map<String, Double> details) {

  /**
   * The same with the interval and the calibration error of a parameter to which it is in
   * proportion, as details {@code lower}, {@code upper} and {@code calibrationError}.
   *
   * @param factor of this quantity over that parameter
   */
  public DerivedQuantity inProportionTo(ParameterEstimate parameter, double factor) {
    Map<String, Double> more = new TreeMap<>(details);
    put(more, "lower", parameter.interval().lower(), factor);
    put(more, "upper", parameter.interval().upper(), factor);
    put(more, "calibrationError", parameter.calibrationError(), factor);
    return new DerivedQuantity(name, unit, value, standardError, model, table, more);
  }

  private static void put(
      Map<String, Double> details, String name, @Nullable Double value, double factor) {
    if (value != null) {
      details.put(name, factor * value);
    }
  }

  /** Copies the map. */
  public DerivedQuantity {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
