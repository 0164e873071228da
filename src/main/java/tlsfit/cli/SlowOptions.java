package tlsfit.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tlsfit.setup.SlowChange.Family;
import tlsfit.setup.SlowChange.Kind;
import tlsfit.setup.SlowSetup;

/** Options for slow changes of the frequency, in all tables, whatever the sample file says. */
final class SlowOptions {
  private static final String NONE = "none";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "none|linear|quadratic|sqrt",
      description =
          "Fit a change of the frequency with the microwave power beside the shift, in each table"
              + " whose power varies. Default: as the sample file says, else none.")
  private @Nullable String baseline;

  @Option(
      names = "--drift",
      paramLabel = "none|linear",
      description =
          "Fit a drift of the frequency in the order of the rows, in each table. Default: as the"
              + " sample file says, else none.")
  private @Nullable String drift;

  @Option(
      names = "--reference",
      paramLabel = "shared|per-table",
      description =
          "Whether tables have reference frequencies of their own, as after another cool-down;"
              + " referenceFrequency then is that of the first. Default: as the sample file says,"
              + " else shared.")
  private @Nullable String reference;

  /** What is asked of all tables. */
  SlowSetup asked() {
    SlowSetup setup = SlowSetup.NONE;
    setup = with(setup, Family.BASELINE, baseline);
    setup = with(setup, Family.DRIFT, drift);
    if (reference != null) {
      setup =
          switch (reference) {
            case "shared" -> setup.without(Family.REFERENCE);
            case "per-table" -> setup.withEverywhere(Kind.OWN_REFERENCE);
            default -> throw wrong("--reference", reference, "shared, per-table");
          };
    }
    return setup;
  }

  private SlowSetup with(SlowSetup setup, Family family, @Nullable String value) {
    if (value == null) {
      return setup;
    }
    if (value.equals(NONE)) {
      return setup.without(family);
    }
    Optional<Kind> kind = Kind.find(family, value);
    if (kind.isEmpty()) {
      throw wrong(
          "--" + family.key(),
          value,
          Stream.concat(Stream.of(NONE), Kind.of(family).stream().map(Kind::value))
              .collect(Collectors.joining(", ")));
    }
    return setup.withEverywhere(kind.get());
  }

  private ParameterException wrong(String option, String value, String known) {
    return new ParameterException(
        spec.commandLine(), option + ": \"" + value + "\" is not one of " + known);
  }
}
