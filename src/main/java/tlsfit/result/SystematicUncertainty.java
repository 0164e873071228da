package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What something that no scatter shows does to the parameters: an uncertain number of the
 * calibration, which moves all readings together, the choice of the model, or a slow change of one
 * table. More readings do not reduce it; it is reported separately from the statistical error.
 *
 * @param kind where it comes from
 * @param source the number of the calibration, with its uncertainty; the name of the other model;
 *     the constant of the cut-off; of a slow change its kind and the table with a blank between; of
 *     a total, what it combines: {@link #CALIBRATION_ALONE}, or {@link #ALL}, as the root of the
 *     sum of the squares, of the cut-offs the larger change only. The other model and slow changes
 *     are in no total: the one is a choice, the others are tested and may be fitted
 * @param changes change of each parameter, by its name, in its unit: for one standard uncertainty
 *     of a number, in the other model, or at the size of a slow change that the readings allow;
 *     absolute values in a total
 * @param calibration which number of the calibration, with its effects on logarithmic scales; null
 *     for another kind
 */
public record SystematicUncertainty(
    Kind kind,
    String source,
    Map<String, Double> changes,
    @Nullable CalibrationEffect calibration) {
  /** The source of the total of the calibration. */
  public static final String CALIBRATION_ALONE = "calibration";

  /** The source of the total of all lines. */
  public static final String ALL = "all";

  /** Where a systematic uncertainty comes from. */
  public enum Kind {
    /** An uncertain number of the calibration. */
    CALIBRATION,
    /** Another model of the shift. */
    MODEL,
    /** Another constant in the cut-off of the logarithm of model {@code log}. */
    CUT_OFF,
    /** A drift, a baseline or another reference frequency of one table, which is not fitted. */
    SLOW,
    /** A spread of the dipole moments, which is not fitted. */
    SPREAD,
    /** Several of these together. */
    TOTAL;

    /** The name in files. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Kind of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** A line of another kind than {@link Kind#CALIBRATION}. */
  public SystematicUncertainty(Kind kind, String source, Map<String, Double> changes) {
    this(kind, source, changes, null);
  }

  /** Copies the map. */
  public SystematicUncertainty {
    changes = Collections.unmodifiableMap(new TreeMap<>(changes));
  }

  /** Whether it combines other lines. */
  @JsonIgnore
  public boolean isTotal() {
    return kind == Kind.TOTAL;
  }
}
