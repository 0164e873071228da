package tlsfit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * Reads which rows of a table are left out: {@code exclude: [3, 7..9, "power > -40 dBm"]}. A
 * condition may have a limit on either side, and several joined by {@code and}.
 */
final class ExcludeReader {
  /** Its key. */
  static final String KEY = "exclude";

  private static final Pattern LINES =
      Pattern.compile("(?<from>[0-9]{1,9})(?:\\s*(?:\\.\\.|-)\\s*(?<to>[0-9]{1,9}))?");

  private static final String SIGN = "(<=|>=|==|!=|<|>|=|≤|≥)";
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:(?<low>[^<>=!≤≥]+)\\s*(?<lowSign>"
              + SIGN
              + "))?\\s*(?<name>[A-Za-z_][A-Za-z_ -]*?)\\s*(?:(?<highSign>"
              + SIGN
              + ")\\s*(?<high>[^<>=!≤≥]+))?");

  private final YamlValues yaml;

  ExcludeReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  /** What is left out; what cannot be read is a problem. */
  List<Exclusion> read(Map<String, YamlNode.Member> entry) {
    YamlNode.@Nullable Member member = entry.get(KEY);
    if (member == null) {
      return List.of();
    }
    List<YamlNode> items =
        member.value() instanceof YamlNode.Sequence list ? list.items() : List.of(member.value());
    List<Exclusion> exclusions = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Scalar text && !text.text().isEmpty()) {
        exclusion(text).ifPresent(exclusions::add);
      } else {
        refuse(item);
      }
    }
    return exclusions;
  }

  private void refuse(YamlNode item) {
    yaml.add(
        item,
        "found " + item.kind() + " for " + KEY,
        "write lines of the file and conditions, as exclude: [3, 7..9, \"power > -40 dBm\"]");
  }

  private Optional<Exclusion> exclusion(YamlNode.Scalar text) {
    Matcher lines = LINES.matcher(text.text());
    if (lines.matches()) {
      int from = Integer.parseInt(lines.group("from"));
      @Nullable String end = lines.group("to");
      int to = end == null ? from : Integer.parseInt(end);
      if (from < 1 || to < from) {
        refuse(text);
        return Optional.empty();
      }
      return Optional.of(new Exclusion.Lines(text, from, to));
    }
    List<Exclusion.Comparison> comparisons = new ArrayList<>();
    for (String part : text.text().split("\\band\\b", -1)) {
      Matcher condition = CONDITION.matcher(part.strip());
      if (!condition.matches() || !add(text, condition, comparisons)) {
        if (!condition.matches()) {
          refuse(text);
        }
        return Optional.empty();
      }
    }
    return Optional.of(new Exclusion.Condition(text, comparisons));
  }

  private boolean add(
      YamlNode.Scalar text, Matcher condition, List<Exclusion.Comparison> comparisons) {
    String name = condition.group("name");
    Optional<Role> role = Role.ofKey(name);
    if (role.isEmpty()) {
      yaml.unknown(new YamlNode.Scalar(name, text.line(), text.column()), Role.keys());
      return false;
    }
    @Nullable String low = condition.group("low");
    @Nullable String high = condition.group("high");
    if (low == null && high == null) {
      refuse(text);
      return false;
    }
    return (low == null
            || add(text, role.get(), low, turned(condition.group("lowSign")), comparisons))
        && (high == null
            || add(text, role.get(), high, sign(condition.group("highSign")), comparisons));
  }

  private static Exclusion.Sign sign(@Nullable String text) {
    return Exclusion.Sign.of(text == null ? "" : text).orElseThrow();
  }

  private static Exclusion.Sign turned(@Nullable String text) {
    return sign(text).turned();
  }

  private boolean add(
      YamlNode.Scalar text,
      Role role,
      String limit,
      Exclusion.Sign sign,
      List<Exclusion.Comparison> comparisons) {
    try {
      Quantity quantity = Quantity.parse(limit.strip(), role.units().toArray(new Unit[0]));
      double value = role == Role.BIAS_RATE ? Math.abs(quantity.value()) : quantity.value();
      comparisons.add(new Exclusion.Comparison(role, sign, role.kept(value)));
      return true;
    } catch (UnitException e) {
      yaml.add(text, e.found(), role.wanted() + ", as exclude: \"power > -40 dBm\"");
      return false;
    }
  }
}
