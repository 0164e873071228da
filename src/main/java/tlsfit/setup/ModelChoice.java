package tlsfit.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tlsfit.model.LogModel;
import tlsfit.model.LzModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;

/** The models of the shift that can be asked for. */
public enum ModelChoice {
  /** To leading logarithm: {@link LogModel}. */
  LOG,
  /** From the exact Landau-Zener response: {@link LzModel}. */
  LZ;

  /** The name in options, files and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The model of a name, whatever its case; empty where there is none. */
  public static Optional<ModelChoice> find(String key) {
    return Arrays.stream(values()).filter(model -> model.key().equalsIgnoreCase(key)).findFirst();
  }

  /** The model that is fitted beside this one, to see what the choice between them changes. */
  public ModelChoice other() {
    return this == LOG ? LZ : LOG;
  }

  /** The model with its tables, which take time to load: made when asked for. */
  public ShiftModel make() {
    TabulatedIntegral integral = new TabulatedIntegral();
    return switch (this) {
      case LOG -> new LogModel(integral);
      case LZ -> new LzModel(integral);
    };
  }

  /** The {@link #key}. */
  @Override
  public String toString() {
    return key();
  }
}
