package tlsfit.result;

import java.util.List;

/**
 * The same readings fitted with other models.
 *
 * @param entries the models; empty where no shift is seen
 * @param tests what is gained by adding relaxation, or a width of the dipole moments
 */
public record ModelComparison(List<ModelFit> entries, List<NestedComparison> tests) {
  /** No comparison. */
  public static final ModelComparison NONE = new ModelComparison(List.of(), List.of());

  /** Copies the lists. */
  public ModelComparison {
    entries = List.copyOf(entries);
    tests = List.copyOf(tests);
  }
}
