package tlsfit.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Bounds;
import tlsfit.fit.Optimum;
import tlsfit.fit.Outlier;
import tlsfit.fit.Parameter;
import tlsfit.fit.Prior;
import tlsfit.measurement.Origin;

/** What bounds, priors, fitted calibrations, noise factors and robust losses add to a result. */
final class ConstraintResults {
  private ConstraintResults() {}

  static @Nullable String atBound(Optimum optimum, Parameter parameter) {
    Bounds.@Nullable Side side = optimum.atBound().get(parameter);
    return side == null ? null : side.key();
  }

  static FitResult.@Nullable PriorResult prior(Optimum optimum, Parameter parameter) {
    @Nullable Prior prior = optimum.options().priors().get(parameter);
    return prior == null ? null : new FitResult.PriorResult(prior.value(), prior.sigma());
  }

  static List<FitResult.NoiseFactorResult> noiseFactors(Optimum optimum) {
    List<FitResult.NoiseFactorResult> factors = new ArrayList<>();
    List<String> names = optimum.observations().tableNames();
    for (int t = 0; t < names.size(); t++) {
      factors.add(new FitResult.NoiseFactorResult(names.get(t), optimum.noiseFactors().get(t)));
    }
    return factors;
  }

  static List<FitResult.PullResult> pulls(Optimum optimum) {
    List<FitResult.PullResult> pulls = new ArrayList<>();
    double[][] covariance = optimum.covariance();
    for (int k = 0; k < optimum.pulls().size(); k++) {
      int column = optimum.free().size() + k;
      pulls.add(
          new FitResult.PullResult(
              optimum.options().pulls().get(k).term().source(),
              optimum.pulls().get(k),
              ResultBuilder.finite(Math.sqrt(covariance[column][column]))));
    }
    return pulls;
  }

  static List<FitResult.OutlierResult> outliers(Optimum optimum) {
    List<FitResult.OutlierResult> outliers = new ArrayList<>();
    for (Outlier outlier : Outlier.of(optimum)) {
      Origin origin = optimum.observations().readings().get(outlier.reading()).origin();
      outliers.add(
          new FitResult.OutlierResult(
              origin.file(), origin.line(), outlier.residual(), outlier.weight()));
    }
    return outliers;
  }
}
