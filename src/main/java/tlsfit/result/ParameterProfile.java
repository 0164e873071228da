package tlsfit.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a parameter: by how much χ² rises as it moves, all others refitted.
 *
 * @param name the parameter
 * @param unit its SI unit
 * @param values of the parameter, ordered by its scaled value, so that T10 falls; null where it is
 *     infinite
 * @param rise of χ² above its minimum, over the noise variance [1], one for each value
 * @param parabola what the covariance at the fit says of the same rise [1]; empty where there is
 *     none
 * @param levels the rises at which confidence intervals end
 */
public record ParameterProfile(
    String name,
    String unit,
    List<@Nullable Double> values,
    List<Double> rise,
    List<Double> parabola,
    List<Level> levels)
    implements Consistent {

  @Override
  public Optional<Contradiction> contradiction() {
    return Contradiction.first(
        List.of(
            Contradiction.ofLength("rise", rise, values.size()),
            Contradiction.ofLengthOrNone("parabola", parabola, values.size())));
  }

  /** Copies the lists. */
  public ParameterProfile {
    values = Collections.unmodifiableList(new ArrayList<>(values)); // of may-be-null
    rise = List.copyOf(rise);
    parabola = List.copyOf(parabola);
    levels = List.copyOf(levels);
  }

  /**
   * A confidence level.
   *
   * @param level 1 − α [1]
   * @param rise Δχ² at which its interval ends, over the noise variance [1]
   */
  public record Level(@Within(above = 0, below = 1) double level, @Within(above = 0) double rise) {}
}
