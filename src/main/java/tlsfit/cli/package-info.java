/**
 * The commands: thin; the only users of the standard streams, of exit statuses and of the Log4j
 * set-up.
 */
@NullMarked
package tlsfit.cli;

import org.jspecify.annotations.NullMarked;
