package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.RefusalText;
import tlsfit.model.Parameter;
import tlsfit.result.Refusal;
import tlsfit.setup.Bounds;
import tlsfit.setup.Constraints;
import tlsfit.setup.Distribution;
import tlsfit.setup.FitSetup;
import tlsfit.setup.IntervalSetup;
import tlsfit.setup.Loss;
import tlsfit.setup.Prior;
import tlsfit.setup.SigmaUse;
import tlsfit.setup.SlowSetup;
import tlsfit.units.Quantity;
import tlsfit.units.QuantityRange;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Reads the section {@code fit} of a sample file. */
final class FitSectionReader {
  /** The keys of the section. */
  static final List<String> KEYS = List.of("fix", "bound", "prior", "sigma", "loss", "calibration");

  /** The keys of what is fixed, bounded or known. */
  static final List<String> PARAMETERS =
      Arrays.stream(Parameter.values()).map(Parameter::key).toList();

  private static final List<String> SIGMA =
      Arrays.stream(SigmaUse.values()).map(SigmaUse::key).toList();
  private static final List<String> LOSS = Arrays.stream(Loss.values()).map(Loss::key).toList();

  /** The calibration fitted jointly. */
  private static final String FITTED = "fit";

  /** The calibration reported separately. */
  private static final String APART = "apart";

  private final YamlValues yaml;
  private final List<String> lines = new ArrayList<>();

  FitSectionReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  /** What the section asks for; what is wrong is left out, with a problem added for each. */
  FitSetup read(Map<String, YamlNode.Member> top) {
    YamlNode.@Nullable Member member = top.get("fit");
    if (member == null) {
      return FitSetup.NONE;
    }
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(member.value(), "fit", KEYS);
    if (keys == null) {
      return FitSetup.NONE;
    }
    Map<Parameter, Double> fix = each(keys, "fix", "fix: {dipoleMoment: 5 D}", this::value);
    Map<Parameter, Bounds> bound =
        each(keys, "bound", "bound: {dipoleMoment: 1 D .. 10 D}", this::range);
    Map<Parameter, Prior> prior =
        each(keys, "prior", "prior: {chi: 1.2e-4 +- 2e-5}", this::uncertain);
    refuseBeside(keys, "bound");
    refuseBeside(keys, "prior");
    return new FitSetup(
        Optional.empty(),
        Optional.empty(),
        new Constraints(fix, bound, prior),
        choice(keys, "sigma", SIGMA).flatMap(SigmaUse::find),
        choice(keys, "loss", LOSS).flatMap(Loss::find),
        choice(keys, "calibration", List.of(APART, FITTED)).map(FITTED::equals),
        Distribution.NONE,
        IntervalSetup.NONE,
        SlowSetup.NONE);
  }

  /** What was understood, as it is written, a line each. */
  List<String> lines() {
    return lines;
  }

  private <V> Map<Parameter, V> each(
      Map<String, YamlNode.Member> keys,
      String key,
      String example,
      BiFunction<Parameter, YamlNode.Scalar, Optional<V>> reader) {
    Map<Parameter, V> found = new EnumMap<>(Parameter.class);
    members(keys, key, example)
        .forEach(
            (name, member) -> {
              if (!PARAMETERS.contains(name)) {
                yaml.unknown(member.key(), PARAMETERS);
              } else if (member.value() instanceof YamlNode.Scalar written) {
                Parameter parameter = Parameter.of(name);
                reader
                    .apply(parameter, written)
                    .ifPresent(
                        value -> {
                          found.put(parameter, value);
                          lines.add(key + " " + name + " " + written.text());
                        });
              } else {
                yaml.add(
                    member.value(),
                    "found " + member.value().kind() + " for " + name,
                    "write one value, as in " + example);
              }
            });
    return found;
  }

  private Map<String, YamlNode.Member> members(
      Map<String, YamlNode.Member> keys, String key, String example) {
    YamlNode.@Nullable Member member = keys.get(key);
    if (member == null) {
      return Map.of();
    }
    if (member.value() instanceof YamlNode.Mapping mapping) {
      return mapping.members();
    }
    yaml.add(
        member.value(),
        "found " + member.value().kind() + " for " + key,
        "name the parameters, as in " + example);
    return Map.of();
  }

  private Optional<Double> value(Parameter parameter, YamlNode.Scalar written) {
    return quantity(parameter, written)
        .filter(
            quantity -> {
              if (quantity.uncertainty() > 0) {
                yaml.add(
                    written,
                    "found an uncertainty, " + written.kind(),
                    parameter.key()
                        + " is fixed at one value: leave it out, or write it under prior:");
              }
              return quantity.uncertainty() == 0;
            })
        .map(Quantity::value);
  }

  private Optional<Prior> uncertain(Parameter parameter, YamlNode.Scalar written) {
    return quantity(parameter, written)
        .filter(
            quantity -> {
              if (!(quantity.uncertainty() > 0)) {
                yaml.add(
                    written,
                    "found no uncertainty in " + written.kind(),
                    "write it, as in 1.2e-4 +- 2e-5, or put " + parameter.key() + " under fix:");
              }
              return quantity.uncertainty() > 0;
            })
        .map(quantity -> new Prior(quantity.value(), quantity.uncertainty()));
  }

  private Optional<Quantity> quantity(Parameter parameter, YamlNode.Scalar written) {
    try {
      Quantity quantity = Quantity.parse(written.text(), Unit.of(parameter.unit()));
      return accepted(written, quantity, Constraints.objection(parameter, quantity.value()));
    } catch (UnitException e) {
      yaml.add(written, e.found(), e.expected());
      return Optional.empty();
    }
  }

  private Optional<Bounds> range(Parameter parameter, YamlNode.Scalar written) {
    try {
      QuantityRange range = QuantityRange.parse(written.text(), Unit.of(parameter.unit()));
      Bounds bounds = new Bounds(range.lower(), range.upper());
      return accepted(written, bounds, Constraints.objection(parameter, bounds));
    } catch (UnitException e) {
      yaml.add(written, e.found(), e.expected());
      return Optional.empty();
    }
  }

  private <V> Optional<V> accepted(YamlNode.Scalar written, V value, Optional<Refusal> objection) {
    objection.ifPresent(
        refusal -> yaml.add(written, "found " + written.kind(), RefusalText.of(refusal)));
    return objection.isPresent() ? Optional.empty() : Optional.of(value);
  }

  /** A fixed parameter cannot move within bounds, nor can anything be known of it besides. */
  private void refuseBeside(Map<String, YamlNode.Member> keys, String key) {
    Map<String, YamlNode.Member> fixed = members(keys, "fix");
    members(keys, key).values().stream()
        .map(YamlNode.Member::key)
        .filter(name -> fixed.containsKey(name.text()))
        .forEach(
            name ->
                yaml.add(
                    name,
                    "found " + name.text() + " under fix and under " + key,
                    "keep one of them"));
  }

  private static Map<String, YamlNode.Member> members(
      Map<String, YamlNode.Member> keys, String key) {
    YamlNode.@Nullable Member member = keys.get(key);
    return member != null && member.value() instanceof YamlNode.Mapping mapping
        ? mapping.members()
        : Map.of();
  }

  private Optional<String> choice(
      Map<String, YamlNode.Member> keys, String key, List<String> known) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, key);
    if (written == null) {
      return Optional.empty();
    }
    if (!known.contains(written.text())) {
      yaml.add(written, "found " + written.kind(), "write one of " + String.join(", ", known));
      return Optional.empty();
    }
    lines.add(key + " " + written.text());
    return Optional.of(written.text());
  }
}
