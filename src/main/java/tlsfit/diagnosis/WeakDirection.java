package tlsfit.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.model.Scale;
import tlsfit.result.Finding;
import tlsfit.setup.SlowChange;

/**
 * The combination of parameters that the readings determine least: what changes together nearly
 * without a trace in the data.
 */
final class WeakDirection {
  /** Share of the largest change below which a parameter takes no part. */
  private static final double NEGLIGIBLE = 0.01;

  private static final double PERCENT = 100;

  private WeakDirection() {}

  /**
   * The changes that leave every prediction nearly the same, the largest being one per cent.
   *
   * @return by the names of parameters, nuisance parameters and slow changes with their tables: in
   *     per cent of the parameter for those on a logarithmic scale and for T10, in their own units
   *     for the others, in standard uncertainties for nuisance parameters
   */
  static Map<String, Double> of(Fit fit) {
    double[] scales = scales(fit);
    double[] direction = fit.linearization().analysis().weakestDirection(scales);
    Map<String, Double> changes = new LinkedHashMap<>();
    for (int j = 0; j < direction.length; j++) {
      if (Math.abs(direction[j]) < NEGLIGIBLE) {
        continue;
      }
      int nuisancesEnd = fit.free().size() + fit.nuisances().size();
      if (j >= nuisancesEnd) {
        SlowChange change = fit.options().slow().get(j - nuisancesEnd);
        changes.put(change.kind().key() + " " + change.table(), direction[j] * scales[j] / PERCENT);
        continue;
      }
      if (j >= fit.free().size()) {
        String source = fit.options().nuisances().get(j - fit.free().size()).term().source();
        changes.put(source, direction[j] / PERCENT);
        continue;
      }
      Parameter parameter = fit.free().get(j);
      double sign = parameter.scale().increasing() ? 1 : -1;
      changes.put(
          parameter.key(),
          parameter.scale() == Scale.LINEAR
              ? direction[j] * scales[j] / PERCENT
              : sign * direction[j]);
    }
    return changes;
  }

  /** A finding with these changes as its details. */
  static Finding addTo(Finding finding, Fit fit) {
    Finding result = finding;
    for (Map.Entry<String, Double> change : of(fit).entrySet()) {
      result = result.with(change.getKey(), change.getValue());
    }
    return result;
  }

  /** Natural units of the scaled values, in which a direction is given. */
  private static double[] scales(Fit fit) {
    DoubleStream parameters =
        fit.free().stream().mapToDouble(parameter -> Determination.unit(parameter, fit));
    DoubleStream nuisances = fit.nuisances().stream().mapToDouble(nuisance -> 1);
    double range = Determination.unit(Parameter.REFERENCE_FREQUENCY, fit);
    DoubleStream slow = fit.slow().stream().mapToDouble(change -> range);
    return DoubleStream.concat(DoubleStream.concat(parameters, nuisances), slow).toArray();
  }
}
