package tlsfit.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The border of a simultaneous confidence region of two parameters.
 *
 * @param names the two parameters
 * @param level probability that such a region holds both true values
 * @param points of the border in order around the best fit
 */
public record Region(
    List<String> names, @Within(above = 0, below = 1) double level, List<Point> points)
    implements Consistent {

  /**
   * A point of the border.
   *
   * @param first value of the first parameter in its unit; null where it is infinite
   * @param second likewise
   * @param open whether the region goes on beyond it: there is no border this way within the range
   *     looked at, or the natural range of a parameter ends here; not where that is a bound of the
   *     fit
   */
  public record Point(@Nullable Double first, @Nullable Double second, boolean open) {}

  @Override
  public Optional<Contradiction> contradiction() {
    return Contradiction.ofLength("names", names, 2);
  }

  /** Copies the lists. */
  public Region {
    names = List.copyOf(names);
    points = List.copyOf(points);
  }
}
