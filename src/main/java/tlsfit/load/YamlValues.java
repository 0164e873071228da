package tlsfit.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.table.InputProblem;
import tlsfit.table.Texts;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Takes values of the wanted kind out of a sample file's YAML, adding a problem for others. */
final class YamlValues {
  private final String file;
  private final List<InputProblem> problems;

  YamlValues(String file, List<InputProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  @Nullable Map<String, YamlNode.Member> mapping(YamlNode node, String what, List<String> known) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      add(
          node,
          "found " + node.kind() + " for " + what,
          "keys with values are needed: " + String.join(", ", known));
      return null;
    }
    mapping.members().values().stream()
        .map(YamlNode.Member::key)
        .filter(key -> !known.contains(key.text()))
        .forEach(key -> unknown(key, known));
    return new LinkedHashMap<>(mapping.members());
  }

  void unknown(YamlNode.Scalar key, List<String> known) {
    String mend =
        Texts.nearest(key.text(), known)
            .map(nearest -> "did you mean \"" + nearest + "\"?")
            .orElseGet(
                () ->
                    key.text().matches("[0-9].*")
                        ? "write numbers with a decimal point: a comma ends a value"
                        : known.stream().collect(Collectors.joining(", ", "known are ", "")));
    add(key, "unknown key " + key.kind(), mend);
  }

  YamlNode.@Nullable Scalar scalar(Map<String, YamlNode.Member> keys, String key) {
    YamlNode.@Nullable Member member = keys.get(key);
    if (member == null) {
      return null;
    }
    if (member.value() instanceof YamlNode.Scalar scalar) {
      return scalar;
    }
    add(member.value(), "found " + member.value().kind() + " for " + key, "write one value");
    return null;
  }

  Optional<Quantity> believable(
      Map<String, YamlNode.Member> keys, String key, Unit unit, Believable range) {
    YamlNode.@Nullable Scalar written = scalar(keys, key);
    if (written == null) {
      return Optional.empty();
    }
    try {
      Quantity quantity = Quantity.parse(written.text(), unit);
      range
          .objection(key, quantity, written.text())
          .ifPresent(mend -> add(written, "found " + written.kind(), mend));
      return Optional.of(quantity);
    } catch (UnitException e) {
      add(written, e.found(), e.expected());
      return Optional.empty();
    }
  }

  void add(YamlNode place, String found, String mend) {
    problems.add(InputProblem.ofCharacter(file, place.line(), place.column(), found, mend));
  }
}
