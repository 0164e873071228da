package tlsfit.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/**
 * How confidence intervals are made, as asked.
 *
 * @param kind of the intervals
 * @param level confidence level 1 − α [1], between 0 and 1
 * @param replicates of a bootstrap
 * @param bootstrap how a bootstrap makes its noise
 */
public record IntervalSetup(
    Optional<IntervalKind> kind,
    OptionalDouble level,
    OptionalInt replicates,
    Optional<BootstrapKind> bootstrap) {
  /** Nothing said. */
  public static final IntervalSetup NONE =
      new IntervalSetup(
          Optional.empty(), OptionalDouble.empty(), OptionalInt.empty(), Optional.empty());

  /** This with intervals of one kind. */
  public IntervalSetup withKind(IntervalKind other) {
    return new IntervalSetup(Optional.of(other), level, replicates, bootstrap);
  }

  /** This at a confidence level [1]. */
  public IntervalSetup withLevel(double other) {
    return new IntervalSetup(kind, OptionalDouble.of(other), replicates, bootstrap);
  }

  /** This with a number of replicates. */
  public IntervalSetup withReplicates(int number) {
    return new IntervalSetup(kind, level, OptionalInt.of(number), bootstrap);
  }

  /** This with one way to make the noise of replicates. */
  public IntervalSetup withBootstrap(BootstrapKind other) {
    return new IntervalSetup(kind, level, replicates, Optional.of(other));
  }

  /** The kind, or else the default. */
  public IntervalKind kindOrDefault() {
    return kind.orElse(Defaults.INTERVALS);
  }

  /** The confidence level [1], or else the default. */
  public double levelOrDefault() {
    return level.orElse(Defaults.LEVEL);
  }

  /** The number of replicates, or else the default. */
  public int replicatesOrDefault() {
    return replicates.orElse(Defaults.REPLICATES);
  }

  /**
   * How a bootstrap of a fit makes its noise. Where nothing is said it is normal if σ is known; but
   * who takes a robust loss does not believe in normal noise.
   *
   * @param options those of the fit
   */
  public BootstrapKind bootstrapOf(FitOptions options) {
    boolean normal = options.noise() instanceof Noise.Absolute && options.loss() == Loss.LINEAR;
    return bootstrap.orElse(normal ? BootstrapKind.PARAMETRIC : BootstrapKind.RESIDUAL);
  }

  /**
   * This, and where it says nothing, the other; settings of a bootstrap of the other are dropped
   * where this wants intervals of another kind.
   */
  public IntervalSetup over(IntervalSetup other) {
    boolean drop = kind.isPresent() && kind.get() != IntervalKind.BOOTSTRAP;
    IntervalSetup below = drop ? other.withoutBootstrap() : other;
    return new IntervalSetup(
        kind.or(below::kind),
        level.isPresent() ? level : below.level,
        replicates.isPresent() ? replicates : below.replicates,
        bootstrap.or(below::bootstrap));
  }

  private IntervalSetup withoutBootstrap() {
    return new IntervalSetup(kind, level, OptionalInt.empty(), Optional.empty());
  }

  /** What is wrong with this. */
  List<Refusal> objections() {
    List<Refusal> found = new ArrayList<>();
    double confidence = levelOrDefault();
    if (!(confidence > 0 && confidence < 1)) {
      found.add(Refusal.of(RefusalCode.LEVEL_NOT_A_PROBABILITY).with("level", confidence));
    }
    boolean bootstraps = kindOrDefault() == IntervalKind.BOOTSTRAP;
    if (bootstraps && replicatesOrDefault() < Defaults.FEWEST_REPLICATES) {
      found.add(
          Refusal.of(RefusalCode.TOO_FEW_REPLICATES)
              .with("replicates", replicatesOrDefault())
              .with("fewest", Defaults.FEWEST_REPLICATES));
    }
    if (bootstraps && replicatesOrDefault() > Defaults.MOST_REPLICATES) {
      found.add(
          Refusal.of(RefusalCode.TOO_MANY_REPLICATES)
              .with("replicates", replicatesOrDefault())
              .with("most", Defaults.MOST_REPLICATES));
    }
    boolean given = replicates.isPresent() || bootstrap.isPresent();
    if (given && !bootstraps) {
      found.add(Refusal.of(RefusalCode.BOOTSTRAP_SETTINGS_UNUSED));
    }
    return found;
  }

  /**
   * This as name and value, for the record of a fit.
   *
   * @param options those of the fit
   */
  Map<String, String> inForce(FitOptions options) {
    Map<String, String> said = new TreeMap<>();
    said.put("intervals", kindOrDefault().name().toLowerCase(Locale.ROOT));
    said.put("level", Double.toString(levelOrDefault()));
    if (kindOrDefault() == IntervalKind.BOOTSTRAP) {
      said.put("replicates", Integer.toString(replicatesOrDefault()));
      said.put("bootstrap", bootstrapOf(options).name().toLowerCase(Locale.ROOT));
    }
    return said;
  }
}
