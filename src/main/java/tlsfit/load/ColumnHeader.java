package tlsfit.load;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.NormalDistribution;
import tlsfit.units.Unit;

/**
 * What the header of a column says: a name, perhaps a unit after it in [] or () or after _, perhaps
 * the level of an uncertainty (95%, 2 sigma, k=2) before or after the unit.
 *
 * @param text the header as it stands
 * @param name what stands before the unit
 * @param unit the unit as text; empty where there is none
 * @param level the level as text; empty where there is none
 * @param sigmas how many standard deviations the level is; 1 where there is none, not a number
 *     where it is no level, or two
 */
public record ColumnHeader(
    String text, String name, Optional<String> unit, Optional<String> level, double sigmas) {
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?<name>.*?\\S)[\\s,;(@]+(?:at\\s+)?(?<level>(?<percent>[0-9.]+)\\s*%"
              + "|(?<sigmas>[0-9.]+)[\\s-]*(?:sigma|σ)|k\\s*=\\s*(?<k>[0-9.]+))\\)?",
          Pattern.CASE_INSENSITIVE);

  /** Words of an uncertainty that may be one standard deviation or several: 95 CI, FWHM, 2 sd. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          ".*(?:\\b(?:ci|fwhm|conf|confidence|percent|expanded)\\b|\\bci[0-9]"
              + "|\\b[0-9][0-9.]*\\s*(?:sd|std|se|s\\.d\\.)(?:\\W.*)?$|±\\s*[0-9]).*",
          Pattern.CASE_INSENSITIVE);

  static ColumnHeader of(String header) {
    String text = header.strip();
    ColumnHeader found = new ColumnHeader(text, text, Optional.empty(), Optional.empty(), 1);
    ColumnHeader shorter = found.withoutTail();
    while (!shorter.equals(found)) {
      found = shorter;
      shorter = found.withoutTail();
    }
    return found;
  }

  /** The same with a level or a unit in brackets taken off the end of the name. */
  private ColumnHeader withoutTail() {
    int open = opening(name);
    if (LEVEL.matcher(name).matches() || open <= 0 || unit.isPresent()) {
      return withLevelSplit();
    }
    String inside = name.substring(open + 1, name.length() - 1).strip();
    String before = name.substring(0, open).strip();
    return new ColumnHeader(text, before, Optional.of(inside), level, sigmas);
  }

  /** The same with a level at the end of the name taken off; two of them are none. */
  private ColumnHeader withLevelSplit() {
    Matcher matcher = LEVEL.matcher(name);
    if (!matcher.matches()) {
      return this;
    }
    String found = matcher.group("level");
    return level.isEmpty()
        ? new ColumnHeader(text, matcher.group("name"), unit, Optional.of(found), sigmas(matcher))
        : new ColumnHeader(
            text,
            matcher.group("name"),
            unit,
            Optional.of(found + " and " + level.get()),
            Double.NaN);
  }

  /** Whether the header hints at a level without saying which. */
  boolean hintsAtLevel() {
    return level.isEmpty() && DOUBTFUL.matcher(text).matches();
  }

  // a normal distribution holds the share p within ± z σ; NaN where the level is none
  private static double sigmas(Matcher matcher) {
    String percent = matcher.group("percent");
    String factor = matcher.group("sigmas") == null ? matcher.group("k") : matcher.group("sigmas");
    try {
      double number = Double.parseDouble(percent == null ? factor : percent);
      if (percent == null) {
        return number > 0 ? number : Double.NaN;
      }
      return number > 0 && number < 100
          ? NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - number / 100) / 2)
          : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  // place of the bracket that the last one closes; 0 where the text does not end with one
  private static int opening(String text) {
    if (!text.endsWith("]") && !text.endsWith(")")) {
      return 0;
    }
    int depth = 0;
    for (int i = text.length() - 1; i > 0; i--) {
      char c = text.charAt(i);
      depth += c == ']' || c == ')' ? 1 : c == '[' || c == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  /** What the column is by its own name; empty where the name is not a known one. */
  Optional<Role> role() {
    return Role.ofColumn(name).or(() -> split().flatMap(split -> Role.ofColumn(split.name)));
  }

  /** The same with a unit after the last fitting underscore taken off the name. */
  ColumnHeader withUnitSplit() {
    return Role.ofColumn(name).isPresent() ? this : split().orElse(this);
  }

  // every underscore is tried from the left: ac_field_V/m, but not frequency_fit
  private Optional<ColumnHeader> split() {
    if (unit.isPresent()) {
      return Optional.empty();
    }
    for (int i = name.indexOf('_'); i > 0; i = name.indexOf('_', i + 1)) {
      String tail = name.substring(i + 1);
      boolean number = tail.isBlank() || tail.equals("1");
      if (!number && (Unit.find(tail) != null || !Unit.inOtherCase(tail).isEmpty())) {
        return Optional.of(
            new ColumnHeader(text, name.substring(0, i), Optional.of(tail), level, sigmas));
      }
    }
    return Optional.empty();
  }
}
