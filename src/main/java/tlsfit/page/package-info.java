/** Pages: a result as one HTML file that needs nothing from outside. */
@NullMarked
package tlsfit.page;

import org.jspecify.annotations.NullMarked;
