package tlsfit.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldDistribution;
import tlsfit.model.FieldTable;
import tlsfit.model.FieldWeight;
import tlsfit.model.Parameter;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;
import tlsfit.model.UniformField;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/**
 * Distributions of dipole moments and of local fields about a model, as asked.
 *
 * @param dipoleWidth whether dipole moments are log-normal, with the width a parameter of the fit;
 *     empty where nothing is said
 * @param largestField s_max of local fields that follow a power law [1], above 1
 * @param table local fields of a table
 * @param weight what the distribution of local fields counts
 */
public record Distribution(
    Optional<Boolean> dipoleWidth,
    OptionalDouble largestField,
    Optional<FieldEntries> table,
    Optional<FieldWeight> weight) {
  /** Nothing said: one dipole moment, one field. */
  public static final Distribution NONE =
      new Distribution(
          Optional.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());

  /** This with log-normal dipole moments or without. */
  public Distribution withDipoleWidth(boolean wide) {
    return new Distribution(Optional.of(wide), largestField, table, weight);
  }

  /**
   * This with local fields that follow a power law.
   *
   * @param largest s_max [1], above 1
   * @param counting what the power law counts
   */
  public Distribution withPowerLaw(double largest, FieldWeight counting) {
    return new Distribution(
        dipoleWidth, OptionalDouble.of(largest), Optional.empty(), Optional.of(counting));
  }

  /** This with local fields of a table. */
  public Distribution withTable(FieldEntries fields, FieldWeight counting) {
    return new Distribution(
        dipoleWidth, OptionalDouble.empty(), Optional.of(fields), Optional.of(counting));
  }

  /** This, and where it says nothing, the other. The fields are said as a whole or not at all. */
  public Distribution over(Distribution other) {
    boolean fields = hasFields();
    return new Distribution(
        dipoleWidth.or(other::dipoleWidth),
        fields ? largestField : other.largestField,
        fields ? table : other.table,
        weight.or(other::weight));
  }

  private boolean hasFields() {
    return largestField.isPresent() || table.isPresent();
  }

  /** Whether a parameter of a distribution is one of the model; all other parameters are. */
  boolean has(Parameter parameter, Constraints constraints) {
    if (parameter == Parameter.DIPOLE_WIDTH) {
      return dipoleWidth.orElse(false) || constraints.fixed().containsKey(parameter);
    }
    return parameter != Parameter.FIELD_EXPONENT || largestField.isPresent();
  }

  /**
   * The bounds in force: a width that is fitted lies above the least one, for on its logarithmic
   * scale a fit would never come to an end at 0.
   */
  Map<Parameter, Bounds> bounds(Constraints constraints) {
    Parameter width = Parameter.DIPOLE_WIDTH;
    Bounds given = constraints.bounds().getOrDefault(width, Bounds.NONE);
    double least = DistributedModel.SMALLEST_WIDTH;
    if (!has(width, constraints)
        || constraints.fixed().containsKey(width)
        || given.lower() > least
        || given.upper() <= least) {
      return constraints.bounds();
    }
    Map<Parameter, Bounds> bounds = new EnumMap<>(Parameter.class);
    bounds.putAll(constraints.bounds());
    bounds.put(width, new Bounds(least, given.upper()));
    return bounds;
  }

  /** What is wrong with this, and with what is asked of its parameters. */
  List<Refusal> objections(Constraints constraints) {
    List<Refusal> found = new ArrayList<>();
    if (largestField.isPresent() && table.isPresent()) {
      found.add(Refusal.of(RefusalCode.TWO_FIELD_DISTRIBUTIONS));
    }
    if (hasFields() && weight.isEmpty()) {
      found.add(Refusal.of(RefusalCode.FIELD_WEIGHT_MISSING));
    }
    if (!hasFields() && weight.isPresent()) {
      found.add(Refusal.of(RefusalCode.FIELD_WEIGHT_UNUSED));
    }
    if (largestField.isPresent()) {
      double largest = largestField.getAsDouble();
      if (!(largest > 1 && Double.isFinite(largest))) {
        found.add(Refusal.of(RefusalCode.LARGEST_FIELD_TOO_SMALL).with("largest", largest));
      }
    }
    table
        .filter(fields -> !fields.hasWeight())
        .ifPresent(fields -> found.add(Refusal.of(RefusalCode.FIELD_TABLE_EMPTY, fields.name())));
    double fixed = constraints.fixed().getOrDefault(Parameter.DIPOLE_WIDTH, 0.0);
    Bounds bounds = constraints.bounds().getOrDefault(Parameter.DIPOLE_WIDTH, Bounds.NONE);
    double largest = DistributedModel.LARGEST_WIDTH;
    if (fixed > largest || bounds.lower() >= largest) {
      found.add(
          Refusal.of(RefusalCode.WIDTH_TOO_LARGE, Parameter.DIPOLE_WIDTH.key())
              .with("largest", largest));
    }
    return found;
  }

  /**
   * A model with these distributions about it; parameters that are fixed have their values.
   *
   * @param base the model of one dipole moment in one field
   */
  ShiftModel around(ShiftModel base, Constraints constraints) {
    boolean wide = has(Parameter.DIPOLE_WIDTH, constraints);
    FieldDistribution field = field(constraints);
    if (!wide && field instanceof UniformField) {
      return base;
    }
    double width =
        wide ? constraints.fixed().getOrDefault(Parameter.DIPOLE_WIDTH, Defaults.FIRST_WIDTH) : 0;
    return new DistributedModel(base, width, field);
  }

  private FieldDistribution field(Constraints constraints) {
    if (largestField.isPresent()) {
      double exponent =
          constraints.fixed().getOrDefault(Parameter.FIELD_EXPONENT, Defaults.FIRST_EXPONENT);
      return new PowerLawField(exponent, largestField.getAsDouble(), weight.orElseThrow());
    }
    return table.isPresent()
        ? new FieldTable(table.get().entries(), weight.orElseThrow())
        : new UniformField();
  }

  /** This as name and value, for the record of a fit. */
  Map<String, String> inForce() {
    Map<String, String> options = new TreeMap<>();
    if (dipoleWidth.orElse(false)) {
      options.put("dipole-width", "log-normal");
    }
    largestField.ifPresent(largest -> options.put("field-power-law", Double.toString(largest)));
    table.ifPresent(fields -> options.put("field-table", fields.name()));
    weight.ifPresent(
        counting -> options.put("field-weight", counting.name().toLowerCase(Locale.ROOT)));
    return options;
  }
}
