/** What readings show without a fit, what more of them would bring, and where to measure next. */
@NullMarked
package tlsfit.planning;

import org.jspecify.annotations.NullMarked;
