package tlsfit.load;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.Reading;

/**
 * A reading with the numbers by which its fields follow from its setting.
 *
 * @param reading the reading
 * @param calibration of the instrument, with the row's own Q_c where it has one
 * @param loadedQ Q_l of the row [1]; empty where only the resonator's own is known
 * @param frequency ω0/2π of the conversion [Hz]
 * @param column where its frequency stands, from 1, where several stand in a line
 */
public record CalibratedRow(
    Reading reading,
    Calibration calibration,
    OptionalDouble loadedQ,
    double frequency,
    OptionalInt column) {}
