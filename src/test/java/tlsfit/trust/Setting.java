package tlsfit.trust;

/**
 * The fields at which a reading is taken.
 *
 * @param acField peak amplitude of the microwave field F_AC [V/m]
 * @param fieldRate rate of the bias field Ḟ_DC [V/m/s]
 */
record Setting(double acField, double fieldRate) {}
