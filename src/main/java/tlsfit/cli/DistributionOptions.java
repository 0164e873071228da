package tlsfit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tlsfit.load.InputException;
import tlsfit.load.PointFile;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldWeight;
import tlsfit.setup.Distribution;
import tlsfit.setup.FieldEntries;

/** Options for distributions of dipole moments and of local fields around a model. */
final class DistributionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--dipole-width",
      description =
          "Dipole moments are log-normal, with dipoleMoment their median and dipoleWidth the standard"
              + " deviation of their logarithm; it is fitted, or fixed by --fix dipoleWidth=0.5.")
  private boolean dipoleWidth;

  @Option(
      names = "--field-power-law",
      paramLabel = "LARGEST",
      description =
          "Local microwave fields are s F_AC, with s from 1 to LARGEST distributed as"
              + " s^-fieldExponent; fieldExponent is fitted, or fixed by --fix fieldExponent=2. Needs"
              + " --field-weight.")
  private @Nullable Double powerLaw;

  @Option(
      names = "--field-table",
      paramLabel = "FILE",
      description =
          "Local microwave fields are s F_AC, with the s and weights of a table with the columns"
              + " s and weight. Needs --field-weight.")
  private @Nullable Path table;

  @Option(
      names = "--field-weight",
      paramLabel = "volume|energy",
      description =
          "What the distribution of local fields counts: the volume of the dielectric, which the"
              + " shift weighs with s^2, or the energy of the field, which it weighs as it is.")
  private @Nullable FieldWeight weight;

  /**
   * The distributions asked for.
   *
   * @throws InputException if the table of fields cannot be read
   */
  Distribution asked() {
    return new Distribution(
        dipoleWidth ? Optional.of(true) : Optional.empty(),
        powerLaw == null ? OptionalDouble.empty() : OptionalDouble.of(powerLaw),
        table == null ? Optional.empty() : Optional.of(fields(table)),
        Optional.ofNullable(weight));
  }

  private FieldEntries fields(Path file) {
    List<double[]> rows = PointFile.read(file, List.of("s", "weight")).rows();
    try {
      return new FieldEntries(
          file.toString(), rows.stream().map(row -> new FieldTable.Entry(row[0], row[1])).toList());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--field-table " + file + ": " + e.getMessage(), e);
    }
  }
}
