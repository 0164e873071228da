/** Confidence intervals as functions of an optimum. */
@NullMarked
package tlsfit.interval;

import org.jspecify.annotations.NullMarked;
