/**
 * The likelihood about a fit and over the whole range of a parameter: profiles, confidence sets.
 */
@NullMarked
package tlsfit.likelihood;

import org.jspecify.annotations.NullMarked;
