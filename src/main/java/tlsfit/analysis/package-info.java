/** The whole analysis of a sample, from its readings to a result. */
@NullMarked
package tlsfit.analysis;

import org.jspecify.annotations.NullMarked;
