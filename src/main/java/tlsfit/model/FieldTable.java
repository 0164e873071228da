package tlsfit.model;

import java.util.Comparator;
import java.util.List;
import tlsfit.units.Require;

/**
 * A distribution of local fields as a table, such as from an electromagnetic simulation of the
 * capacitor. Each entry is a field of its own; nothing is interpolated.
 *
 * @param entries fields and weights, in any order and scale
 * @param counting what the weights count
 */
public record FieldTable(List<Entry> entries, FieldWeight counting) implements FieldDistribution {

  /**
   * One line of the table.
   *
   * @param factor s = local field over F_AC [1], positive
   * @param weight share of volume or energy, ≥ 0, up to a common factor
   */
  public record Entry(double factor, double weight) {
    /** Checks the ranges. */
    public Entry {
      Require.positive("factor", factor);
      Require.finite("factor", factor);
      Require.notNegative("weight", weight);
      Require.finite("weight", weight);
    }
  }

  /** Checks that there is something to average over. */
  public FieldTable {
    entries = entries.stream().sorted(Comparator.comparingDouble(Entry::factor)).toList();
    if (entries.stream().noneMatch(entry -> entry.weight > 0)) {
      throw new IllegalArgumentException("a distribution of fields needs a positive weight");
    }
  }

  @Override
  public List<Node> nodes() {
    double total = entries.stream().mapToDouble(this::energy).sum();
    return entries.stream()
        .filter(entry -> entry.weight > 0)
        .map(entry -> new Node(entry.factor, energy(entry) / total, 0))
        .toList();
  }

  @Override
  public double upperQuantile(double share) {
    List<Node> nodes = nodes();
    double above = 0;
    for (int i = nodes.size() - 1; i > 0; i--) {
      above += nodes.get(i).weight();
      if (above > share) {
        return nodes.get(i).factor();
      }
    }
    return nodes.get(0).factor();
  }

  private double energy(Entry entry) {
    return entry.weight * Math.pow(entry.factor, counting.powerToEnergy());
  }
}
