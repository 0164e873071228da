package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fit of one model among those fitted to the same readings.
 *
 * @param model name of the model of the shift
 * @param relaxation whether relaxation is part of it
 * @param dipoleWidth whether dipole moments are distributed
 * @param chosen whether it is the fit that the others are compared with
 * @param parameters number of fitted parameters, without σ
 * @param chiSquare χ² [1]; null, as all below, where it is not compared
 * @param aicc Akaike's information criterion corrected for few readings
 * @param bic Schwarz's information criterion
 * @param weight Akaike weight; those of all models add up to 1
 * @param width σ_p [1]; null without a distribution
 * @param dipoleMoment its dipole moment [C m], the median where they are distributed; null where it
 *     is not determined
 * @param standardError of that dipole moment [C m]; null likewise, and where it was fixed
 * @param outcome whether it is compared, and if not, why
 */
public record ModelFit(
    String model,
    boolean relaxation,
    boolean dipoleWidth,
    boolean chosen,
    @Within(least = 0) int parameters,
    @Within(least = 0) @Nullable Double chiSquare,
    @Nullable Double aicc,
    @Nullable Double bic,
    @Within(least = 0) @Nullable Double weight,
    @Within(least = 0) @Nullable Double width,
    @Within(least = 0) @Nullable Double dipoleMoment,
    @Within(least = 0) @Nullable Double standardError,
    Outcome outcome) {

  /** How the fit of a model ended. */
  public enum Outcome {
    /** In a minimum of its own: it is compared. */
    FITTED,
    /** With a width of 0, or no better than that: the same as without. */
    NO_WIDTH,
    /** At the largest width that is taken. */
    LARGEST_WIDTH,
    /** Without reaching a minimum. */
    NOT_CONVERGED;

    /** The name in files. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Outcome of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
