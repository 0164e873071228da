/**
 * Least squares, tests and criteria: arrays in, records out; knows no fit and no two-level system.
 */
@NullMarked
package tlsfit.statistics;

import org.jspecify.annotations.NullMarked;
