/** Findings about a fit, its tables one by one, and the fits of other models to its readings. */
@NullMarked
package tlsfit.diagnosis;

import org.jspecify.annotations.NullMarked;
