/** Text for people, from results alone; calculates nothing. */
@NullMarked
package tlsfit.report;

import org.jspecify.annotations.NullMarked;
