/**
 * Pictures: plots as panels of series, painted the same way as SVG, PNG and PDF and into pages, and
 * the plots of a result.
 */
@NullMarked
package tlsfit.picture;

import org.jspecify.annotations.NullMarked;
