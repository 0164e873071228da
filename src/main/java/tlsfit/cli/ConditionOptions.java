package tlsfit.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tlsfit.curve.Conditions;
import tlsfit.curve.Variable;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.units.Constants;
import tlsfit.units.UnitException;

/** What is fixed along a curve. */
final class ConditionOptions {
  private static final String NONE = "none";
  private static final String NO_DIPOLE_MOMENT =
      "--set dipoleMoment=... is missing: fields act through it";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter: referenceFrequency=\"5 GHz\", always needed; dipoleMoment=\"5 D\" for"
              + " fields; relaxationTime=\"3 us\" or none, the default; chi=1e-4 for columns of the"
              + " shift and the frequency, needed with --sample.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--rabi", paramLabel = "RATE", description = "Fixed Rabi frequency: \"1e8 1/s\"")
  private @Nullable String rabi;

  @Option(names = "--ac-field", paramLabel = "FIELD", description = "Fixed field: \"100 V/m\"")
  private @Nullable String acField;

  @Option(
      names = "--sweep-rate",
      paramLabel = "RATE",
      description = "Fixed sweep rate: \"1e17 1/s^2\"")
  private @Nullable String sweepRate;

  @Option(
      names = "--bias-rate",
      paramLabel = "RATE",
      description = "Fixed rate of the bias field: \"3.2e11 V/m/s\"")
  private @Nullable String biasRate;

  private final Map<Parameter, Double> parameters = new EnumMap<>(Parameter.class);

  /** The option of the parameters, if it was given, to refuse it where it changes nothing. */
  List<String> parameters() {
    return set.isEmpty() ? List.of() : List.of("--set");
  }

  /** The options of fixed fields that were given, to refuse them where they change nothing. */
  List<String> fields() {
    return texts().keySet().stream().map(variable -> "--" + variable.key()).toList();
  }

  /**
   * The parameters alone.
   *
   * @param fields whether any field acts through the dipole moment, which then is needed
   * @throws Wrong if something is missing or cannot be read
   */
  ParameterValues values(boolean fields) {
    readParameters();
    if (fields && !parameters.containsKey(Parameter.DIPOLE_MOMENT)) {
      throw new Wrong(NO_DIPOLE_MOMENT);
    }
    return new ParameterValues(
        chi().orElseThrow(() -> new Wrong("--set chi=... is missing")),
        value(Parameter.DIPOLE_MOMENT).orElse(Constants.DEBYE),
        relaxationRate(),
        referenceFrequency());
  }

  /**
   * The conditions of a curve.
   *
   * @param over what the curve runs over
   * @param model of the shift
   * @throws Wrong if something is missing, too much, or cannot be read
   */
  Conditions of(Variable over, ShiftModel model) {
    readParameters();
    Map<Variable, Double> fixed = fixed(over);
    boolean field =
        List.of(Variable.AC_FIELD, Variable.BIAS_RATE).stream()
            .anyMatch(variable -> variable == over || fixed.containsKey(variable));
    if (field && !parameters.containsKey(Parameter.DIPOLE_MOMENT)) {
      throw new Wrong(NO_DIPOLE_MOMENT);
    }
    return new Conditions(
        model,
        2 * Math.PI * referenceFrequency(),
        relaxationRate(),
        value(Parameter.DIPOLE_MOMENT),
        fixed);
  }

  /** χ [1], if it was given; after {@link #of} or {@link #values}. */
  OptionalDouble chi() {
    return value(Parameter.CHI);
  }

  /** f_ref [Hz]; after {@link #of} or {@link #values}. */
  double referenceFrequency() {
    return value(Parameter.REFERENCE_FREQUENCY)
        .orElseThrow(() -> new Wrong("--set referenceFrequency=... is missing"));
  }

  private double relaxationRate() {
    OptionalDouble time = value(Parameter.RELAXATION_TIME);
    return time.isPresent() ? 1 / time.getAsDouble() : 0;
  }

  private OptionalDouble value(Parameter parameter) {
    @Nullable Double value = parameters.get(parameter);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private void readParameters() {
    List<String> names = new ArrayList<>();
    for (String one : set) {
      String name = one.substring(0, Math.max(one.indexOf('='), 0)).strip();
      if (names.contains(name)) {
        throw new Wrong("--set gives " + name + " twice");
      }
      names.add(name);
      boolean none =
          name.equals(Parameter.RELAXATION_TIME.key())
              && one.substring(one.indexOf('=') + 1).strip().equals(NONE);
      if (none) {
        continue;
      }
      try {
        FixedParameter parameter = FixedParameter.parse(one);
        if (parameter.parameter().ofShape()) {
          throw new Wrong("--set " + name + ": a curve is that of one dipole moment, in one field");
        }
        parameters.put(parameter.parameter(), parameter.value());
      } catch (TypeConversionException e) {
        throw new Wrong("--set: " + e.getMessage());
      }
    }
  }

  private Map<Variable, String> texts() {
    Map<Variable, String> texts = new EnumMap<>(Variable.class);
    put(texts, Variable.RABI, rabi);
    put(texts, Variable.AC_FIELD, acField);
    put(texts, Variable.SWEEP_RATE, sweepRate);
    put(texts, Variable.BIAS_RATE, biasRate);
    return texts;
  }

  private static void put(Map<Variable, String> texts, Variable variable, @Nullable String text) {
    if (text != null) {
      texts.put(variable, text);
    }
  }

  /** Exactly one quantity, of the field that the curve does not run over. */
  private Map<Variable, Double> fixed(Variable over) {
    Map<Variable, Double> fixed = new EnumMap<>(Variable.class);
    texts()
        .forEach(
            (variable, text) -> {
              if (variable.isDrive() == over.isDrive()) {
                throw new Wrong(
                    "--" + variable.key() + " and --over " + over.key() + " exclude each other");
              }
              try {
                fixed.put(variable, VariableText.value(variable, text));
              } catch (UnitException | IllegalArgumentException e) {
                throw new Wrong("--" + variable.key() + ": " + e.getMessage());
              }
            });
    if (fixed.size() != 1) {
      String choice = over.isDrive() ? "--sweep-rate or --bias-rate" : "--rabi or --ac-field";
      throw new Wrong(
          "--over "
              + over.key()
              + " needs "
              + choice
              + (fixed.isEmpty()
                  ? ""
                  : ", one of them; found "
                      + fixed.keySet().stream()
                          .map(variable -> "--" + variable.key())
                          .collect(Collectors.joining(" and "))));
    }
    return fixed;
  }

  /** The options do not describe a curve. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }
}
