/** Checks on a fit, its tables one by one, and other models beside it: functions of an fit. */
@NullMarked
package tlsfit.diagnosis;

import org.jspecify.annotations.NullMarked;
