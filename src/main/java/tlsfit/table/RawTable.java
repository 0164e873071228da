package tlsfit.table;

import java.util.List;

/**
 * A table as text: header, units, rows, and how it was laid out.
 *
 * @param layout how it was laid out
 * @param header names of the columns; {@code column 1} and so on where it has none
 * @param units what stood in a row of units below the header, one for each column; empty where
 *     there is no such row
 * @param remarks what else stood above the rows, one for each column; empty where nothing did
 * @param rows the rows below, not all empty
 * @param origins where the names of the columns stand; empty where they stand side by side in the
 *     line of the header
 * @param sections where the header stands again with other units, from top to bottom
 */
public record RawTable(
    Layout layout,
    List<String> header,
    List<String> units,
    List<String> remarks,
    List<Row> rows,
    List<Place> origins,
    List<Section> sections) {

  /** A table as it stands in its file. */
  RawTable(
      Layout layout,
      List<String> header,
      List<String> units,
      List<String> remarks,
      List<Row> rows) {
    this(layout, header, units, remarks, rows, List.of(), List.of());
  }

  /**
   * Rows below a header that stands again with other units.
   *
   * @param line of the header
   * @param header as it stands there
   */
  public record Section(int line, List<String> header) {}

  /**
   * Where a cell stands in its file.
   *
   * @param line the first being 1
   * @param column the first being 1
   */
  public record Place(int line, int column) {}

  /**
   * One row of the table.
   *
   * @param line the line it begins in, the first being 1
   * @param fields its fields without blanks around them; not always as many as the header has
   */
  public record Row(int line, List<String> fields) {

    /** Where a field stands in the file, also in a table that was turned or unfolded. */
    public Place place(int column) {
      return fields instanceof PlacedFields placed
          ? placed.place(column)
          : new Place(line, column + 1);
    }

    /** Whether its fields do not stand side by side in one line of the file. */
    public boolean isPlaced() {
      return fields instanceof PlacedFields;
    }

    /** What makes it the same row of the file as another: all of its fields there. */
    public List<?> whole() {
      return fields instanceof PlacedFields placed ? placed.whole() : fields;
    }

    /** Equal for rows that are {@link #whole equal}, and fast where their fields are numbers. */
    public int hash() {
      if (fields instanceof PlacedFields placed) {
        return placed.whole().hashCode();
      }
      int hash = 1;
      for (int i = 0; i < fields.size(); i++) {
        double value = fields instanceof SlicedFields sliced ? sliced.plainNumber(i) : Double.NaN;
        hash = 31 * hash + (Double.isNaN(value) ? hash(fields.get(i)) : Double.hashCode(value));
      }
      return hash;
    }

    private static int hash(String field) {
      double value = PlainNumber.parse(field);
      return Double.isNaN(value) ? field.hashCode() : Double.hashCode(value);
    }

    /** Whether a field is a whole number of several digits, the first of them 0. */
    public boolean goesOnBehindZero(int column) {
      if (column >= fields.size()
          || (fields instanceof SlicedFields sliced && !sliced.mayGoOnBehindZero(column))) {
        return false;
      }
      String field = fields.get(column);
      return field.length() > 1
          && field.charAt(0) == '0'
          && field.chars().allMatch(Character::isDigit);
    }
  }

  /** A text is no table; the problem says why. */
  public static final class NoTable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String mend;

    NoTable(int line, String found, String mend) {
      super(found);
      this.line = line;
      this.mend = mend;
    }

    /**
     * The reason with its place.
     *
     * @param file the file, as the user named it
     */
    public InputProblem problem(String file) {
      return InputProblem.ofLine(file, line, String.valueOf(getMessage()), mend);
    }
  }

  /**
   * Cuts a text into a table whose layout is guessed, with no names that are known.
   *
   * @param text all of a file
   * @throws NoTable if it has no header, no row, or an open quotation mark
   */
  public static RawTable of(String text) throws NoTable {
    return of(text, LayoutChoice.NONE);
  }

  /**
   * Cuts a text into a table.
   *
   * @param text all of a file
   * @param choice what is known of the layout; the rest is guessed
   * @throws NoTable if it has no header, no row, or an open quotation mark
   */
  public static RawTable of(String text, LayoutChoice choice) throws NoTable {
    return new TableTextReader(choice).read(text);
  }

  /** What stood between the fields, in words: {@code comma}; for a sheet, its name. */
  public String separator() {
    return layout.source().replace(Transposition.WORD, "").replace("-separated", "");
  }

  /** Where the name of a column stands; where there is none, the column in the first row. */
  public Place headerPlace(int column) {
    return origins.isEmpty() ? new Place(headerLine(), column + 1) : origins.get(column);
  }

  /** Line of the header; where there is none, that of the first row. */
  public int headerLine() {
    if (!origins.isEmpty()) {
      return origins.get(0).line();
    }
    return layout.headerLine() > 0 ? layout.headerLine() : rows.get(0).line();
  }

  /** The row of units' text for a column, without brackets; empty where there is none. */
  public String unitBelow(int column) {
    String unit = column < units.size() ? Texts.bare(units.get(column)) : "";
    return unit.equals("-") ? "" : unit;
  }

  /** What stands below the header of a column that is no unit; empty where nothing does. */
  public String remark(int column) {
    return column < remarks.size() ? remarks.get(column) : "";
  }
}
