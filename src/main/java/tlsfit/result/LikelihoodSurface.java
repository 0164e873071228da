package tlsfit.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood mapped over the whole plane of dipole moment and relaxation time, coarsely: it
 * shows plateaus, valleys and rival minima, not limits.
 *
 * @param dipoleMoment its columns, ascending [C m]
 * @param relaxationTime its rows, falling [s]; null where infinite
 * @param rise of χ² above the fit, all other parameters refitted, over the noise variance [1], to
 *     four digits: a row for each relaxation time; null where so slow or fast a relaxation makes no
 *     difference
 * @param minima other minima of χ², the lowest first
 */
public record LikelihoodSurface(
    List<Double> dipoleMoment,
    List<@Nullable Double> relaxationTime,
    List<List<@Nullable Double>> rise,
    List<Rival> minima)
    implements Consistent {

  /** No map. */
  public static final LikelihoodSurface NONE =
      new LikelihoodSurface(List.of(), List.of(), List.of(), List.of());

  @Override
  public Optional<Contradiction> contradiction() {
    List<Double> upwards = new ArrayList<>();
    for (Double time : relaxationTime) {
      if (time != null) {
        upwards.add(0, time);
      }
    }
    return Contradiction.first(
        List.of(
            Contradiction.positive("dipoleMoment", dipoleMoment),
            Contradiction.ascending("dipoleMoment", dipoleMoment),
            Contradiction.positive("relaxationTime", relaxationTime),
            Contradiction.ascending("relaxationTime", upwards),
            Contradiction.ofLengthOrNone("rise", rise, relaxationTime.size()), // may be left out
            rise.stream()
                .flatMap(row -> Contradiction.ofLength("rise", row, dipoleMoment.size()).stream())
                .findFirst()));
  }

  /** Copies the lists. */
  public LikelihoodSurface {
    dipoleMoment = List.copyOf(dipoleMoment);
    relaxationTime = Collections.unmodifiableList(new ArrayList<>(relaxationTime));
    rise = List.copyOf(rise);
    minima = List.copyOf(minima);
  }

  /**
   * A minimum that is not the lowest.
   *
   * @param values of the parameters by name [SI]; without T10 where that is infinite
   * @param rise of χ² there above the fit, over the noise variance [1]
   */
  public record Rival(Map<String, Double> values, double rise) {
    /** Copies the map. */
    public Rival {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }
}
