package tlsfit.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.FitSettings;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.QuantityRange;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Reads the section {@code fit} of a sample file. */
final class FitSectionReader {
  private static final List<String> KEYS =
      List.of("fix", "bound", "prior", "sigma", "loss", "calibration");

  private final YamlValues yaml;
  private final List<String> lines = new ArrayList<>();

  FitSectionReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  /** The settings; those that are wrong are left out, with a problem added for each. */
  FitSettings read(Map<String, YamlNode.Member> top) {
    YamlNode.@Nullable Member member = top.get("fit");
    if (member == null) {
      return FitSettings.NONE;
    }
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(member.value(), "fit", KEYS);
    if (keys == null) {
      return FitSettings.NONE;
    }
    Map<String, Double> fix = each(keys, "fix", "fix: {dipoleMoment: 5 D}", this::value);
    Map<String, QuantityRange> bound =
        each(keys, "bound", "bound: {dipoleMoment: 1 D .. 10 D}", this::range);
    Map<String, Quantity> prior =
        each(keys, "prior", "prior: {chi: 1.2e-4 +- 2e-5}", this::uncertain);
    refuseBeside(keys, "bound");
    refuseBeside(keys, "prior");
    return new FitSettings(
        fix,
        bound,
        prior,
        choice(keys, "sigma", FitSettings.SIGMA),
        choice(keys, "loss", FitSettings.LOSS),
        choice(keys, "calibration", FitSettings.CALIBRATION),
        lines);
  }

  private <V> Map<String, V> each(
      Map<String, YamlNode.Member> keys,
      String key,
      String example,
      BiFunction<String, YamlNode.Scalar, Optional<V>> reader) {
    Map<String, V> found = new LinkedHashMap<>();
    members(keys, key, example)
        .forEach(
            (name, member) -> {
              if (!FitSettings.PARAMETERS.containsKey(name)) {
                yaml.unknown(member.key(), List.copyOf(FitSettings.PARAMETERS.keySet()));
              } else if (member.value() instanceof YamlNode.Scalar written) {
                reader
                    .apply(name, written)
                    .ifPresent(
                        value -> {
                          found.put(name, value);
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

  private Optional<Double> value(String name, YamlNode.Scalar written) {
    return quantity(name, written)
        .filter(
            quantity -> {
              if (quantity.uncertainty() > 0) {
                yaml.add(
                    written,
                    "found an uncertainty, " + written.kind(),
                    name + " is held at one value: leave it out, or write it under prior:");
              }
              return quantity.uncertainty() == 0;
            })
        .map(Quantity::value);
  }

  private Optional<Quantity> uncertain(String name, YamlNode.Scalar written) {
    return quantity(name, written)
        .filter(
            quantity -> {
              if (!(quantity.uncertainty() > 0)) {
                yaml.add(
                    written,
                    "found no uncertainty in " + written.kind(),
                    "write it, as in 1.2e-4 +- 2e-5, or hold " + name + " under fix:");
              }
              return quantity.uncertainty() > 0;
            });
  }

  private Optional<Quantity> quantity(String name, YamlNode.Scalar written) {
    try {
      Quantity quantity = Quantity.parse(written.text(), unit(name));
      return accepted(written, quantity, FitSettings.objection(name, quantity.value()));
    } catch (UnitException e) {
      yaml.add(written, e.found(), e.expected());
      return Optional.empty();
    }
  }

  private Optional<QuantityRange> range(String name, YamlNode.Scalar written) {
    try {
      QuantityRange range = QuantityRange.parse(written.text(), unit(name));
      return accepted(written, range, FitSettings.objection(name, range));
    } catch (UnitException e) {
      yaml.add(written, e.found(), e.expected());
      return Optional.empty();
    }
  }

  private <V> Optional<V> accepted(YamlNode.Scalar written, V value, Optional<String> objection) {
    objection.ifPresent(mend -> yaml.add(written, "found " + written.kind(), mend));
    return objection.isPresent() ? Optional.empty() : Optional.of(value);
  }

  private static Unit unit(String name) {
    Dimension dimension = FitSettings.PARAMETERS.getOrDefault(name, Dimension.NUMBER);
    return Unit.of(dimension.toString());
  }

  /**
   * A parameter that is held cannot move within bounds, nor can anything be known of it besides.
   */
  private void refuseBeside(Map<String, YamlNode.Member> keys, String key) {
    Map<String, YamlNode.Member> held = members(keys, "fix");
    members(keys, key).values().stream()
        .map(YamlNode.Member::key)
        .filter(name -> held.containsKey(name.text()))
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
