package tlsfit.cli;

import java.util.Locale;
import java.util.function.Supplier;
import tlsfit.model.LogModel;
import tlsfit.model.LzModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;

/** The models of the shift that can be asked for; made when asked, since their tables take time. */
@SuppressWarnings("ImmutableEnumChecker") // the suppliers only call constructors
public enum Models {
  LOG(() -> new LogModel(new TabulatedIntegral())),
  LZ(() -> new LzModel(new TabulatedIntegral()));

  private final Supplier<ShiftModel> maker;

  Models(Supplier<ShiftModel> maker) {
    this.maker = maker;
  }

  /** The model that a report shows beside this one. */
  Models other() {
    return this == LOG ? LZ : LOG;
  }

  ShiftModel make() {
    return maker.get();
  }

  /** As written in options and files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
