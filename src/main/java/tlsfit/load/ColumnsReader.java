package tlsfit.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Reads what a sample file says about the columns of a table. */
final class ColumnsReader {
  /** The keys of a column that is more than its header. */
  static final List<String> KEYS = List.of("column", "path", "unit", "as-is");

  private final YamlValues yaml;

  ColumnsReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  /** The columns of a table's entry; what cannot be taken is left out, with a problem added. */
  Map<Role, ColumnChoice> read(Map<String, YamlNode.Member> entry) {
    Map<Role, ColumnChoice> columns = new EnumMap<>(Role.class);
    YamlNode.@Nullable Member member = entry.get("columns");
    if (member == null) {
      return columns;
    }
    if (!(member.value() instanceof YamlNode.Mapping mapping)) {
      yaml.add(
          member.value(),
          "found " + member.value().kind(),
          "say which column is what, as columns: {frequency: \"fc [GHz]\"}");
      return columns;
    }
    mapping
        .members()
        .forEach(
            (key, value) -> {
              Optional<Role> role = Role.ofKey(key);
              if (role.isEmpty()) {
                yaml.unknown(value.key(), Role.keys());
              } else {
                choice(key, value.value()).ifPresent(choice -> columns.put(role.get(), choice));
              }
            });
    return columns;
  }

  private Optional<ColumnChoice> choice(String key, YamlNode value) {
    if (value instanceof YamlNode.Scalar text && !text.text().isEmpty()) {
      return Optional.of(ColumnChoice.named(text));
    }
    if (!(value instanceof YamlNode.Mapping)) {
      yaml.add(value, "found " + value.kind(), "the header of the column is needed, in quotes");
      return Optional.empty();
    }
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(value, key, KEYS);
    YamlNode.@Nullable Scalar column =
        keys == null ? null : yaml.scalar(keys, keys.containsKey("path") ? "path" : "column");
    if (keys == null || column == null || column.text().isEmpty()) {
      yaml.add(
          value,
          "the column of " + key + " is not said",
          "write its header or number, as " + key + ": {column: 3, unit: GHz}");
      return Optional.empty();
    }
    return Optional.of(new ColumnChoice(column, number(column), unit(keys), asIs(keys)));
  }

  // a header that is a number can be told by its place
  private static OptionalInt number(YamlNode.Scalar column) {
    return column.text().matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(column.text()))
        : OptionalInt.empty();
  }

  private Optional<YamlNode.Scalar> unit(Map<String, YamlNode.Member> keys) {
    YamlNode.@Nullable Scalar unit = yaml.scalar(keys, "unit");
    if (unit == null) {
      return Optional.empty();
    }
    try {
      Unit.of(unit.text());
      return Optional.of(unit);
    } catch (UnitException e) {
      yaml.add(unit, e.found(), "write a unit such as GHz, dBm or V/s");
      return Optional.empty();
    }
  }

  private boolean asIs(Map<String, YamlNode.Member> keys) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, "as-is");
    if (written == null) {
      return false;
    }
    if (!List.of("true", "yes", "false", "no").contains(written.text())) {
      yaml.add(written, "found " + written.kind() + " for as-is", "write true, or leave it out");
    }
    return List.of("true", "yes").contains(written.text());
  }
}
