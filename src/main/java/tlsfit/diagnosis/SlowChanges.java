package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.fit.SlowColumns;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.setup.Loss;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Family;
import tlsfit.statistics.NestedModelTest;

/**
 * The slow changes that a fit does not have and might need: each is added to the fit by itself, and
 * the fall of χ² tested ({@link NestedModelTest}), whether σ is known or not.
 *
 * <p>Candidates are a drift and the baselines of every table, and reference frequencies of their
 * own of all tables but the first, where the readings can tell them from what is fitted. Since one
 * of several is picked, levels are divided by their number (Bonferroni).
 *
 * @param candidates in the order of the tables
 */
public record SlowChanges(List<Candidate> candidates) {
  /** Readings of a table beyond its slow changes, the new one too, for a candidate. */
  private static final int FEWEST = 3;

  /** Copies. */
  public SlowChanges {
    candidates = List.copyOf(candidates);
  }

  /**
   * A slow change that was tried.
   *
   * @param change which
   * @param firstReading number of the first reading of its table
   * @param fall fall of χ² with it, in noise variances [1], ≥ 0
   * @param pValue probability of as large a fall without it
   * @param amplitude [Hz]
   * @param standardError of the amplitude [Hz]
   * @param changes what it does to the parameters, each in its own SI unit, at the size that the
   *     readings allow, which is √(amplitude² + standardError²), in the direction of the amplitude;
   *     without those that come out infinite
   */
  public record Candidate(
      SlowChange change,
      int firstReading,
      double fall,
      double pValue,
      double amplitude,
      double standardError,
      Map<Parameter, Double> changes) {
    /** Copies. */
    public Candidate {
      Map<Parameter, Double> copy = new EnumMap<>(Parameter.class);
      copy.putAll(changes);
      changes = Collections.unmodifiableMap(copy);
    }
  }

  /** Tries all candidates. */
  public static SlowChanges of(Fit fit) {
    List<Candidate> candidates = new ArrayList<>();
    Observations observations = fit.observations();
    List<String> names = observations.tableNames();
    for (int t = 0; t < names.size(); t++) {
      String name = names.get(t);
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        continue; // a slow change is of a table by its name
      }
      for (SlowChange.Kind kind : SlowChange.Kind.values()) {
        SlowChange change = new SlowChange(name, kind);
        if (kind.family() != Family.REFERENCE || t > 0) {
          candidate(fit, change).ifPresent(candidates::add);
        }
      }
    }
    return new SlowChanges(candidates);
  }

  private static Optional<Candidate> candidate(Fit fit, SlowChange change) {
    Observations observations = fit.observations();
    List<SlowChange> fitted = fit.options().slow();
    long readings = 0;
    int first = -1;
    for (int i = 0; i < observations.size(); i++) {
      if (observations.tableName(i).equals(change.table())) {
        readings++;
        first = first < 0 ? i : first;
      }
    }
    long own = fitted.stream().filter(one -> one.table().equals(change.table())).count();
    if (fitted.contains(change) || readings < own + 1 + FEWEST || !tellable(fit, change)) {
      return Optional.empty();
    }
    List<SlowChange> more = new ArrayList<>(fitted);
    more.add(change);
    try {
      Fit with = Fitter.refit(observations, fit.options().withSlow(more), fit.values());
      boolean has = with.options().slow().contains(change);
      return has && with.minimum().stop().isolated()
          ? Optional.of(of(fit, with, change, first))
          : Optional.empty();
    } catch (FitRefusedException e) {
      return Optional.empty(); // too few readings
    }
  }

  /** Whether its column is none that the fit has already. */
  private static boolean tellable(Fit fit, SlowChange change) {
    double[][] jacobian = fit.linearization().jacobian();
    double[] column = new double[jacobian.length];
    double[] basis = SlowColumns.of(fit.observations(), List.of(change))[0];
    double square = 0;
    for (int i = 0; i < basis.length; i++) {
      column[i] = basis[i] / fit.observations().sigma(i);
      square += column[i] * column[i];
    }
    return fit.linearization().analysis().reduction(column) < (1 - 1e-6) * square;
  }

  private static Candidate of(Fit fit, Fit with, SlowChange change, int first) {
    int k = with.options().slow().indexOf(change);
    int column = with.columnOfSlow(k);
    double[][] covariance = with.covariance();
    double amplitude = with.slow().get(k);
    double error = Math.sqrt(covariance[column][column]);
    double fall = fit.chiSquare() - with.chiSquare();
    NestedModelTest test = NestedModelTest.of(fall, 1, noiseVariance(with), with.sigmaKnowledge());
    double size = Math.hypot(amplitude, error);
    Map<Parameter, Double> changes = new EnumMap<>(Parameter.class);
    for (Parameter parameter : fit.free()) {
      double found;
      if (Math.abs(amplitude) >= error) {
        double difference = with.values().get(parameter) - fit.values().get(parameter);
        found = difference * size / Math.abs(amplitude);
      } else {
        int j = with.free().indexOf(parameter);
        double slope = j < 0 ? 0 : covariance[j][column] / covariance[column][column];
        found = slope * fit.values().derivative(parameter) * size * Math.copySign(1, amplitude);
      }
      if (Double.isFinite(found)) {
        changes.put(parameter, found);
      }
    }
    return new Candidate(change, first, test.statistic(), test.pValue(), amplitude, error, changes);
  }

  /** That about the larger fit, also where the σ were scaled to the smaller one. */
  private static double noiseVariance(Fit with) {
    return with.sigmaKnowledge().known() || with.options().loss() != Loss.LINEAR
        ? with.noiseVariance()
        : with.sigmaKnowledge().variance(with.chiSquare());
  }

  /** The candidate that chance explains least; empty where there is none. */
  public Optional<Candidate> leastLikely() {
    return candidates.stream()
        .min(
            Comparator.comparingDouble(Candidate::pValue)
                .thenComparing(Comparator.comparingDouble(Candidate::fall).reversed()));
  }

  /**
   * The finding {@link FindingCode#SLOW_CHANGE} on the candidate that chance explains least; empty
   * where there is no candidate.
   */
  public Optional<Finding> finding(Fit fit) {
    return leastLikely()
        .map(
            least -> {
              double spoils = Levels.SPOILS / candidates.size();
              double warns = Levels.WARNS / candidates.size();
              boolean spoiled = least.pValue < spoils;
              return Finding.of(
                      FindingCode.SLOW_CHANGE,
                      spoiled ? Kind.FACT : Kind.CHECK,
                      least.pValue >= warns)
                  .withValue(least.fall)
                  .withPValue(least.pValue)
                  .withLimit(spoiled ? spoils : warns)
                  .at(List.of(Places.of(fit, least.firstReading)))
                  .about(least.change.kind().key())
                  .with("amplitude", least.amplitude)
                  .with("standardError", least.standardError)
                  .with("candidates", candidates.size());
            });
  }
}
