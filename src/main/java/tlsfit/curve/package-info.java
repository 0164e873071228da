/** The models along ranges, at points, and as the figures of the paper: numbers, no drawing. */
@NullMarked
package tlsfit.curve;

import org.jspecify.annotations.NullMarked;
