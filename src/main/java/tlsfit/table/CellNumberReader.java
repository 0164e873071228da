package tlsfit.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column as numbers: decimal point or comma, thousands in groups, exponents
 * of C, Fortran and print (1.0e9, 1.0D+9, 1.0×10⁹), a unit or an error behind.
 */
public final class CellNumberReader {
  /** What instruments send for a number that is none, and for infinity (SCPI 1999, 7.2.1). */
  private static final double SCPI_NAN = 9.91e37;

  private static final double SCPI_INFINITY = 9.9e37;
  private static final CellNumber MISSING = new CellNumber.Missing();

  /** Digits with signs and groups, an exponent, the rest. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[+-]?)\\s*(?<body>[0-9.,](?:[0-9.,]|['\u2019_\\s](?=[0-9]))*)"
              + "(?:[eEdDqQ](?<exponent>[+-]?[0-9]+)"
              + "|\\s*[x×·*⋅∙]\\s*10\\s*(?:\\^|\\*\\*)?\\s*(?<power>[+-]?[0-9]+|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
              + "\\s*(?<rest>.*)",
          Pattern.DOTALL);

  private static final Pattern ERROR =
      Pattern.compile(
          "(?:±|\\+-|\\+/-)\\s*(?<error>[0-9.,]+(?:[eEdD][+-]?[0-9]+)?)\\s*(?<unit>.*)");

  private static final Pattern DIGITS =
      Pattern.compile(
          "\\((?<digits>[0-9.,]+)\\)(?:[eEdD](?<exponent>[+-]?[0-9]{1,3})(?!\\p{L}))?\\s*(?<unit>.*)");

  private static final Pattern UNIT = Pattern.compile("[\\p{L}%°].{0,20}");
  private static final Pattern LETTER_LOST = Pattern.compile("[+-]?[0-9]+[.,][0-9]+[+-][0-9]{2,3}");
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String NEEDED = "a number is needed: remove the row or write the value";

  /** No number with its error and unit is longer; the patterns are for short texts. */
  private static final int LONGEST = 200;

  private final ColumnDecimals decimals;

  /** Takes the decimal mark of the column. */
  public CellNumberReader(ColumnDecimals decimals) {
    this.decimals = decimals;
  }

  /**
   * The number in a field of a row, where it is written as programs do, without making a text of
   * it.
   *
   * @param column the first being 0
   * @return not a number where the cell has to be read by {@link #read}
   */
  public double plain(RawTable.Row row, int column) {
    boolean points = decimals != ColumnDecimals.AMBIGUOUS && decimals != ColumnDecimals.COMMA;
    if (!points || !(row.fields() instanceof SlicedFields fields)) {
      return Double.NaN;
    }
    double value = fields.plainNumber(column);
    return Math.abs(value) < SCPI_INFINITY ? value : Double.NaN;
  }

  /** Reads a cell. */
  public CellNumber read(String cell) {
    if (PlainNumber.is(cell)) {
      if (decimals != ColumnDecimals.AMBIGUOUS && decimals != ColumnDecimals.COMMA) {
        return value(PlainNumber.parse(cell), OptionalDouble.empty(), "");
      }
    } else if (NumberLook.isMissing(cell)) {
      return MISSING;
    }
    if (cell.length() > LONGEST) {
      return new CellNumber.Fault(NEEDED);
    }
    if (decimals == ColumnDecimals.AMBIGUOUS && isDoubtful(cell)) {
      return new CellNumber.Fault(bothReadings(cell));
    }
    return slow(cell);
  }

  private static boolean isDoubtful(String cell) {
    NumberShape shape = NumberShape.of(cell);
    return shape == NumberShape.POINT_OR_THOUSANDS || shape == NumberShape.COMMA_OR_THOUSANDS;
  }

  private static String bothReadings(String cell) {
    boolean comma = cell.indexOf(',') >= 0;
    String number = cell.replace(',', '.');
    return String.format(
        Locale.ROOT,
        "it is %s with a decimal %s, or %s with thousands separators: say which for the table in"
            + " the sample file, as decimal: \"%s\" or decimal: \"%s\"",
        number,
        comma ? "comma" : "point",
        number.replace(".", ""),
        comma ? "," : ".",
        comma ? "." : ",");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static CellNumber value(double value, OptionalDouble error, String unit) {
    if (Double.isInfinite(value)) {
      return new CellNumber.Fault(NEEDED);
    }
    double size = Math.abs(value);
    return size == SCPI_NAN || size == SCPI_INFINITY
        ? MISSING
        : new CellNumber.Value(value, error, unit);
  }

  private CellNumber slow(String cell) {
    String text = plainSigns(cell);
    if (LETTER_LOST.matcher(text).matches()) {
      int at = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
      return new CellNumber.Fault(
          "the letter of the exponent is lost: write "
              + text.substring(0, at)
              + "E"
              + text.substring(at));
    }
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches() || text.startsWith("0x") || text.startsWith("0X")) {
      return new CellNumber.Fault(NEEDED);
    }
    String body = matcher.group("body");
    @Nullable String digits = digits(body);
    if (digits == null) {
      return new CellNumber.Fault(mendMark(body));
    }
    int exponent;
    try {
      exponent = exponent(matcher);
    } catch (NumberFormatException e) {
      return new CellNumber.Fault(NEEDED);
    }
    String tail = "e" + exponent;
    double value = Double.parseDouble(matcher.group("sign") + digits + tail);
    return withRest(value, digits, tail, matcher.group("rest").strip());
  }

