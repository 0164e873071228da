package tlsfit.load;

import tlsfit.measurement.Measurement;
import tlsfit.setup.FitSetup;

/**
 * A sample with all that its files say.
 *
 * @param measurement what was measured, in SI units
 * @param setup how the sample file wants it to be fitted; nothing asked for a table alone
 */
public record LoadedSample(Measurement measurement, FitSetup setup) {}
