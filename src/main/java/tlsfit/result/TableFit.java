package tlsfit.result;

import org.jspecify.annotations.Nullable;

/**
 * One table, under the joint fit and by itself.
 *
 * @param file the table
 * @param points number of its readings
 * @param chiSquare its part of χ²
 * @param reducedChiSquare the same over the number of readings less the sum of their leverages;
 *     null where nothing is left
 * @param dipoleMoment of a fit of this table alone [C m]; null where it determines none
 * @param standardError of that dipole moment [C m]; null likewise, and where it was fixed
 */
public record TableFit(
    String file,
    @Within(least = 0) int points,
    @Within(least = 0) double chiSquare,
    @Within(least = 0) @Nullable Double reducedChiSquare,
    @Within(least = 0) @Nullable Double dipoleMoment,
    @Within(least = 0) @Nullable Double standardError) {}
