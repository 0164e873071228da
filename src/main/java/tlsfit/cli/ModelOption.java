package tlsfit.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tlsfit.setup.Defaults;
import tlsfit.setup.ModelChoice;

/** The choice of the model, the same in every command that has one. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      converter = ModelOption.Converter.class,
      completionCandidates = ModelOption.Names.class,
      description = "Model of the shift: ${COMPLETION-CANDIDATES}. Default: log")
  private @Nullable ModelChoice model;

  /** The names, as they are written. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ModelChoice.values()).map(ModelChoice::key).iterator();
    }
  }

  /** From a name in any case. */
  static final class Converter implements ITypeConverter<ModelChoice> {
    @Override
    public ModelChoice convert(String name) {
      return ModelChoice.find(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected " + String.join(" or ", new Names()) + ", but found " + name));
    }
  }

  /** The model that was asked for; empty where none was. */
  Optional<ModelChoice> asked() {
    return Optional.ofNullable(model);
  }

  /** The model asked for, or else the default. */
  ModelChoice chosen() {
    return asked().orElse(Defaults.MODEL);
  }
}
