package tlsfit.result;

/**
 * A file that was read.
 *
 * @param file its path, as the user named it
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 * @param rows data rows taken from it; 0 for a sample file
 */
public record InputFile(String file, String sha256, @Within(least = 0) int rows) {}
