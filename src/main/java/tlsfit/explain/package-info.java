/**
 * The English of the program: what findings, advice and derived quantities mean for people, with
 * digits and units, and what to do. Nothing is calculated here, and no option of the command line
 * is named: {@link tlsfit.explain.Remedy} says what to do, and each caller how it is done there.
 */
@NullMarked
package tlsfit.explain;

import org.jspecify.annotations.NullMarked;
