/** Parameters, residuals with their exact Jacobian, the Levenberg-Marquardt fit and its verdict. */
@NullMarked
package tlsfit.fit;

import org.jspecify.annotations.NullMarked;
