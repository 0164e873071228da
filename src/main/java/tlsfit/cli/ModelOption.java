package tlsfit.cli;

import picocli.CommandLine.Option;

/** The choice of the model, the same in every command that has one. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "log",
      description = "Model of the shift: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Models model = Models.LOG;

  Models chosen() {
    return model;
  }
}
