package tlsfit.simulate;

/**
 * A file to be written.
 *
 * @param name file name
 * @param text all of it
 */
public record GeneratedFile(String name, String text) {}
