/** The cells of a table with their places, out of whatever file holds it. */
@NullMarked
package tlsfit.table;

import org.jspecify.annotations.NullMarked;
