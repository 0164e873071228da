package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a table was laid out, as it was guessed or said.
 *
 * @param source what the fields were cut by, or where they stood, in words
 * @param headerLine line of the header; 0 where there is none
 * @param headerBehindMark whether the header stood in a comment
 * @param unitsLine line of the units below the header; 0 where there is none
 * @param decimals of each column
 * @param skipped what was left out between and below the rows, one sentence each
 */
public record Layout(
    String source,
    int headerLine,
    boolean headerBehindMark,
    int unitsLine,
    List<ColumnDecimals> decimals,
    List<String> skipped) {
  private static final Map<Character, String> SEPARATORS =
      Map.of('\t', "tab", ';', "semicolon", ',', "comma", '|', "bar", RecordReader.BLANKS, "blank");

  /** Copies the lists. */
  public Layout {
    decimals = List.copyOf(decimals);
    skipped = List.copyOf(skipped);
  }

  /** A separator in words. */
  static String word(char separator) {
    return SEPARATORS.getOrDefault(separator, String.valueOf(separator));
  }

  /** What was guessed, in a few words: {@code comma-separated, header in line 3 behind a mark}. */
  public String description() {
    List<String> words = new ArrayList<>();
    words.add(source);
    words.add(
        headerLine == 0
            ? "no header"
            : "header in line " + headerLine + (headerBehindMark ? " behind a comment mark" : ""));
    if (unitsLine > 0) {
      words.add("units in line " + unitsLine);
    }
    if (decimals.contains(ColumnDecimals.COMMA)) {
      words.add(
          decimals.contains(ColumnDecimals.POINT) && decimals.stream().distinct().count() > 1
              ? "decimal commas in some columns"
              : "decimal commas");
    }
    return String.join(", ", words);
  }
}
