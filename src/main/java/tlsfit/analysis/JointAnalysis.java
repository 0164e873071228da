package tlsfit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.JointObjective.Member;
import tlsfit.fit.JointObjective.Solution;
import tlsfit.likelihood.JointFit;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Interval;
import tlsfit.result.JointRefit;
import tlsfit.setup.FitOptions;
import tlsfit.statistics.InformationCriteria;
import tlsfit.statistics.NestedModelTest;
import tlsfit.statistics.SigmaKnowledge;

/**
 * The joint fit of several samples with common parameters, against fits of their own: by the
 * likelihood ratio and by AICc. Uncertain numbers of the calibration are nuisance parameters of
 * both, one each however many samples share it.
 */
public final class JointAnalysis {
  private static final int PROFILE_POINTS = 25;

  private JointAnalysis() {}

  /**
   * A sample to be fitted jointly with others.
   *
   * @param name its name
   * @param fit of it alone
   * @param terms numbers of its calibration, by what identifies them
   */
  public record Sample(String name, Fit fit, Map<String, CalibrationTerm> terms) {
    /** Copies the map. */
    public Sample {
      terms = new LinkedHashMap<>(terms);
    }

    /** A sample whose readings are kept in its result. */
    public static Sample of(SavedSample saved, String name, Map<String, CalibrationTerm> terms) {
      FitOptions options = saved.options();
      return new Sample(name, Fitter.fit(saved.measurement(), options), terms);
    }
  }

  /**
   * Fits samples jointly.
   *
   * @param samples two or more
   * @param shared parameters common to all
   * @param level confidence level of the intervals
   * @throws IllegalArgumentException if a common parameter is not fitted in every sample
   */
  public static JointRefit of(List<Sample> samples, List<Parameter> shared, double level) {
    JointFit joint =
        JointFit.of(
            samples.stream().map(sample -> new Member(sample.fit, sample.terms)).toList(), shared);
    Solution best = joint.best();
    Solution separate = joint.separate();
    int added = (samples.size() - 1) * shared.size();
    NestedModelTest test =
        NestedModelTest.of(
            best.chiSquare() - separate.chiSquare(), added, 1, new SigmaKnowledge.Known());
    List<JointRefit.Common> common = new ArrayList<>();
    for (Parameter parameter : shared) {
      common.add(common(joint, parameter, shared.indexOf(parameter), level));
    }
    return new JointRefit(
        samples.stream().map(Sample::name).toList(),
        common,
        values(samples, best),
        best.nuisances(),
        joint.readings(),
        best.chiSquare(),
        separate.chiSquare(),
        test.pValue(),
        added,
        criterion(best, joint.readings()),
        criterion(separate, joint.readings()));
  }

  private static JointRefit.Common common(
      JointFit joint, Parameter parameter, int column, double level) {
    ParameterValues at = joint.best().values().get(0);
    JointFit.Limits limits = joint.limits(parameter, level);
    double error =
        Math.sqrt(joint.best().covariance()[column][column]) * Math.abs(at.derivative(parameter));
    return new JointRefit.Common(
        parameter.key(),
        parameter.unit(),
        at.get(parameter),
        error,
        Interval.of(
            level,
            "profile",
            limits.lower() > 0 ? limits.lower() : Double.NEGATIVE_INFINITY,
            limits.upper()),
        joint.profile(parameter, limits, PROFILE_POINTS).stream()
            .map(point -> new JointRefit.Point(point[0], point[1]))
            .toList());
  }

  private static List<Map<String, Double>> values(List<Sample> samples, Solution best) {
    List<Map<String, Double>> values = new ArrayList<>();
    for (int s = 0; s < samples.size(); s++) {
      Map<String, Double> of = new TreeMap<>();
      for (Parameter parameter : samples.get(s).fit.free()) {
        of.put(parameter.key(), best.values().get(s).get(parameter));
      }
      values.add(of);
    }
    return values;
  }

  private static @Nullable Double criterion(Solution solution, int readings) {
    OptionalDouble aicc =
        InformationCriteria.of(solution.chiSquare(), readings, solution.parameters(), true).aicc();
    return aicc.isPresent() ? aicc.getAsDouble() : null;
  }
}
