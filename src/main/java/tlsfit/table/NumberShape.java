package tlsfit.table;

/** What commas and points in a number tell about the decimal mark of its column. */
enum NumberShape {
  /** No number, or one with neither comma nor point. */
  SILENT,
  /** A point that can only be the decimal mark: 0.5, 1.25. */
  POINT,
  /** A comma that can only be the decimal mark: 0,5, 1,25. */
  COMMA,
  /** Commas between thousands, which leaves the point for decimals: 1,000.5, 1,000,000. */
  GROUPED_BY_COMMAS,
  /** Points between thousands, which leaves the comma for decimals: 1.000,5, 1.000.000. */
  GROUPED_BY_POINTS,
  /** One point before just three digits: 1.000 is one, or a thousand. */
  POINT_OR_THOUSANDS,
  /** One comma before just three digits: 1,000 is a thousand, or one. */
  COMMA_OR_THOUSANDS;

  private static final int GROUP = 3;

  /** The shape of a cell that looks like a number; what stands behind its digits is left aside. */
  static NumberShape of(String cell) {
    return of(cell, 0, cell.length());
  }

  /** The same of a piece of a text. */
  static NumberShape of(String cell, int from, int to) {
    int start = from;
    while (start < to && !isBody(cell.charAt(start))) {
      start++;
    }
    int end = start;
    int points = 0;
    int commas = 0;
    int last = -1;
    while (end < to && isBody(cell.charAt(end))) {
      if (cell.charAt(end) == '.') {
        points++;
        last = end;
      } else if (cell.charAt(end) == ',') {
        commas++;
        last = end;
      }
      end++;
    }
    if (last < 0 || end - start == 1) {
      return SILENT;
    }
    boolean comma = cell.charAt(last) == ',';
    if (points + commas > 1) {
      return several(cell.substring(start, end), comma, points, commas);
    }
    boolean group =
        end - last - 1 == GROUP
            && last > start
            && last - start <= GROUP
            && cell.charAt(start) != '0'
            && (end == to || !isExponent(cell.charAt(end)));
    if (comma) {
      return group ? COMMA_OR_THOUSANDS : COMMA;
    }
    return group ? POINT_OR_THOUSANDS : POINT;
  }

  private static NumberShape several(String body, boolean comma, int points, int commas) {
    if (points > 0 && commas > 0) {
      // the last of two signs is the decimal one
      if ((comma ? commas : points) != 1) {
        return SILENT;
      }
      return comma ? GROUPED_BY_POINTS : GROUPED_BY_COMMAS;
    }
    if (!isGrouped(body, comma ? ',' : '.')) {
      return SILENT;
    }
    return comma ? GROUPED_BY_COMMAS : GROUPED_BY_POINTS;
  }

  /** Whether digits stand in groups of three, or of two before the last three as in India. */
  static boolean isGrouped(String whole, char sign) {
    return whole
        .replace(sign, '_')
        .matches("[0-9]{1,3}(_[0-9]{3})+|[0-9]{1,3}(_[0-9]{2})+_[0-9]{3}");
  }

  private static boolean isBody(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
  }

  private static boolean isExponent(char c) {
    return "eEdDxX×·*".indexOf(c) >= 0;
  }
}
