package tlsfit.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tlsfit.model.Parameter;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/**
 * The constraints on the parameters of a fit, all in their own SI units.
 *
 * @param fixed parameters that are not fitted, with their values
 * @param bounds ranges within which parameters are fitted
 * @param priors what is known of parameters by other means
 */
public record Constraints(
    Map<Parameter, Double> fixed, Map<Parameter, Bounds> bounds, Map<Parameter, Prior> priors) {
  /** Nothing known. */
  public static final Constraints NONE = new Constraints(Map.of(), Map.of(), Map.of());

  /** The setting of a fixed value, in refusals and files. */
  static final String FIX = "fix";

  /** The setting of bounds, in refusals and files. */
  static final String BOUND = "bound";

  /** The setting of a prior, in refusals and files. */
  static final String PRIOR = "prior";

  /** Copies. */
  public Constraints {
    fixed = Map.copyOf(fixed);
    bounds = Map.copyOf(bounds);
    priors = Map.copyOf(priors);
  }

  /** These with one more parameter fixed. */
  public Constraints withFixed(Parameter parameter, double value) {
    return new Constraints(with(fixed, parameter, value), bounds, priors);
  }

  /** These with bounds of one more parameter. */
  public Constraints withBounds(Parameter parameter, Bounds range) {
    return new Constraints(fixed, with(bounds, parameter, range), priors);
  }

  /** These with a prior of one more parameter. */
  public Constraints withPrior(Parameter parameter, Prior prior) {
    return new Constraints(fixed, bounds, with(priors, parameter, prior));
  }

  private static <V> Map<Parameter, V> with(Map<Parameter, V> map, Parameter key, V value) {
    Map<Parameter, V> more = copy(map);
    more.put(key, value);
    return more;
  }

  private static <V> Map<Parameter, V> copy(Map<Parameter, V> map) {
    Map<Parameter, V> copy = new EnumMap<>(Parameter.class);
    copy.putAll(map);
    return copy;
  }

  /** These without anything of one parameter. */
  Constraints without(Parameter parameter) {
    Map<Parameter, Double> someFixed = copy(fixed);
    Map<Parameter, Bounds> someBounds = copy(bounds);
    Map<Parameter, Prior> somePriors = copy(priors);
    someFixed.remove(parameter);
    someBounds.remove(parameter);
    somePriors.remove(parameter);
    return new Constraints(someFixed, someBounds, somePriors);
  }

  /** Whether a parameter is fixed, or has bounds or a prior. */
  public boolean concern(Parameter parameter) {
    return !settingsOf(parameter).isEmpty();
  }

  /** What is set of a parameter. */
  List<String> settingsOf(Parameter parameter) {
    List<String> settings = new ArrayList<>();
    if (fixed.containsKey(parameter)) {
      settings.add(FIX);
    }
    if (bounds.containsKey(parameter)) {
      settings.add(BOUND);
    }
    if (priors.containsKey(parameter)) {
      settings.add(PRIOR);
    }
    return settings;
  }

  /**
   * These, and of the others what does not contradict them: of a parameter that is fixed here all
   * others say is dropped, one with bounds or a prior here is not fixed by the others, and bounds
   * and priors of here count before those of the others.
   */
  public Constraints over(Constraints others) {
    Map<Parameter, Double> allFixed = copy(fixed);
    Map<Parameter, Bounds> allBounds = copy(bounds);
    Map<Parameter, Prior> allPriors = copy(priors);
    others.fixed.forEach(
        (parameter, value) -> {
          if (!concern(parameter)) {
            allFixed.put(parameter, value);
          }
        });
    others.bounds.forEach(
        (parameter, range) -> {
          if (!fixed.containsKey(parameter)) {
            allBounds.putIfAbsent(parameter, range);
          }
        });
    others.priors.forEach(
        (parameter, prior) -> {
          if (!fixed.containsKey(parameter)) {
            allPriors.putIfAbsent(parameter, prior);
          }
        });
    return new Constraints(allFixed, allBounds, allPriors);
  }

  /** Whether a parameter may be zero or negative. */
  private static boolean signed(Parameter parameter) {
    return parameter.lowest() < 0;
  }

  /**
   * Why a value is none of a parameter; empty where it may be one.
   *
   * @param value in the parameter's own SI unit; an infinite relaxation time is no relaxation
   */
  public static Optional<Refusal> objection(Parameter parameter, double value) {
    boolean infinite = Double.isInfinite(value) && parameter != Parameter.RELAXATION_TIME;
    if (Double.isNaN(value) || infinite) {
      return Optional.of(Refusal.of(RefusalCode.NOT_FINITE, parameter.key()));
    }
    return value > 0 || signed(parameter)
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalCode.NOT_POSITIVE, parameter.key()));
  }

  /** Why a range is none of a parameter; empty where it may be one. */
  public static Optional<Refusal> objection(Parameter parameter, Bounds range) {
    if (signed(parameter)) {
      return Optional.empty();
    }
    if (!(range.upper() > 0)) {
      return Optional.of(Refusal.of(RefusalCode.NOT_POSITIVE, parameter.key()));
    }
    boolean open = range.lower() == Double.NEGATIVE_INFINITY;
    return open || range.lower() > 0
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalCode.LOWER_END_NOT_POSITIVE, parameter.key()));
  }

  /** What is wrong with these, whatever the model. */
  List<Refusal> objections() {
    List<Refusal> found = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Optional.ofNullable(fixed.get(parameter))
          .flatMap(value -> objection(parameter, value))
          .ifPresent(found::add);
      Optional.ofNullable(bounds.get(parameter))
          .flatMap(range -> objection(parameter, range))
          .ifPresent(found::add);
      Optional.ofNullable(priors.get(parameter))
          .flatMap(prior -> objection(parameter, prior.value()))
          .ifPresent(found::add);
      if (fixed.containsKey(parameter) && bounds.containsKey(parameter)) {
        found.add(Refusal.of(RefusalCode.FIXED_WITH_BOUNDS, parameter.key()));
      }
      if (fixed.containsKey(parameter) && priors.containsKey(parameter)) {
        found.add(Refusal.of(RefusalCode.FIXED_WITH_PRIOR, parameter.key()));
      }
    }
    return found;
  }

  /** These as name and value, for the record of a fit. */
  Map<String, String> inForce() {
    Map<String, String> options = new TreeMap<>();
    fixed.forEach(
        (parameter, value) ->
            options.put(FIX + ' ' + parameter.key(), value + " " + parameter.unit()));
    bounds.forEach(
        (parameter, range) ->
            options.put(
                BOUND + ' ' + parameter.key(),
                end(range.lower()) + ".." + end(range.upper()) + " " + parameter.unit()));
    priors.forEach(
        (parameter, known) ->
            options.put(
                PRIOR + ' ' + parameter.key(),
                known.value() + " +- " + known.sigma() + " " + parameter.unit()));
    return options;
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? "" : String.format(Locale.ROOT, "%s", value);
  }
}
