package tlsfit.setup;

import tlsfit.measurement.CalibrationTerm;

/**
 * An uncertain number of the calibration that is fitted along: it may move, in units of its
 * standard uncertainty, and its own calibration counts as one more reading.
 *
 * @param term what it does to the fields
 * @param centre what its calibration gave, in standard uncertainties from the stated value [1]; 0
 *     unless calibrations are simulated
 */
public record NuisanceParameter(CalibrationTerm term, double centre) {}
