/**
 * How a sample is to be fitted, whoever says it: the sample file, the command line, or a program.
 */
@NullMarked
package tlsfit.setup;

import org.jspecify.annotations.NullMarked;
