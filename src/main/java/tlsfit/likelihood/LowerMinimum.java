package tlsfit.likelihood;

import java.util.Optional;
import tlsfit.model.ParameterValues;

/**
 * A point that a profile met on its way whose χ² is below that of the fit: the fit is no minimum.
 *
 * @param values the parameters there
 * @param chiSquare χ² there [1]
 */
public record LowerMinimum(ParameterValues values, double chiSquare) {

  /** The lower of two, the first where they are the same. */
  public static Optional<LowerMinimum> lower(
      Optional<LowerMinimum> first, Optional<LowerMinimum> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isPresent() ? first : second;
    }
    return second.get().chiSquare < first.get().chiSquare ? second : first;
  }
}
