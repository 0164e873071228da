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

  /** The fits by another model of the shift than that of a name which gave a dipole moment. */
  public List<ModelFit> byAnotherModel(String model) {
    return entries.stream()
        .filter(fit -> !fit.model().equals(model))
        .filter(fit -> fit.outcome() == ModelFit.Outcome.FITTED && fit.dipoleMoment() != null)
        .toList();
  }
}
