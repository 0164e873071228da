package tlsfit.load;

import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.measurement.Calibration;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;

/**
 * Quality factors of the rows of a table where the table gives them: 1/Q_l = 1/Q_i + 1/Q_c, with
 * the resonator's own Q_c where no row has one.
 */
final class RowQualities {
  private final Calibration calibration;
  private final Optional<double[]> loaded;
  private final Optional<double[]> internal;
  private final Optional<double[]> coupling;

  RowQualities(LoadedTable table, Calibration calibration) {
    this.calibration = calibration;
    this.loaded = table.values(Role.LOADED_Q);
    this.internal = table.values(Role.INTERNAL_Q);
    this.coupling = table.values(Role.COUPLING_Q);
  }

  /** Whether the rows tell Q_l, themselves or by Q_i. */
  boolean tellLoaded() {
    return loaded.isPresent() || internal.isPresent();
  }

  /** Whether the rows tell Q_c. */
  boolean tellCoupling() {
    return coupling.isPresent();
  }

  /** Q_l of a row [1]; empty where only the resonator's own is known. */
  OptionalDouble loaded(int row) {
    if (loaded.isPresent()) {
      return OptionalDouble.of(loaded.get()[row]);
    }
    OptionalDouble coupled = coupling(row);
    return internal.isPresent() && coupled.isPresent()
        ? OptionalDouble.of(1 / (1 / internal.get()[row] + 1 / coupled.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** Q_c of a row [1], else the resonator's own; empty where that is not known either. */
  OptionalDouble coupling(int row) {
    if (coupling.isPresent()) {
      return OptionalDouble.of(coupling.get()[row]);
    }
    Optional<Quantity> own = calibration.resonator().couplingQ();
    return own.isPresent() ? OptionalDouble.of(own.get().value()) : OptionalDouble.empty();
  }

  /** The calibration with the row's own Q_c. */
  Calibration calibration(int row) {
    return coupling.isPresent()
        ? calibration.withCouplingQ(new Quantity(coupling.get()[row], 0, Dimension.NUMBER))
        : calibration;
  }

  /**
   * Whether an uncertain Q_c of the resonator moves the rows unlike: by Q_l as well, which follows
   * from it and the Q_i of each row.
   */
  boolean mixUncertainties() {
    boolean uncertain =
        calibration.resonator().couplingQ().filter(q -> q.uncertainty() > 0).isPresent();
    return uncertain && loaded.isEmpty() && internal.isPresent() && coupling.isEmpty();
  }
}
