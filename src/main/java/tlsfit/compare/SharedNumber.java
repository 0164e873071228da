package tlsfit.compare;

import java.util.List;

/**
 * A number of the calibration that several samples share.
 *
 * @param name its key, or its value with its uncertainty where that is the same for all
 * @param samples names of those that share it
 */
public record SharedNumber(String name, List<String> samples) {}
