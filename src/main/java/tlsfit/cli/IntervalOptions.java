package tlsfit.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.fit.Noise;
import tlsfit.fit.Optimum;
import tlsfit.interval.Bootstrap;
import tlsfit.interval.BootstrapKind;
import tlsfit.interval.Inference;
import tlsfit.interval.IntervalKind;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** How the limits are made. */
final class IntervalOptions {
  private static final int FEWEST_REPLICATES = 100;

  @Option(
      names = "--intervals",
      paramLabel = "wald|profile|bootstrap",
      defaultValue = "wald",
      description =
          "How the limits are made: from the curvature at the best fit, from the profile of"
              + " chi-square, or from fits of simulated replicates. Default: ${DEFAULT-VALUE}")
  private IntervalKind kind = IntervalKind.WALD;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "0.95",
      description = "Confidence level of the limits, such as 0.95. Default: ${DEFAULT-VALUE}")
  private String level = "0.95";

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Replicates of a bootstrap. Default: ${DEFAULT-VALUE}")
  private int replicates = 2000;

  @Option(
      names = "--bootstrap",
      paramLabel = "residual|wild|parametric",
      description =
          "How a bootstrap makes its noise: from the residuals of all readings, from each reading's"
              + " own with a random sign, or normal noise of the sigma. Default: parametric where"
              + " the sigma are absolute, else residual.")
  private @Nullable BootstrapKind bootstrap;

  /** A wrong value, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  /** Checks what picocli cannot. */
  void check() throws Wrong {
    confidence();
    if (replicates < FEWEST_REPLICATES) {
      throw new Wrong(
          "--replicates " + replicates + ": " + FEWEST_REPLICATES + " or more are needed");
    }
    if (bootstrap != null && kind != IntervalKind.BOOTSTRAP) {
      throw new Wrong("--bootstrap is for --intervals bootstrap");
    }
  }

  /** Makes the limits of a fit. */
  Inference of(Optimum optimum, CommonOptions common, IntConsumer progress) throws Wrong {
    return switch (kind) {
      case WALD -> Inference.wald(optimum, confidence());
      case PROFILE -> Inference.profile(optimum, confidence());
      case BOOTSTRAP ->
          Inference.bootstrap(
              optimum,
              confidence(),
              new Bootstrap.Settings(
                  kindOf(optimum.options().noise()), replicates, common.seed(), common.threads()),
              progress);
    };
  }

  /** Steps that are told of: the replicates of a bootstrap. */
  int steps() {
    return replicates;
  }

  private BootstrapKind kindOf(Noise noise) {
    if (bootstrap != null) {
      return bootstrap;
    }
    return noise instanceof Noise.Absolute ? BootstrapKind.PARAMETRIC : BootstrapKind.RESIDUAL;
  }

  private double confidence() throws Wrong {
    try {
      double value = Quantity.parse(level, Unit.ONE).value();
      if (value > 0 && value < 1) {
        return value;
      }
    } catch (UnitException e) {
      throw new Wrong("--level " + level + ": " + e.getMessage());
    }
    throw new Wrong("--level " + level + ": write a probability between 0 and 1, such as 0.95");
  }

  /** The options as they took effect. */
  Map<String, String> inForce(Noise noise, CommonOptions common) {
    Map<String, String> options = new TreeMap<>();
    options.put("intervals", kind.name().toLowerCase(Locale.ROOT));
    options.put("level", level);
    if (kind == IntervalKind.BOOTSTRAP) {
      options.put("replicates", Integer.toString(replicates));
      options.put("bootstrap", kindOf(noise).name().toLowerCase(Locale.ROOT));
      options.put("seed", Long.toString(common.seed()));
    }
    return options;
  }
}
