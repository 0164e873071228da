/** Files written: whole or not at all. The only package that changes anything on a disk. */
@NullMarked
package tlsfit.files;

import org.jspecify.annotations.NullMarked;
