/** Confidence intervals, regions and bands, bootstrap and systematic uncertainties of a fit. */
@NullMarked
package tlsfit.uncertainty;

import org.jspecify.annotations.NullMarked;
