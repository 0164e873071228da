package tlsfit.fit;

import java.util.Map;
import java.util.TreeMap;
import tlsfit.result.Refusal;

/**
 * A measurement that cannot be fitted as asked. The message holds the values of the {@link
 * Refusal}; the sentence for a user is made of them elsewhere.
 */
public final class FitRefusedException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  private final transient Refusal refusal;

  /** Makes the exception. */
  public FitRefusedException(Refusal refusal) {
    super(text(refusal));
    this.refusal = refusal;
  }

  /** Why, in values. */
  public Refusal refusal() {
    return refusal;
  }

  private static String text(Refusal refusal) {
    StringBuilder text = new StringBuilder(refusal.code().name());
    refusal.names().forEach(name -> text.append(' ').append(name));
    for (Map.Entry<String, Double> number : new TreeMap<>(refusal.numbers()).entrySet()) {
      text.append(' ').append(number.getKey()).append('=').append(number.getValue());
    }
    return text.toString();
  }
}
