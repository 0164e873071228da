package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tlsfit.fit.Observations;
import tlsfit.model.Rates;
import tlsfit.units.Constants;

/**
 * Readings in the order in which a model that is wrong leaves a trace: along the sweeps.
 *
 * <p>In each table a reading belongs with those of the same bias rate or with those of the same
 * microwave field, whichever are more, and follows them in the order of the other quantity.
 * Readings that share neither with two others are put in the order of F_AC²/Ḟ_DC, on which the
 * shift depends most.
 */
final class Sequences {
  /** Readings that make a sequence. */
  private static final int FEWEST = 3;

  /** Where fields are made rates to be compared; any dipole moment would do. */
  private static final double DIPOLE_MOMENT = Constants.DEBYE;

  private final Observations observations;
  private final List<List<Integer>> sequences = new ArrayList<>();

  private Sequences(Observations observations) {
    this.observations = observations;
  }

  /** The numbers of the readings, in order, a list a sequence; every reading is in one of them. */
  static List<List<Integer>> of(Observations observations) {
    Sequences found = new Sequences(observations);
    Map<String, List<Integer>> tables =
        group(
            IntStream.range(0, observations.size()).boxed().toList(),
            i -> observations.readings().get(i).origin().file());
    tables.values().forEach(found::add);
    return found.sequences;
  }

  private void add(List<Integer> table) {
    Map<Double, Integer> sameRate = count(table, this::rate);
    Map<Double, Integer> sameField = count(table, this::field);
    List<Integer> alongField = new ArrayList<>();
    List<Integer> alongRate = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int i : table) {
      int rates = sameRate.getOrDefault(rate(i), 0);
      int fields = sameField.getOrDefault(field(i), 0);
      if (Math.max(rates, fields) < FEWEST) {
        rest.add(i);
      } else if (rates >= fields) {
        alongField.add(i);
      } else {
        alongRate.add(i);
      }
    }
    group(alongField, this::rate).values().forEach(group -> add(group, this::field));
    group(alongRate, this::field).values().forEach(group -> add(group, this::rate));
    add(rest, i -> Rates.xi(field(i), rate(i)));
  }

  private void add(List<Integer> group, IntFunction<Double> order) {
    if (!group.isEmpty()) {
      sequences.add(group.stream().sorted(Comparator.comparing(order::apply)).toList());
    }
  }

  private double field(int i) {
    return observations.rabi(i, DIPOLE_MOMENT);
  }

  private double rate(int i) {
    return observations.sweepRate(i, DIPOLE_MOMENT);
  }

  private static Map<Double, Integer> count(List<Integer> readings, IntFunction<Double> key) {
    Map<Double, Integer> counts = new HashMap<>();
    readings.forEach(i -> counts.merge(key.apply(i), 1, Integer::sum));
    return counts;
  }

  private static <K> Map<K, List<Integer>> group(List<Integer> readings, IntFunction<K> key) {
    return readings.stream()
        .collect(Collectors.groupingBy(key::apply, LinkedHashMap::new, Collectors.toList()));
  }
}
