package tlsfit.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;
import tlsfit.setup.Constraints;
import tlsfit.setup.Loss;
import tlsfit.setup.Prior;
import tlsfit.units.Quantity;
import tlsfit.units.QuantityRange;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Options for what is known beforehand of parameters, calibration and noise. */
final class ConstraintOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--bound",
      paramLabel = "NAME=LO..HI",
      description =
          "Look for a parameter within a range only, as in --bound dipoleMoment=\"1..10 D\"; an end"
              + " may be left out; may be repeated.")
  private List<String> bound = new ArrayList<>();

  @Option(
      names = "--prior",
      paramLabel = "NAME=VALUE+-SIGMA",
      description =
          "What is known of a parameter by other means, as in --prior chi=\"1.2e-4 +- 2e-5\"; it"
              + " counts as one more reading; may be repeated.")
  private List<String> prior = new ArrayList<>();

  @Option(
      names = "--loss",
      paramLabel = "linear|soft-l1|cauchy",
      converter = LossConverter.class,
      description =
          "How residuals count: linear, least squares; soft-l1 and cauchy, less the larger they are,"
              + " for readings with outliers. Default: linear.")
  private @Nullable Loss loss;

  @Option(
      names = "--fit-calibration",
      description =
          "Fit the uncertain numbers of the calibration jointly: their uncertainty then is inside the"
              + " limits, instead of reported separately.")
  private boolean calibration;

  @Option(
      names = "--no-fit-calibration",
      description = "Take the calibration as it is, whatever the sample file says.")
  private boolean noCalibration;

  /** For picocli. */
  static final class LossConverter implements ITypeConverter<Loss> {
    @Override
    public Loss convert(String text) {
      return Loss.find(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      Arrays.stream(Loss.values())
                          .map(Loss::key)
                          .collect(
                              Collectors.joining(", ", '"' + text + "\" is not one of ", ""))));
    }
  }

  /**
   * The constraints given.
   *
   * @param fixed parameters that are fixed, with their values
   */
  Constraints constraints(Map<Parameter, Double> fixed) {
    return new Constraints(fixed, bounds(), priors());
  }

  private Map<Parameter, Bounds> bounds() {
    return each(
        "--bound",
        "dipoleMoment=\"1..10 D\"",
        bound,
        (parameter, text) -> {
          QuantityRange range = QuantityRange.parse(text, Unit.of(parameter.unit()));
          return new Bounds(range.lower(), range.upper());
        });
  }

  private Map<Parameter, Prior> priors() {
    return each(
        "--prior",
        "chi=\"1.2e-4 +- 2e-5\"",
        prior,
        (parameter, text) -> {
          Quantity known = Quantity.parse(text, Unit.of(parameter.unit()));
          if (!(known.uncertainty() > 0)) {
            throw new IllegalArgumentException(
                parameter.key()
                    + " has no uncertainty: write it, as in chi=\"1.2e-4 +- 2e-5\", or fix it"
                    + " (--fix)");
          }
          return new Prior(known.value(), known.uncertainty());
        });
  }

  private <V> Map<Parameter, V> each(
      String option, String example, List<String> texts, BiFunction<Parameter, String, V> reader) {
    Map<Parameter, V> found = new EnumMap<>(Parameter.class);
    for (String text : texts) {
      int sign = text.indexOf('=');
      if (sign < 0) {
        throw wrong(option + ": \"" + text + "\" is no parameter with a value, such as " + example);
      }
      try {
        Parameter parameter = Parameter.of(text.substring(0, sign).strip());
        if (found.put(parameter, reader.apply(parameter, text.substring(sign + 1))) != null) {
          throw wrong(option + " gives " + parameter.key() + " twice");
        }
      } catch (UnitException e) {
        throw wrong(option + " " + text.substring(0, sign).strip() + ": " + e.getMessage());
      } catch (IllegalArgumentException e) {
        throw wrong(option + ": " + e.getMessage());
      }
    }
    return found;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The loss; empty where nothing is said. */
  Optional<Loss> loss() {
    return Optional.ofNullable(loss);
  }

  /** Whether the calibration is fitted jointly; empty where nothing is said. */
  Optional<Boolean> calibration() {
    if (calibration && noCalibration) {
      throw wrong("--fit-calibration and --no-fit-calibration exclude each other");
    }
    return calibration || noCalibration ? Optional.of(calibration) : Optional.empty();
  }
}
