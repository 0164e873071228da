/** The result of a fit as values, and its JSON form. */
@NullMarked
package tlsfit.result;

import org.jspecify.annotations.NullMarked;
