package tlsfit.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Something in which the samples differ, or that was left out.
 *
 * @param code what
 * @param values that they have, in the order of the samples, each once
 */
public record Note(Code code, List<String> values) {

  /** What it is. */
  public enum Code {
    /** Several models of the shift. */
    MODELS,
    /** Several editions of a model. */
    EDITIONS,
    /** With relaxation and without. */
    RELAXATION,
    /** Several confidence levels, brought to one. */
    LEVELS,
    /** σ known in several ways. */
    NOISE,
    /** Resonance frequencies more than 1 % apart: lowest and highest [Hz]. */
    FREQUENCIES,
    /** So many samples that pairs were left out. */
    PAIRS_LEFT_OUT,
    /** Samples without the covariate. */
    NO_COVARIATE;

    /** The name in files. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
