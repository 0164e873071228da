package tlsfit.compare;

import java.util.List;

/**
 * The mean of the samples by random effects (REML), of the logarithms, with the interval of Hartung
 * and Knapp.
 *
 * @param value the mean [SI]
 * @param lower lower confidence limit
 * @param upper upper one
 * @param predictionLower lower end of the interval that holds the value of another sample
 * @param predictionUpper upper one
 * @param samples names of those that it is a mean of
 * @param weights of these [1]; they add up to 1
 */
public record PooledMean(
    double value,
    double lower,
    double upper,
    double predictionLower,
    double predictionUpper,
    List<String> samples,
    List<Double> weights) {}
