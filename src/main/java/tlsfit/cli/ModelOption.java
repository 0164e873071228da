package tlsfit.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.setup.Defaults;
import tlsfit.setup.ModelChoice;

/** The choice of the model, the same in every command that has one. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model of the shift: ${COMPLETION-CANDIDATES}. Default: log")
  private @Nullable ModelChoice model;

  /** The model that was asked for; empty where none was. */
  Optional<ModelChoice> asked() {
    return Optional.ofNullable(model);
  }

  /** The model asked for, or else the default. */
  ModelChoice chosen() {
    return asked().orElse(Defaults.MODEL);
  }
}
