/** Quantities with units, from text to SI and back; nothing else in the program converts. */
@NullMarked
package tlsfit.units;

import org.jspecify.annotations.NullMarked;