  private CellNumber withRest(double value, String digits, String tail, String rest) {
    if (rest.isEmpty()) {
      return value(value, OptionalDouble.empty(), "");
    }
    Matcher error = ERROR.matcher(rest);
    if (error.matches() && isUnit(error.group("unit"))) {
      CellNumber size = slow(error.group("error"));
      if (size instanceof CellNumber.Value read && read.unit().isEmpty()) {
        return value(value, OptionalDouble.of(read.value()), error.group("unit").strip());
      }
    }
    Matcher last = DIGITS.matcher(rest);
    if (last.matches() && isUnit(last.group("unit"))) {
      @Nullable String size = digits(last.group("digits"));
      @Nullable String exponent = last.group("exponent");
      // 5.0123(4)e9: the exponent is that of both
      String power = exponent == null ? tail : "e" + exponent;
      if (size != null && (exponent == null || tail.equals("e0"))) {
        double signed = Double.parseDouble(digits + power) * Math.signum(value);
        return value(
            signed,
            OptionalDouble.of(Double.parseDouble(inPlaces(size, digits) + power)),
            last.group("unit").strip());
      }
    }
    if (UNIT.matcher(rest).matches()) {
      return value(value, OptionalDouble.empty(), rest);
    }
    return new CellNumber.Fault(
        "only a number is needed: take " + Texts.quoted(rest) + " out of the cell");
  }

  private static boolean isUnit(String text) {
    return text.isBlank() || UNIT.matcher(text.strip()).matches();
  }

  // 5.0123(45): 45 counts in the last places of 5.0123; 5.0123(0.0045) says it itself
  private static String inPlaces(String error, String digits) {
    int point = digits.indexOf('.');
    if (error.indexOf('.') >= 0 || point < 0) {
      return error;
    }
    int places = digits.length() - point - 1;
    String padded = "0".repeat(Math.max(0, places + 1 - error.length())) + error;
    int cut = padded.length() - places;
    return padded.substring(0, cut) + "." + padded.substring(cut);
  }

  private static int exponent(Matcher matcher) {
    @Nullable String written = matcher.group("exponent");
    if (written != null) {
      return Integer.parseInt(written);
    }
    @Nullable String power = matcher.group("power");
    if (power == null) {
      return 0;
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < power.length(); i++) {
      char c = power.charAt(i);
      int superscript = SUPERSCRIPTS.indexOf(c);
      digits.append(c == '⁻' ? "-" : superscript >= 0 ? String.valueOf(superscript) : c);
    }
    return Integer.parseInt(digits.toString());
  }

  private static String plainSigns(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean minus = c == '\u2212' || CellNumber.isDash(c);
      text.append(minus ? '-' : Cells.isBlank(c) ? ' ' : c);
    }
    return text.toString();
  }

  /** The digits with a point before the decimals and nothing between thousands; null for none. */
  private @Nullable String digits(String body) {
    DecimalMark mark = decimals == ColumnDecimals.COMMA ? DecimalMark.COMMA : DecimalMark.POINT;
    if (decimals == ColumnDecimals.MIXED && body.indexOf(',') >= 0) {
      return null;
    }
    int at = body.lastIndexOf(mark.sign());
    if (at != body.indexOf(mark.sign())) {
      return null;
    }
    String whole = at < 0 ? body : body.substring(0, at);
    String fraction = at < 0 ? "" : body.substring(at + 1);
    if (!fraction.chars().allMatch(c -> isDigit((char) c))) {
      return null;
    }
    if (!whole.chars().allMatch(c -> isDigit((char) c))) {
      String group = whole.replaceAll("[0-9]", "");
      char sign = group.charAt(0);
      boolean one = group.chars().allMatch(c -> c == sign);
      boolean allowed = sign == mark.thousands() || (sign != mark.sign() && !isMark(sign));
      if (!one || !allowed || !NumberShape.isGrouped(whole, sign) || whole.charAt(0) == '0') {
        return null;
      }
      whole = whole.replace(String.valueOf(sign), "");
    }
    if (whole.isEmpty() && fraction.isEmpty()) {
      return null;
    }
    return (whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction);
  }

  private static boolean isMark(char c) {
    return c == '.' || c == ',';
  }

  private String mendMark(String body) {
    if (decimals == ColumnDecimals.MIXED) {
      return "points and commas are decimal marks of one column: write one of them throughout";
    }
    boolean comma = body.indexOf(',') >= 0;
    if (decimals == ColumnDecimals.COMMA && !comma) {
      return "the decimal mark is a comma here: write " + body.replace('.', ',');
    }
    return decimals == ColumnDecimals.COMMA || !comma || body.indexOf(',') != body.lastIndexOf(',')
        ? NEEDED
        : "write a decimal point, " + body.replace(',', '.');
  }
}
