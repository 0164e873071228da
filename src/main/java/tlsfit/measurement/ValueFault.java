package tlsfit.measurement;

import java.util.EnumSet;
import java.util.Set;
import tlsfit.units.Quantity;

/**
 * What may be wrong with the written value of a quantity that is one positive number. Whoever read
 * it finds the words.
 */
public enum ValueFault {
  /** It carries an uncertainty, where one value is needed. */
  UNCERTAIN,
  /** It is zero or negative. */
  NOT_ABOVE_ZERO,
  /**
   * An angular quantity is written in hertz: Ω/2π in MHz would come out wrong by 2π, and nobody
   * would see it.
   */
  COUNTS_CYCLES;

  /** The faults that the numbers alone show, in the order above; empty where there is none. */
  public static Set<ValueFault> of(Quantity quantity) {
    Set<ValueFault> faults = EnumSet.noneOf(ValueFault.class);
    if (quantity.uncertainty() > 0) {
      faults.add(UNCERTAIN);
    }
    if (!(quantity.value() > 0)) {
      faults.add(NOT_ABOVE_ZERO);
    }
    return faults;
  }
}
