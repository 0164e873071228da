package tlsfit.diagnosis;

import java.util.OptionalDouble;

/**
 * One of the models that were fitted to the same readings.
 *
 * @param model name of the model of the shift
 * @param relaxation whether relaxation is part of it
 * @param dipoleWidth whether dipole moments are distributed
 * @param chosen whether it is the fit that the others are put beside
 * @param parameters number of fitted parameters, without σ
 * @param chiSquare χ² [1]; empty where it is not compared
 * @param aicc Akaike's information criterion, corrected for few readings; empty likewise
 * @param bic Schwarz's; empty likewise
 * @param weight Akaike weight: the share of the evidence, if one of the models were right; empty
 *     likewise
 * @param width σ_p [1], fitted or held; empty without a distribution, and likewise
 * @param dipoleMoment its dipole moment, the median where they are distributed
 * @param outcome whether it is compared, and if not, why
 */
public record ModelEntry(
    String model,
    boolean relaxation,
    boolean dipoleWidth,
    boolean chosen,
    int parameters,
    OptionalDouble chiSquare,
    OptionalDouble aicc,
    OptionalDouble bic,
    OptionalDouble weight,
    OptionalDouble width,
    DipoleMoment dipoleMoment,
    Outcome outcome) {}
