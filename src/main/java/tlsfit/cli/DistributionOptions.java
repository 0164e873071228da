package tlsfit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tlsfit.load.PointFile;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldDistribution;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldWeight;
import tlsfit.model.Parameter;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;
import tlsfit.model.UniformField;

/** Options for distributions of dipole moments and of local fields around a model. */
final class DistributionOptions {
  /** Where a fit of the width begins; 0 would be a stationary point. */
  private static final double FIRST_WIDTH = 0.5;

  /** Where a fit of the exponent begins. */
  private static final double FIRST_EXPONENT = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--dipole-width",
      description =
          "Dipole moments are log-normal, with dipoleMoment their median and dipoleWidth the standard"
              + " deviation of their logarithm; it is fitted, or held by --fix dipoleWidth=0.5.")
  private boolean dipoleWidth;

  @Option(
      names = "--field-power-law",
      paramLabel = "LARGEST",
      description =
          "Local microwave fields are s F_AC, with s from 1 to LARGEST distributed as"
              + " s^-fieldExponent; fieldExponent is fitted, or held by --fix fieldExponent=2. Needs"
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
   * The model with the distributions asked for.
   *
   * @param held the parameters that are held, with their values
   */
  ShiftModel around(ShiftModel base, Map<Parameter, Double> held) {
    boolean wide = dipoleWidth || held.containsKey(Parameter.DIPOLE_WIDTH);
    FieldDistribution field = field(held);
    if (!wide && field instanceof UniformField) {
      return base;
    }
    double width = wide ? held.getOrDefault(Parameter.DIPOLE_WIDTH, FIRST_WIDTH) : 0;
    if (width > DistributedModel.LARGEST_WIDTH) {
      throw new ParameterException(
          spec.commandLine(),
          "--fix dipoleWidth: widths up to " + DistributedModel.LARGEST_WIDTH + " are taken");
    }
    return new DistributedModel(base, width, field);
  }

  private FieldDistribution field(Map<Parameter, Double> held) {
    if (held.containsKey(Parameter.FIELD_EXPONENT) && powerLaw == null) {
      throw new ParameterException(
          spec.commandLine(), "--fix fieldExponent needs --field-power-law LARGEST");
    }
    if (powerLaw == null && table == null) {
      if (weight != null) {
        throw new ParameterException(
            spec.commandLine(), "--field-weight needs --field-power-law or --field-table");
      }
      return new UniformField();
    }
    if (weight == null || (powerLaw != null && table != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "a distribution of local fields is one of --field-power-law and --field-table, with"
              + " --field-weight volume or energy");
    }
    try {
      if (powerLaw != null) {
        double exponent = held.getOrDefault(Parameter.FIELD_EXPONENT, FIRST_EXPONENT);
        return new PowerLawField(exponent, powerLaw, weight);
      }
      return table != null ? new FieldTable(entries(table), weight) : new UniformField();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static List<FieldTable.Entry> entries(Path file) {
    return PointFile.read(file, List.of("s", "weight")).rows().stream()
        .map(row -> new FieldTable.Entry(row[0], row[1]))
        .toList();
  }

  /** The options in force, for the result. */
  Map<String, String> inForce() {
    Map<String, String> options = new TreeMap<>();
    if (dipoleWidth) {
      options.put("dipole-width", "log-normal");
    }
    if (powerLaw != null) {
      options.put("field-power-law", powerLaw.toString());
    }
    if (table != null) {
      options.put("field-table", table.toString());
    }
    if (weight != null) {
      options.put("field-weight", weight.name().toLowerCase(Locale.ROOT));
    }
    return options;
  }
}
