/** Confidence intervals as functions of an fit. */
@NullMarked
package tlsfit.uncertainty;

import org.jspecify.annotations.NullMarked;
