package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Outlier;
import tlsfit.fit.Fit;
import tlsfit.measurement.Origin;
import tlsfit.model.Parameter;
import tlsfit.result.FitResult;
import tlsfit.setup.Bounds;
import tlsfit.setup.Prior;

/** What bounds, priors, fitted calibrations, noise factors and robust losses add to a result. */
final class ConstraintResults {
  private ConstraintResults() {}

  static @Nullable String atBound(Fit fit, Parameter parameter) {
    Bounds.@Nullable Side side = fit.atBound().get(parameter);
    return side == null ? null : side.key();
  }

  static FitResult.@Nullable PriorResult prior(Fit fit, Parameter parameter) {
    @Nullable Prior prior = fit.options().priors().get(parameter);
    return prior == null ? null : new FitResult.PriorResult(prior.value(), prior.sigma());
  }

  static List<FitResult.NoiseFactorResult> noiseFactors(Fit fit) {
    List<FitResult.NoiseFactorResult> factors = new ArrayList<>();
    List<String> names = fit.observations().tableNames();
    for (int t = 0; t < names.size(); t++) {
      factors.add(new FitResult.NoiseFactorResult(names.get(t), fit.noiseFactors().get(t)));
    }
    return factors;
  }

  static List<FitResult.PullResult> pulls(Fit fit) {
    List<FitResult.PullResult> pulls = new ArrayList<>();
    double[][] covariance = fit.covariance();
    for (int k = 0; k < fit.pulls().size(); k++) {
      int column = fit.free().size() + k;
      pulls.add(
          new FitResult.PullResult(
              fit.options().pulls().get(k).term().source(),
              fit.pulls().get(k),
              ResultBuilder.finite(Math.sqrt(covariance[column][column]))));
    }
    return pulls;
  }

  static List<FitResult.OutlierResult> outliers(Fit fit) {
    List<FitResult.OutlierResult> outliers = new ArrayList<>();
    for (Outlier outlier : Outlier.of(fit)) {
      Origin origin = fit.observations().readings().get(outlier.reading()).origin();
      outliers.add(
          new FitResult.OutlierResult(
              origin.file(), origin.line(), outlier.residual(), outlier.weight()));
    }
    return outliers;
  }
}
