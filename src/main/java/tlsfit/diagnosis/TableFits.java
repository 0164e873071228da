package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.result.TableFit;
import tlsfit.setup.FitOptions;
import tlsfit.statistics.InfluenceMeasures;

/** The tables of a sample one by one, under the joint fit and by themselves. */
public final class TableFits {
  /** Degrees of freedom that must be left for a reduced χ². */
  private static final double FEWEST = 1e-6;

  private TableFits() {}

  /**
   * The tables of a fit, in their order.
   *
   * @param diagnosis of it
   */
  public static List<TableFit> of(Fit fit, Diagnosis diagnosis) {
    InfluenceMeasures residuals = ResidualAnalysis.influence(fit);
    Map<String, List<Integer>> files = Part.files(fit);
    List<TableFit> tables = new ArrayList<>();
    files.forEach(
        (file, numbers) -> {
          double chiSquare = numbers.stream().mapToDouble(residuals::square).sum();
          double freedom = numbers.stream().mapToDouble(i -> 1 - residuals.leverage(i)).sum();
          DipoleMoment alone =
              files.size() == 1 ? DipoleMoment.of(fit, diagnosis) : alone(fit, numbers);
          tables.add(
              new TableFit(
                  file,
                  numbers.size(),
                  chiSquare,
                  freedom > FEWEST ? chiSquare / freedom : null,
                  alone.value(),
                  alone.standardError()));
        });
    return List.copyOf(tables);
  }

  private static DipoleMoment alone(Fit joint, List<Integer> numbers) {
    Observations observations = joint.observations().subset(numbers);
    FitOptions options = joint.options();
    try {
      // With a distribution a scan of start values is slow, and the joint values are close.
      Fit near = Fitter.refit(observations, options, joint.values());
      if (options.model().distributed()) {
        return DipoleMoment.of(near);
      }
      Fit found = Fitter.fit(observations, options);
      return DipoleMoment.of(near.chiSquare() < found.chiSquare() ? near : found);
    } catch (FitRefusedException e) {
      return DipoleMoment.NONE; // too few readings
    }
  }
}
