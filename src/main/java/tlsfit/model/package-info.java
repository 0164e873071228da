/**
 * The physics: the Landau-Zener integral, the models of the shift, estimates from the extremum.
 * Each class names its equation.
 */
@NullMarked
package tlsfit.model;

import org.jspecify.annotations.NullMarked;
