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
 *     read off, {@code reducedChiSquare} of the other model, {@code dipoleWidth}
 */
public record DerivedQuantity(
    String name,
    String unit,
    double value,
    @Nullable Double standardError,
    String model,
    String table,
    Map<String, Double> details) {

  /** Copies the map. */
  public DerivedQuantity {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
