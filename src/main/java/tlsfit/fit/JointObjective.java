package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.NuisanceParameter;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.LevenbergMarquardt;
import tlsfit.statistics.Minimum;
import tlsfit.statistics.ResidualFunction;

/**
 * The objective function of several samples fitted jointly: the sum of theirs, with some parameters
 * common to all, and with the uncertain numbers of the calibration as nuisance parameters, each
 * counted once however many samples share it.
 *
 * <p>σ of each sample is that of its own fit, scaled by the scatter about that where it is not
 * known. Parameters that its own fit has at a bound, and no relaxation, stay there.
 */
public final class JointObjective {
  private final List<Part> parts = new ArrayList<>();
  private final List<Parameter> shared;
  private final List<String> nuisances;
  private final int size;

  /**
   * A sample.
   *
   * @param fit of it alone
   * @param terms numbers of its calibration by what identifies them
   */
  public record Member(Fit fit, Map<String, CalibrationTerm> terms) {
    /** Copies the map. */
    public Member {
      terms = new LinkedHashMap<>(terms);
    }
  }

  /**
   * Where a minimisation ended.
   *
   * @param values of each sample
   * @param nuisances of each number of the calibration [standard uncertainties]
   * @param chiSquare the minimum of the objective function
   * @param parameters number of fitted numbers, without nuisance parameters
   * @param converged whether a minimum was reached
   * @param covariance of the scaled values of the common parameters
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one minimisation, never compared
  public record Solution(
      List<ParameterValues> values,
      Map<String, Double> nuisances,
      double chiSquare,
      int parameters,
      boolean converged,
      double[][] covariance) {}

  /** One sample with the places of its variables among all. */
  @SuppressWarnings("ArrayRecordComponent") // numbers of one minimisation, never compared
  private record Part(
      Fit fit, ModelResiduals residuals, List<Parameter> free, List<Integer> places) {
    private ResidualStack stack() {
      return residuals.stack();
    }

    private int readings() {
      return stack().observations().size();
    }

    /** Without the nuisance parameters, which count once for all samples. */
    private int rows() {
      return readings() + stack().withPrior().size();
    }
  }

  private JointObjective(List<Member> members, List<Parameter> shared, Set<Parameter> fixed) {
    this.shared = shared.stream().filter(parameter -> !fixed.contains(parameter)).toList();
    Set<String> keys = new LinkedHashSet<>();
    members.forEach(member -> keys.addAll(member.terms.keySet()));
    nuisances = List.copyOf(keys);
    int next = this.shared.size() + nuisances.size();
    for (Member member : members) {
      Fit fit = member.fit;
      List<Parameter> free =
          fit.free().stream().filter(parameter -> !fixed.contains(parameter)).toList();
      List<Integer> places = new ArrayList<>();
      for (Parameter parameter : free) {
        int common = this.shared.indexOf(parameter);
        places.add(common >= 0 ? common : next++);
      }
      for (String key : member.terms.keySet()) {
        places.add(this.shared.size() + nuisances.indexOf(key));
      }
      for (int k = 0; k < fit.slow().size(); k++) {
        places.add(next++);
      }
      Observations observations = scaled(fit);
      parts.add(
          new Part(
              fit,
              new ModelResiduals(
                  new ResidualStack(
                      observations,
                      fit.options()
                          .withNuisances(
                              member.terms.values().stream()
                                  .map(term -> new NuisanceParameter(term, 0))
                                  .toList()),
                      free.stream().filter(fit.options().priors()::containsKey).toList()),
                  ModelResiduals.frequencyScale(observations),
                  true),
              free,
              places));
    }
    size = next;
  }

  /**
   * The objective function of samples.
   *
   * @param members two or more
   * @param shared parameters common to all; none for separate fits that have the calibration in
   *     common alone
   * @throws IllegalArgumentException if one of these is not fitted in every sample
   */
  public static JointObjective of(List<Member> members, List<Parameter> shared) {
    for (Member member : members) {
      if (!member.fit.free().containsAll(shared)) {
        throw new IllegalArgumentException("not fitted in every sample: " + shared);
      }
    }
    return new JointObjective(members, List.copyOf(shared), Set.of());
  }

