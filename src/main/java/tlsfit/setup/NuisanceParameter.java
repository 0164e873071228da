package tlsfit.setup;

import tlsfit.measurement.CalibrationTerm;

/**
 * A nuisance parameter: an uncertain number of the calibration that is fitted jointly, in units of
 * its standard uncertainty; its own calibration counts as one more reading.
 *
 * @param term what it does to the fields
 * @param centre what its calibration gave, in standard uncertainties from the stated value [1]; 0
 *     unless calibrations are simulated
 */
public record NuisanceParameter(CalibrationTerm term, double centre) {}
