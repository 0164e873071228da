package tlsfit.report;

import java.util.List;

/**
 * One block of a {@link Document}. All its texts are plain: a renderer makes harmless in them
 * whatever its format would take for more than text.
 */
public sealed interface Block {

  /** How a fit stands, for a mark or a colour beside the words. */
  enum Status {
    /** The fit may be believed. */
    VALID("VALID"),
    /** It has a value, which may not be believed. */
    NOT_VALID("NOT VALID"),
    /** The readings determine no value. */
    NOT_DETERMINED("NOT DETERMINED");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** The status in one or two words, in capitals. */
    public String words() {
      return words;
    }
  }

  /**
   * The verdict: the first block of a fit's report.
   *
   * @param status how the fit stands
   * @param sample name of the sample
   * @param text more of it in some words; may be empty
   */
  record Verdict(Status status, String sample, String text) implements Block {}

  /**
   * The result in one line, as it is quoted.
   *
   * @param text as plain text, such as {@code p = 5.00 ± 0.04 (stat.) ± 1.0 (calib.) D}
   * @param remark what belongs beside it, such as the model; may be empty
   */
  record Headline(String text, String remark) implements Block {}

  /**
   * A heading.
   *
   * @param level 1 for the report's own, 2 for a section
   * @param text its words
   */
  record Heading(int level, String text) implements Block {}

  /**
   * One sample among others, in a line.
   *
   * @param status how its fit stands
   * @param sample its name
   * @param width of the longest name
   * @param text its result
   */
  record SampleLine(Status status, String sample, int width, String text) implements Block {}

  /** A last line, apart from the rest. */
  record Closing(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A point of a list; those in a row make one list. */
  record Item(String text) implements Block {}

  /** A remark that is to be seen, such as a limit of the model. */
  record Note(String text) implements Block {}

  /** Text whose lines stay as they are, such as a command. */
  record Verbatim(String text) implements Block {}

  /**
   * A table.
   *
   * @param columns its columns
   * @param rows cells of each row, one a column
   */
  record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
    /** Copies the lists, and checks that there is a cell for each column. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row + " has not the columns " + columns);
        }
      }
    }

    /** Whether any column has a heading. */
    public boolean headed() {
      return columns.stream().anyMatch(column -> !column.heads().stream().allMatch(""::equals));
    }
  }

  /**
   * A column of a table.
   *
   * @param heads its heading in lines, as many as the other columns have; all empty for none
   * @param right whether its cells are set to the right, as numbers are
   * @param optional whether it may be left out where there is no room
   */
  record Column(List<String> heads, boolean right, boolean optional) {
    /** A column that is always shown. */
    public Column(List<String> heads, boolean right) {
      this(heads, right, false);
    }

    /** Copies the list. */
    public Column {
      heads = List.copyOf(heads);
    }
  }

  /** Findings, each with a mark. */
  record Findings(List<FindingLine> lines) implements Block {
    /** Copies the list. */
    public Findings {
      lines = List.copyOf(lines);
    }
  }

  /** What a finding's mark says. */
  enum Mark {
    /** All is as it should be. */
    OK("ok"),
    /** Asks to be looked at. */
    LOOK("LOOK"),
    /** The fit is not valid for it. */
    FAILED("FAIL"),
    /** For information. */
    NOTE("note");

    private final String word;

    Mark(String word) {
      this.word = word;
    }

    /** The mark as a word of at most four letters. */
    public String word() {
      return word;
    }
  }

  /**
   * A finding in a list.
   *
   * @param mark what it does to the verdict
   * @param code its name in files and for {@code tlsfit explain}
   * @param text what was found and what may be done, in sentences
   */
  record FindingLine(Mark mark, String code, String text) {}

  /**
   * Bars of a budget, the longest at the top.
   *
   * @param bars the bars; all sizes in one unit
   */
  record Bars(List<Bar> bars) implements Block {
    /** Copies the list. */
    public Bars {
      bars = List.copyOf(bars);
    }

    /** The largest size; 0 without bars. */
    public double largest() {
      return bars.stream().mapToDouble(Bar::size).max().orElse(0);
    }
  }

  /**
   * A bar.
   *
   * @param label what it stands for
   * @param size its length, 0 or more
   * @param value the size as shown, with its unit
   * @param share the size relative to the result, as shown; may be empty
   */
  record Bar(String label, double size, String value, String share) {}

  /**
   * A reference to a figure; a renderer that has the figure shows it here.
   *
   * @param name name of the figure, such as {@code fit} or {@code profiles}
   * @param caption what it shows
   */
  record Figure(String name, String caption) implements Block {}
}
