/** Tables as an experiment would give them, from given parameters. */
@NullMarked
package tlsfit.simulate;

import org.jspecify.annotations.NullMarked;
