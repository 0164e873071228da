package tlsfit.load;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tlsfit.table.Texts;
import tlsfit.units.Unit;

/**
 * What the header of a column says: a name, perhaps a unit after it in [] or () or after a _, a
 * blank, a comma or a slash, perhaps the level of an uncertainty (95%, 2 sigma, k=2) anywhere.
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
  /** What may stand between a name and a unit without brackets. */
  private static final String JOINTS = "_ ,/";

  /** Words of an uncertainty that may be one standard deviation or several: 95 CI, FWHM, 2 sd. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          ".*(?:\\b(?:ci|fwhm|conf|confidence|percent|expanded|coverage)\\b|\\bci[0-9]"
              + "|(?:(?<![\\p{L}_0-9])|(?<=err|error|unc))[0-9][\\s_-]*(?:sigma|σ)"
              + "|\\b[0-9][0-9.]*\\s*(?:sd|std|se|s\\.d\\.)(?:\\W.*)?$|±\\s*[0-9]).*",
          Pattern.CASE_INSENSITIVE);

  static ColumnHeader of(String header) {
    String text = Texts.oneBlank(header);
    LevelWords levels = LevelWords.in(text);
    Optional<String> level =
        levels.levels().isEmpty()
            ? Optional.empty()
            : Optional.of(String.join(" and ", levels.levels()));
    // MATLAB makes power_dBm_ of power (dBm)
    String name = levels.rest().replaceAll("_+$", "");
    return new ColumnHeader(text, name, Optional.empty(), level, levels.sigmas()).withBrackets();
  }

  /** The same with a unit in brackets taken off the end of the name. */
  private ColumnHeader withBrackets() {
    int open = opening(name);
    if (open <= 0 || isOfQuantity(open)) {
      return this;
    }
    String inside = name.substring(open + 1, name.length() - 1).strip();
    String before = name.substring(0, open).replaceAll("[\\s,/]+$", "");
    return new ColumnHeader(text, before, Optional.of(inside), level, sigmas);
  }

  // u(f): in the brackets stands what the uncertainty is of
  private boolean isOfQuantity(int open) {
    return name.endsWith(")")
        && Unit.find(name.substring(open + 1, name.length() - 1).strip()) == null
        && ColumnDictionary.ofTheField().role(name).isPresent();
  }

  /** Whether the header hints at a level without saying which. */
  boolean hintsAtLevel() {
    return level.isEmpty() && DOUBTFUL.matcher(text).matches();
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

  /** What the column is by a name of the field; empty where it is none, or its unit another's. */
  Optional<Role> fieldRole() {
    ColumnDictionary dictionary = ColumnDictionary.ofTheField();
    ColumnHeader whole = dictionary.role(name).isPresent() ? this : split().orElse(this);
    return dictionary
        .role(whole.name)
        .filter(role -> whole.unit.isEmpty() || fits(role, whole.unit.get()));
  }

  private static boolean fits(Role role, String unit) {
    @Nullable Unit known = Unit.find(unit);
    return known == null || role.units().stream().anyMatch(known::mayStandFor);
  }

  /** Whether the name is known, by itself or as one of the field. */
  boolean isKnown() {
    return role().isPresent() || fieldRole().isPresent();
  }

  /** The same with a unit that stands after the name without brackets taken off the name. */
  ColumnHeader withUnitSplit() {
    boolean whole =
        Role.ofColumn(name).isPresent() || ColumnDictionary.ofTheField().role(name).isPresent();
    return whole ? this : split().orElse(this);
  }

  // every place is tried from the left: ac_field_V/m, power / dBm, but not frequency_fit
  private Optional<ColumnHeader> split() {
    if (unit.isPresent()) {
      return Optional.empty();
    }
    for (int i = 1; i < name.length() - 1; i++) {
      if (JOINTS.indexOf(name.charAt(i)) < 0) {
        continue;
      }
      String before = name.substring(0, i).strip();
      String tail = Texts.bare(name.substring(i + 1).strip());
      Optional<String> found = isKnownName(before) ? unitIn(tail) : Optional.empty();
      if (found.isPresent()) {
        return Optional.of(new ColumnHeader(text, before, found, level, sigmas));
      }
    }
    return Optional.empty();
  }

  private static boolean isKnownName(String name) {
    return Role.ofColumn(name).isPresent() || ColumnDictionary.ofTheField().role(name).isPresent();
  }

  // V_s and V_per_s are what is left of V/s where names may have letters only
  private static Optional<String> unitIn(String tail) {
    if (tail.isBlank() || tail.equals("1") || tail.startsWith("/")) {
      return Optional.empty();
    }
    for (String unit : List.of(tail, tail.replaceAll("_per_|_p_", "/"), tail.replace('_', '/'))) {
      if (Unit.find(unit) != null || !Unit.inOtherCase(unit).isEmpty()) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
