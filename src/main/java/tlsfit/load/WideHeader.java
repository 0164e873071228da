package tlsfit.load;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tlsfit.table.Texts;
import tlsfit.units.Unit;

/**
 * A header with the number of another quantity in it: {@code frequency [GHz] @ 1000 V/s}, {@code fr
 * at P = -80 dBm [Hz]}, {@code 1000 V/s}.
 *
 * @param across what the number is
 * @param number as it is written
 * @param unit of the number; empty where it has none
 * @param cells what stands below, as a header; empty where it is not said
 */
record WideHeader(Role across, String number, String unit, String cells) {
  /** No name of a column is longer, and the forms are for short texts. */
  private static final int LONGEST = 100;

  private static final String BRACKET = "[\\[(][^()\\[\\]]*[\\])]";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<before>.*\\S)??(?:\\s*@\\s*|(?:^|\\s+)(?:at|for)\\s+|\\s*,\\s*))?"
              + "(?:(?<key>[\\p{L}<][\\p{L}_<> -]*?)(?<is>\\s*[=:]\\s*|\\s+))?"
              + "(?<number>[-+\u2212]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+\u2212]?[0-9]+)?)"
              + "\\s*(?<unit>[^()\\[\\]@,=:]*?)\\s*(?<after>"
              + BRACKET
              + ")?",
          Pattern.CASE_INSENSITIVE);

  /** {@code frequency [GHz] (1000 V/s)}. */
  private static final Pattern ENCLOSED =
      Pattern.compile(
          "(?<before>.*\\S)\\s*[\\[(]\\s*(?<inside>[^()\\[\\]]*[0-9][^()\\[\\]]*)[\\])]");

  /** What may change from column to column, by its unit alone. */
  private static final List<Role> BY_UNIT = List.of(Role.BIAS_RATE, Role.POWER);

  /** Words beside a number that do not say more than its unit. */
  private static final List<String> PLAIN = List.of("bias", "rate", "ramp", "drive", "source");

  /**
   * What a header says.
   *
   * @param across what numbers without a unit are, as a header; empty where that is not said
   * @return empty where it holds no number, or of nothing that changes from column to column
   */
  static Optional<WideHeader> of(String header, Optional<String> across) {
    String text = Texts.oneBlank(header);
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher enclosed = ENCLOSED.matcher(text);
    if (enclosed.matches()) {
      Optional<WideHeader> found =
          matched(enclosed.group("before") + " @ " + enclosed.group("inside"), across);
      if (found.isPresent()) {
        return found;
      }
    }
    return matched(text, across);
  }

  private static Optional<WideHeader> matched(String text, Optional<String> across) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String before = group(form, "before");
    String key = group(form, "key");
    String unit = group(form, "unit");
    Optional<Role> named = role(key);
    if (before.isEmpty() && named.filter(WideHeader::isMeasured).isPresent()) {
      before = key; // "fr 1000 V/s"
      named = Optional.empty();
      key = "";
    }
    boolean says = !key.isEmpty() && !group(form, "is").isBlank();
    if (!key.isEmpty() && named.isEmpty() && !PLAIN.contains(Texts.normalised(key))) {
      return Optional.empty();
    }
    Optional<ColumnHeader> said = across.map(ColumnHeader::of).map(ColumnHeader::withUnitSplit);
    Optional<Role> ofSaid = said.flatMap(one -> one.role().or(one::fieldRole));
    if (unit.isEmpty()) {
      unit = said.flatMap(ColumnHeader::unit).orElse("");
    }
    Optional<Role> role = ofSaid.isPresent() ? ofSaid : named.isPresent() ? named : byUnit(unit);
    if (role.isEmpty()
        || !(role.get().isDrive() || role.get() == Role.BIAS_RATE)
        || (named.isPresent() && !named.equals(role))
        || !fits(role.get(), unit, says || ofSaid.isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        new WideHeader(
            role.get(), group(form, "number"), unit, cells(before, group(form, "after"))));
  }

  private static String group(Matcher matcher, String name) {
    @Nullable String text = matcher.group(name);
    return text == null ? "" : text.strip();
  }

  private static Optional<Role> role(String name) {
    ColumnHeader header = ColumnHeader.of(name);
    return name.isEmpty() ? Optional.empty() : header.role().or(header::fieldRole);
  }

  private static boolean isMeasured(Role role) {
    return role.isFrequency() || role == Role.SIGMA;
  }

  private static Optional<Role> byUnit(String unit) {
    return BY_UNIT.stream().filter(role -> !unit.isEmpty() && fits(role, unit, false)).findFirst();
  }

  private static boolean fits(Role role, String unit, boolean says) {
    if (unit.isEmpty()) {
      return says && role.isPlainNumber();
    }
    @Nullable Unit known = Unit.find(unit);
    return known != null && role.objection(known).isEmpty();
  }

  private static String cells(String before, String after) {
    if (!before.isEmpty() || after.isEmpty()) {
      return (before + " " + after).strip();
    }
    return after.contains("Hz") ? Role.FREQUENCY.column() + " " + after : "";
  }
}
