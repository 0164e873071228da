package tlsfit.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.Defaults;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.IntervalSetup;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** How the limits are made. */
final class IntervalOptions {
  @Option(
      names = "--intervals",
      paramLabel = "profile|wald|bootstrap",
      description =
          "How the limits are made: from the profile of chi-square, from the curvature at the best"
              + " fit, or from fits of simulated replicates. Default: profile")
  private @Nullable IntervalKind kind;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      converter = LevelConverter.class,
      description = "Confidence level of the limits, such as 0.95. Default: " + Defaults.LEVEL)
  private @Nullable Double level;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Replicates of a bootstrap. Default: " + Defaults.REPLICATES)
  private @Nullable Integer replicates;

  @Option(
      names = "--bootstrap",
      paramLabel = "residual|wild|parametric",
      description =
          "How a bootstrap makes its noise: from the residuals of all readings, from each reading's"
              + " own with a random sign, or normal noise of the sigma. Default: parametric where"
              + " the sigma are absolute and the loss linear, else residual.")
  private @Nullable BootstrapKind bootstrap;

  /** For picocli. */
  static final class LevelConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Quantity.parse(text, Unit.ONE).value();
      } catch (UnitException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** What was asked for. */
  IntervalSetup asked() {
    return new IntervalSetup(
        Optional.ofNullable(kind),
        level == null ? OptionalDouble.empty() : OptionalDouble.of(level),
        replicates == null ? OptionalInt.empty() : OptionalInt.of(replicates),
        Optional.ofNullable(bootstrap));
  }
}