  /** The same samples with a common parameter fixed where each start has it. */
  public JointObjective fixing(Parameter parameter) {
    return new JointObjective(members(), shared, Set.of(parameter));
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (Part part : parts) {
      Map<String, CalibrationTerm> terms = new LinkedHashMap<>();
      for (int k = 0; k < part.stack().options().nuisances().size(); k++) {
        int place = part.places.get(part.free.size() + k) - shared.size();
        terms.put(nuisances.get(place), part.stack().options().nuisances().get(k).term());
      }
      members.add(new Member(part.fit, terms));
    }
    return members;
  }

  /** All readings. */
  public int readings() {
    return parts.stream().mapToInt(Part::readings).sum();
  }

  /**
   * Minimises from given values.
   *
   * @param starts of each sample; common parameters are the same in all
   */
  public Solution solve(List<ParameterValues> starts) {
    List<ScaledValues> scaled = new ArrayList<>();
    for (int s = 0; s < parts.size(); s++) {
      Part part = parts.get(s);
      Double[] zeros = new Double[part.stack().options().nuisances().size()];
      Arrays.fill(zeros, 0.0);
      scaled.add(
          new ScaledValues(
              part.free,
              starts.get(s).withFieldShifts(0, 0),
              List.of(zeros),
              part.fit.slow(),
              part.residuals.frequencyScale(),
              part.stack().options()));
    }
    ResidualFunction function = point -> evaluate(scaled, point);
    Minimum minimum =
        LevenbergMarquardt.refine(
            function, LevenbergMarquardt.minimize(function, new double[size]));
    List<ParameterValues> values = new ArrayList<>();
    for (int s = 0; s < parts.size(); s++) {
      values.add(scaled.get(s).values(local(parts.get(s), minimum.point())));
    }
    Map<String, Double> moved = new LinkedHashMap<>();
    for (int k = 0; k < nuisances.size(); k++) {
      moved.put(nuisances.get(k), minimum.point()[shared.size() + k]);
    }
    return new Solution(
        values,
        moved,
        minimum.cost(),
        size - nuisances.size(),
        minimum.stop().converged(),
        covariance(minimum, values.get(0)));
  }

  /** That of the scaled values of the common parameters, whose variables differ by a factor. */
  private double[][] covariance(Minimum minimum, ParameterValues at) {
    double[][] all = new JacobianAnalysis(minimum.evaluation().jacobian()).covariance();
    double[][] covariance = new double[shared.size()][shared.size()];
    for (int i = 0; i < shared.size(); i++) {
      for (int j = 0; j < shared.size(); j++) {
        covariance[i][j] =
            all[i][j] * at.scaledUnit(shared.get(i), 1) * at.scaledUnit(shared.get(j), 1);
      }
    }
    return covariance;
  }

  private ResidualFunction.Evaluation evaluate(List<ScaledValues> scaled, double[] point) {
    int rows = nuisances.size() + parts.stream().mapToInt(Part::rows).sum();
    double[] residuals = new double[rows];
    double[][] jacobian = new double[rows][point.length];
    int row = 0;
    for (int s = 0; s < parts.size(); s++) {
      Part part = parts.get(s);
      ResidualFunction.Evaluation own = part.residuals.evaluate(scaled.get(s), local(part, point));
      for (int i = 0; i < part.rows(); i++) {
        residuals[row] = own.residuals()[i];
        for (int j = 0; j < part.places.size(); j++) {
          jacobian[row][part.places.get(j)] += own.jacobian()[i][j];
        }
        row++;
      }
    }
    for (int k = 0; k < nuisances.size(); k++) {
      residuals[row] = point[shared.size() + k];
      jacobian[row][shared.size() + k] = 1;
      row++;
    }
    return new ResidualFunction.Evaluation(residuals, jacobian);
  }

  private static double[] local(Part part, double[] point) {
    return part.places.stream().mapToDouble(place -> point[place]).toArray();
  }

  private static Observations scaled(Fit fit) {
    double[] sigma = new double[fit.observations().size()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = fit.observations().sigma(i) * fit.noiseFactor();
    }
    return fit.observations().withSigma(sigma);
  }
}
