/**
 * From files to a {@link tlsfit.measurement.Measurement}; the only user of Tablesaw and of YAML.
 */
@NullMarked
package tlsfit.load;

import org.jspecify.annotations.NullMarked;
