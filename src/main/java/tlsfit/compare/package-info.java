/** Samples side by side: pure functions of results. */
@NullMarked
package tlsfit.compare;

import org.jspecify.annotations.NullMarked;
