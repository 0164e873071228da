package tlsfit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.compare.CalibrationSharing;
import tlsfit.compare.CompareOptions;
import tlsfit.compare.Quantity;
import tlsfit.compare.Reference;
import tlsfit.units.QuantityRange;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** The options that say how samples are compared. */
final class ComparisonOptions {
  private static final String RANGE = "..";

  @Option(
      names = "--calibration",
      paramLabel = "shared|independent|ID",
      description =
          "Which numbers of the calibration samples share: all with equal value and uncertainty, none,"
              + " or those of one id or calibration-group. Default: those with the same id, and"
              + " equal numbers of lines without one.")
  private @Nullable String calibration;

  @Option(
      names = "--ratio-to",
      paramLabel = "NAME",
      description = "Compare all samples with this one, and not each with each.")
  private @Nullable String ratioTo;

  @Option(
      names = "--pool",
      description = "Give a mean by random effects also where the samples differ, or are two.")
  private boolean pool;

  @Option(
      names = "--reference",
      paramLabel = "NAME=VALUE",
      description =
          "A known value to compare with: literature=3.7..4.3 D, or film-a=4 D +- 0.2 D; for χ chi=1e-4."
              + " May be repeated.")
  private List<String> references = new ArrayList<>();

  @Option(
      names = "--against",
      paramLabel = "NAME",
      description = "Fit a straight line over this covariate of the sample files.")
  private @Nullable String against;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Confidence level, such as 0.95. Default: that of the results.")
  private @Nullable Double level;

  /**
   * The options.
   *
   * @throws Wrong if one cannot be used; the message names it
   */
  CompareOptions read() {
    if (level != null && !(level > 0 && level < 1)) {
      throw new Wrong("--level " + level + ": a number between 0 and 1 is needed, such as 0.95");
    }
    return new CompareOptions(
        level == null ? OptionalDouble.empty() : OptionalDouble.of(level),
        sharing(),
        Optional.ofNullable(ratioTo),
        pool,
        references.stream().map(ComparisonOptions::reference).toList(),
        Optional.ofNullable(against));
  }

  private CalibrationSharing sharing() {
    if (calibration == null) {
      return new CalibrationSharing.ByIdentity();
    }
    return switch (calibration) {
      case "shared" -> new CalibrationSharing.Shared();
      case "independent" -> new CalibrationSharing.Independent();
      default -> new CalibrationSharing.ById(calibration);
    };
  }

  private static Reference reference(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new Wrong("--reference " + text + ": write NAME=VALUE, as in literature=3.7..4.3 D");
    }
    String label = text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    List<Quantity> candidates =
        Quantity.find(label)
            .map(List::of)
            .orElse(List.of(Quantity.DIPOLE_MOMENT, Quantity.RELAXATION_TIME));
    @Nullable UnitException first = null;
    for (Quantity quantity : candidates) {
      try {
        return reference(label, quantity, value);
      } catch (UnitException e) {
        first = first == null ? e : first;
      }
    }
    throw new Wrong(
        "--reference " + text + ": " + (first == null ? "" : first.getMessage()), first);
  }

  private static Reference reference(String label, Quantity quantity, String value) {
    Unit unit =
        switch (quantity) {
          case DIPOLE_MOMENT -> Unit.of("C m");
          case RELAXATION_TIME -> Unit.of("s");
          default -> Unit.ONE;
        };
    double lower;
    double upper;
    double error = 0;
    if (value.contains(RANGE)) {
      QuantityRange range = QuantityRange.parse(value, unit);
      lower = range.lower();
      upper = range.upper();
    } else {
      tlsfit.units.Quantity known = tlsfit.units.Quantity.parse(value, unit);
      lower = known.value();
      upper = lower;
      error = known.uncertainty();
    }
    if (!(lower > 0) || Double.isInfinite(upper)) {
      throw new Wrong("--reference " + label + "=" + value + ": values above zero are needed");
    }
    return new Reference(label, quantity, lower, upper, error);
  }

  /** An option cannot be used; the message names it. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }

    Wrong(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
