/** What was measured: immutable sweeps in SI, with their uncertainty and their calibration. */
@NullMarked
package tlsfit.measurement;

import org.jspecify.annotations.NullMarked;
