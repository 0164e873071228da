package tlsfit.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a fit or its readings, in numbers; {@link FindingCode} says which numbers.
 *
 * <p>Made by {@link #of(FindingCode, Kind, boolean)} and the methods that add to it.
 *
 * @param code what it is about
 * @param kind what it does to the verdict
 * @param holds whether all is as it should be
 * @param value the number found [the unit that the code says]; null where there is none
 * @param limit the number that the value, or the p-value where there is one, is compared with
 * @param pValue probability of as much or more by chance [1]; null where the finding is no test
 * @param parameters names of the parameters concerned
 * @param readings the readings concerned
 * @param subject what else it is about, as a code or a name: a curve, a table, a side; else empty
 * @param details further numbers by name, in SI units; changes of parameters that go together, by
 *     the parameters' names, in per cent where the parameter counts on a logarithmic scale or is
 *     T10
 */
public record Finding(
    FindingCode code,
    Kind kind,
    boolean holds,
    @Nullable Double value,
    @Nullable Double limit,
    @Within(least = 0, most = 1) @Nullable Double pValue,
    List<String> parameters,
    List<Place> readings,
    String subject,
    Map<String, Double> details) {

  /** What a finding does to the verdict. */
  public enum Kind {
    /** The fit is not valid unless it holds. */
    FACT,
    /** Asks to be looked at where it does not hold; the fit may be valid all the same. */
    CHECK,
    /** For information. */
    NOTE;

    /** The name in files. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * A reading that a finding is about.
   *
   * @param file the file it stands in
   * @param line its line, the first being 1
   * @param value its own number, such as a studentised residual; null where there is none
   */
  public record Place(String file, int line, @Nullable Double value) {
    /** A reading without a number. */
    public Place(String file, int line) {
      this(file, line, null);
    }

    /** As editors and compilers write it, {@code power.csv:17}. */
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** Copies lists and map; missing ones of a file are empty. */
  @JsonCreator
  public Finding(
      @JsonProperty("code") FindingCode code,
      @JsonProperty("kind") Kind kind,
      @JsonProperty("holds") boolean holds,
      @JsonProperty("value") @Nullable Double value,
      @JsonProperty("limit") @Nullable Double limit,
      @JsonProperty("pValue") @Nullable Double pValue,
      @JsonProperty("parameters") List<String> parameters,
      @JsonProperty("readings") List<Place> readings,
      @JsonProperty("subject") String subject,
      @JsonProperty("details") Map<String, Double> details) {
    this.code = code;
    this.kind = kind;
    this.holds = holds;
    this.value = value;
    this.limit = limit;
    this.pValue = pValue;
    this.parameters = List.copyOf(parameters);
    this.readings = List.copyOf(readings);
    this.subject = subject;
    this.details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** A finding without numbers. */
  public static Finding of(FindingCode code, Kind kind, boolean holds) {
    return new Finding(code, kind, holds, null, null, null, List.of(), List.of(), "", Map.of());
  }

  /** The same with a number found; one that is not finite is none. */
  public Finding withValue(double found) {
    return new Finding(
        code, kind, holds, finite(found), limit, pValue, parameters, readings, subject, details);
  }

  /** The same with the number that decides. */
  public Finding withLimit(double deciding) {
    return new Finding(
        code, kind, holds, value, finite(deciding), pValue, parameters, readings, subject, details);
  }

  /** The same with a p-value. */
  public Finding withPValue(double probability) {
    return new Finding(
        code,
        kind,
        holds,
        value,
        limit,
        finite(probability),
        parameters,
        readings,
        subject,
        details);
  }

  /** The same about parameters, by their names. */
  public Finding ofParameters(List<String> names) {
    return new Finding(code, kind, holds, value, limit, pValue, names, readings, subject, details);
  }

  /** The same about readings. */
  public Finding at(List<Place> places) {
    return new Finding(
        code, kind, holds, value, limit, pValue, parameters, places, subject, details);
  }

  /** The same about something else, by a code or a name. */
  public Finding about(String what) {
    return new Finding(
        code, kind, holds, value, limit, pValue, parameters, readings, what, details);
  }

  /** The same with a further number [SI]; one that is not finite is left out. */
  public Finding with(String name, double number) {
    if (!Double.isFinite(number)) {
      return this;
    }
    Map<String, Double> more = new TreeMap<>(details);
    more.put(name, number);
    return new Finding(
        code, kind, holds, value, limit, pValue, parameters, readings, subject, more);
  }

  /** A further number by its name; not a number where there is none. */
  public double detail(String name) {
    return details.getOrDefault(name, Double.NaN);
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
