package tlsfit.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tlsfit.table.Arrangement;
import tlsfit.table.CellRange;
import tlsfit.table.DecimalMark;
import tlsfit.table.LayoutChoice;

/** Reads what a sample file says about the layout of a table, which is guessed otherwise. */
final class LayoutReader {
  /** The keys it reads. */
  static final List<String> KEYS =
      List.of("header", "decimal", "separator", "sheet", "range", "dataset", "layout");

  /** The keys of a wide table. */
  static final List<String> WIDE = List.of("across", "cells");

  private static final Map<String, Character> SEPARATORS =
      Map.of(
          "comma",
          ',',
          "semicolon",
          ';',
          "tab",
          '\t',
          "blank",
          ' ',
          "blanks",
          ' ',
          "space",
          ' ',
          "bar",
          '|',
          "\\t",
          '\t');

  private final YamlValues yaml;

  LayoutReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  LayoutChoice read(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Scalar header = yaml.scalar(entry, "header");
    boolean headerless = header != null && header.text().equals("none");
    OptionalInt line = header == null || headerless ? OptionalInt.empty() : line(header);
    YamlNode.@Nullable Scalar sheet = yaml.scalar(entry, "sheet");
    return new LayoutChoice(
        separator(entry),
        decimal(entry),
        headerless,
        line,
        Optional.ofNullable(sheet).map(YamlNode.Scalar::text),
        range(entry),
        arrangement(entry),
        Optional.ofNullable(yaml.scalar(entry, "dataset")).map(YamlNode.Scalar::text),
        List.of(),
        text -> 0);
  }

  private Arrangement arrangement(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Member member = entry.get("layout");
    if (member == null) {
      return Arrangement.GUESSED;
    }
    if (member.value() instanceof YamlNode.Mapping) {
      @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(member.value(), "layout", WIDE);
      return keys == null
          ? Arrangement.GUESSED
          : new Arrangement(Arrangement.Kind.WIDE, known(keys, "across"), known(keys, "cells"));
    }
    String text = member.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    switch (text) {
      case "rows" -> {
        return Arrangement.of(Arrangement.Kind.ROWS);
      }
      case "transposed" -> {
        return Arrangement.of(Arrangement.Kind.TRANSPOSED);
      }
      case "wide" -> {
        return Arrangement.of(Arrangement.Kind.WIDE);
      }
      default -> {
        yaml.add(
            member.value(),
            "found " + member.value().kind() + " for layout",
            "write rows, transposed or wide, or what a wide table holds, as layout:"
                + " {across: \"bias-rate [V/s]\", cells: \"frequency [GHz]\"}");
        return Arrangement.GUESSED;
      }
    }
  }

  private Optional<String> known(Map<String, YamlNode.Member> keys, String key) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, key);
    if (written == null) {
      return Optional.empty();
    }
    if (!ColumnHeader.of(written.text()).isKnown()) {
      yaml.add(
          written,
          "found " + written.kind() + " for " + key,
          "write what it is, with its unit, as "
              + (key.equals("across") ? "\"bias-rate [V/s]\"" : "\"frequency [GHz]\""));
      return Optional.empty();
    }
    return Optional.of(written.text());
  }

  private Optional<CellRange> range(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Scalar range = yaml.scalar(entry, "range");
    if (range == null) {
      return Optional.empty();
    }
    Optional<CellRange> found = CellRange.of(range.text());
    if (found.isEmpty()) {
      yaml.add(range, "found " + range.kind() + " for range", "write it as C3:F16");
    }
    return found;
  }

  private OptionalInt line(YamlNode.Scalar header) {
    if (header.text().matches("[1-9][0-9]{0,8}")) {
      return OptionalInt.of(Integer.parseInt(header.text()));
    }
    yaml.add(
        header, "found " + header.kind() + " for header", "write none, or the line it stands in");
    return OptionalInt.empty();
  }

  private Optional<DecimalMark> decimal(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Scalar decimal = yaml.scalar(entry, "decimal");
    if (decimal == null) {
      return Optional.empty();
    }
    switch (decimal.text()) {
      case ".", "point" -> {
        return Optional.of(DecimalMark.POINT);
      }
      case ",", "comma" -> {
        return Optional.of(DecimalMark.COMMA);
      }
      default -> {
        yaml.add(
            decimal,
            "found " + decimal.kind() + " for decimal",
            "write decimal: \",\" or decimal: \".\"");
        return Optional.empty();
      }
    }
  }

  private Optional<Character> separator(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Member member = entry.get("separator");
    YamlNode.@Nullable Scalar separator = yaml.scalar(entry, "separator");
    if (member == null || separator == null) {
      return Optional.empty();
    }
    String text = separator.text();
    if (text.isEmpty()) {
      // " " and "\t" come without blanks
      yaml.add(separator, "found no separator", "write tab or blank for one that nobody sees");
      return Optional.empty();
    }
    @Nullable Character known = SEPARATORS.get(text.toLowerCase(Locale.ROOT));
    if (known != null || text.length() == 1) {
      return Optional.of(known == null ? text.charAt(0) : known);
    }
    yaml.add(
        separator,
        "found " + separator.kind() + " for separator",
        "write comma, semicolon, tab, blank or bar, or the sign itself in quotes");
    return Optional.empty();
  }
}
