package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.model.DistributedModel;
import tlsfit.setup.FitOptions;

/**
 * One table of a sample, under the joint fit and by itself.
 *
 * @param file the table
 * @param points number of its readings
 * @param chiSquare its part of the joint fit's χ² [1]
 * @param reducedChiSquare the same over the number of its readings less what the fit follows them,
 *     the sum of their leverages; empty where nothing is left
 * @param alone the dipole moment of a fit of this table alone, with the same model
 */
public record TableFit(
    String file,
    int points,
    double chiSquare,
    OptionalDouble reducedChiSquare,
    DipoleMoment alone) {

  /** The tables of a fit, in their order. */
  public static List<TableFit> of(Fit fit) {
    ResidualAnalysis residuals = new ResidualAnalysis(fit);
    Map<String, List<Integer>> files = Part.files(fit);
    List<TableFit> tables = new ArrayList<>();
    files.forEach(
        (file, numbers) -> {
          double chiSquare = numbers.stream().mapToDouble(residuals::square).sum();
          double freedom = numbers.stream().mapToDouble(i -> 1 - residuals.leverage(i)).sum();
          tables.add(
              new TableFit(
                  file,
                  numbers.size(),
                  chiSquare,
                  freedom > 1e-6 ? OptionalDouble.of(chiSquare / freedom) : OptionalDouble.empty(),
                  files.size() == 1 ? DipoleMoment.of(fit) : alone(fit, numbers)));
        });
    return List.copyOf(tables);
  }

  private static DipoleMoment alone(Fit joint, List<Integer> numbers) {
    Observations observations = joint.observations().subset(numbers);
    FitOptions options = joint.options().withRelaxation(joint.relaxation());
    try {
      // A distribution makes the scan slow, and from the joint values it is not far.
      Fit near = Fitter.refit(observations, options, joint.values());
      if (options.model() instanceof DistributedModel) {
        return DipoleMoment.of(near);
      }
      Fit found = Fitter.fit(observations, options);
      return DipoleMoment.of(near.chiSquare() < found.chiSquare() ? near : found);
    } catch (FitRefusedException e) {
      return DipoleMoment.NONE; // too few readings
    }
  }
}
