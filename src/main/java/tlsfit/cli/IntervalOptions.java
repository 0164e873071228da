package tlsfit.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.fit.Fit;
import tlsfit.setup.BootstrapKind;
import tlsfit.setup.FitOptions;
import tlsfit.setup.IntervalKind;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.Bootstrap;
import tlsfit.uncertainty.Inference;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** How the limits are made. */
final class IntervalOptions {
  private static final int FEWEST_REPLICATES = 100;
  private static final int USUAL_REPLICATES = 2000;

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
      description = "Replicates of a bootstrap. Default: " + USUAL_REPLICATES)
  private @Nullable Integer replicates;

  @Option(
      names = "--bootstrap",
      paramLabel = "residual|wild|parametric",
      description =
          "How a bootstrap makes its noise: from the residuals of all readings, from each reading's"
              + " own with a random sign, or normal noise of the sigma. Default: parametric where"
              + " the sigma are absolute and the loss linear, else residual.")
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
    if (steps() < FEWEST_REPLICATES) {
      throw new Wrong("--replicates " + steps() + ": " + FEWEST_REPLICATES + " or more are needed");
    }
    boolean given = bootstrap != null || replicates != null;
    if (given && kind != IntervalKind.BOOTSTRAP) {
      throw new Wrong("--bootstrap and --replicates are for --intervals bootstrap");
    }
  }

  /** Makes the limits of a fit. */
  Inference of(Fit fit, CommonOptions common, IntConsumer progress) throws Wrong {
    return switch (kind) {
      case WALD -> Inference.wald(fit, confidence());
      case PROFILE -> Inference.profile(fit, confidence());
      case BOOTSTRAP ->
          Inference.bootstrap(
              fit,
              confidence(),
              new Bootstrap.Settings(
                  kindOf(fit.options()), steps(), common.seed(), common.threads()),
              progress);
    };
  }

  /** Steps that are told of: the replicates of a bootstrap. */
  int steps() {
    return replicates == null ? USUAL_REPLICATES : replicates;
  }

  /** Normal noise where σ is known; but who takes a robust loss does not believe in it. */
  private BootstrapKind kindOf(FitOptions options) {
    if (bootstrap != null) {
      return bootstrap;
    }
    boolean normal = options.noise() instanceof Noise.Absolute && options.loss() == Loss.LINEAR;
    return normal ? BootstrapKind.PARAMETRIC : BootstrapKind.RESIDUAL;
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
  Map<String, String> inForce(FitOptions fit, CommonOptions common) {
    Map<String, String> options = new TreeMap<>();
    options.put("intervals", kind.name().toLowerCase(Locale.ROOT));
    options.put("level", level);
    if (kind == IntervalKind.BOOTSTRAP) {
      options.put("replicates", Integer.toString(steps()));
      options.put("bootstrap", kindOf(fit).name().toLowerCase(Locale.ROOT));
      options.put("seed", Long.toString(common.seed()));
    }
    return options;
  }
}
