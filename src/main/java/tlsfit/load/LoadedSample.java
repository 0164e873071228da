package tlsfit.load;

import java.util.List;
import tlsfit.measurement.Measurement;
import tlsfit.setup.FitSetup;

/**
 * A sample with all that its files say.
 *
 * @param measurement what was measured, in SI units
 * @param setup how the sample file wants it to be fitted; nothing asked for a table alone
 * @param warnings those of the notes that a user should not miss, such as rows that were left out
 */
public record LoadedSample(Measurement measurement, FitSetup setup, List<String> warnings) {}
