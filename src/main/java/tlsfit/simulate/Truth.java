package tlsfit.simulate;

/**
 * The true parameters, which simulated readings follow.
 *
 * @param chi χ [1], 0 or more; 0 makes a resonance that nothing moves
 * @param dipoleMoment p [C m]
 * @param relaxationRate 1/T10 [1/s]; 0 is no relaxation
 * @param referenceFrequency f_ref [Hz]
 */
public record Truth(
    double chi, double dipoleMoment, double relaxationRate, double referenceFrequency) {}
