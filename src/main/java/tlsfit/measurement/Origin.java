package tlsfit.measurement;

/**
 * The place in a file that a reading comes from.
 *
 * @param file the file, as the user named it
 * @param line its line, the first line being 1
 */
public record Origin(String file, int line) {}
