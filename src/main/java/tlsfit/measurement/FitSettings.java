package tlsfit.measurement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.QuantityRange;

/**
 * What a sample file says of how its sample is to be fitted. Parameters go by their names, those of
 * {@link #PARAMETERS}; all numbers are in SI units.
 *
 * @param fix values of parameters that are held
 * @param bound ranges within which parameters are looked for
 * @param prior what is known of parameters beforehand, with standard uncertainties
 * @param sigma what the given σ are, one of {@link #SIGMA}; empty where nothing is said
 * @param loss how residuals count, one of {@link #LOSS}; empty where nothing is said
 * @param calibration whether the calibration is fitted along, one of {@link #CALIBRATION}; empty
 *     where nothing is said
 * @param lines the same as it is written, a line each, for the user to check
 */
public record FitSettings(
    Map<String, Double> fix,
    Map<String, QuantityRange> bound,
    Map<String, Quantity> prior,
    Optional<String> sigma,
    Optional<String> loss,
    Optional<String> calibration,
    List<String> lines) {

  /** Nothing said. */
  public static final FitSettings NONE =
      new FitSettings(
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** The parameters that there are, with what they measure. */
  public static final Map<String, Dimension> PARAMETERS = parameters();

  /** The parameter that may be negative. */
  public static final String SIGNED = "fieldExponent";

  /** What the σ of tables may be. */
  public static final List<String> SIGMA = List.of("absolute", "relative", "per-table", "none");

  /** How residuals may count. */
  public static final List<String> LOSS = List.of("linear", "soft-l1", "cauchy");

  /** Whether uncertain numbers of the calibration are fitted, or told apart. */
  public static final List<String> CALIBRATION = List.of("apart", "fit");

  public FitSettings {
    fix = Map.copyOf(fix);
    bound = Map.copyOf(bound);
    prior = Map.copyOf(prior);
    lines = List.copyOf(lines);
  }

  private static Map<String, Dimension> parameters() {
    Map<String, Dimension> map = new LinkedHashMap<>();
    map.put("chi", Dimension.NUMBER);
    map.put("dipoleMoment", Dimension.DIPOLE_MOMENT);
    map.put("relaxationTime", Dimension.TIME);
    map.put("referenceFrequency", Dimension.FREQUENCY);
    map.put("dipoleWidth", Dimension.NUMBER);
    map.put(SIGNED, Dimension.NUMBER);
    return Collections.unmodifiableMap(map);
  }

  /** Why a value is none of a parameter; empty where it may be one. */
  public static Optional<String> objection(String parameter, double value) {
    return value > 0 || parameter.equals(SIGNED)
        ? Optional.empty()
        : Optional.of(parameter + " must be above zero");
  }

  /** Why a range is none of a parameter; empty where it may be one. */
  public static Optional<String> objection(String parameter, QuantityRange range) {
    if (parameter.equals(SIGNED)) {
      return Optional.empty();
    }
    if (!(range.upper() > 0)) {
      return Optional.of(parameter + " must be above zero");
    }
    boolean open = range.lower() == Double.NEGATIVE_INFINITY;
    return open || range.lower() > 0
        ? Optional.empty()
        : Optional.of(parameter + " is above zero anyway: leave the lower end out");
  }
}
