package tlsfit.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something was refused, in values; {@code tlsfit.explain} has the sentence and the mend.
 *
 * @param code the reason
 * @param names what it is about: tables, parameters, places
 * @param numbers by name, as the code says
 */
public record Refusal(RefusalCode code, List<String> names, Map<String, Double> numbers) {
  /** Copies. */
  public Refusal {
    names = List.copyOf(names);
    numbers = Map.copyOf(numbers);
  }

  /** A refusal that needs no more words. */
  public static Refusal of(RefusalCode code, String... names) {
    return new Refusal(code, List.of(names), Map.of());
  }

  /** The same with a number. */
  public Refusal with(String name, double number) {
    Map<String, Double> more = new HashMap<>(numbers);
    more.put(name, number);
    return new Refusal(code, names, more);
  }
}
