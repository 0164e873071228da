package tlsfit.measurement;

/**
 * One uncertain number of the calibration, as what one standard uncertainty of it does to the
 * fields of all readings together. The terms are independent of each other.
 *
 * @param source what is uncertain, with its value, e.g. "attenuation 78 dB ± 1 dB"
 * @param acField change of ln F_AC [1] when the number grows by one standard uncertainty
 * @param biasRate change of ln dF_DC/dt [1] likewise
 */
public record CalibrationTerm(String source, double acField, double biasRate) {}
