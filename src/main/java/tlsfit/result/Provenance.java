package tlsfit.result;

import java.util.List;
import java.util.Map;

/**
 * What a result was made from, and how.
 *
 * @param version of the program
 * @param inputs the files read
 * @param options the options in force
 * @param notes what was understood of the files
 */
public record Provenance(
    String version, List<InputFile> inputs, Map<String, String> options, List<String> notes) {}
