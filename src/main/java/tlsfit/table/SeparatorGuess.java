package tlsfit.table;

import java.util.ArrayList;
import java.util.List;
import tlsfit.units.Numbers;

/** Guesses what separates the fields of a table: tabs, semicolons or commas, else blanks. */
final class SeparatorGuess {
  /** Lines that are looked at. */
  private static final int SNIFFED = 20;

  private SeparatorGuess() {}

  /** Of those that cut the header into most even columns, the first; else blanks. */
  static char of(String text) {
    List<String> lines = new ArrayList<>();
    String comment = "";
    RecordReader reader = new RecordReader(text, '\0');
    while (lines.size() < SNIFFED && reader.next()) {
      if (!reader.isComment()) {
        lines.add(reader.record().get(0));
      } else if (lines.isEmpty()) {
        comment = reader.record().get(0);
      }
    }
    char best = RecordReader.BLANKS;
    int most = 0;
    for (char candidate : new char[] {'\t', ';', ','}) {
      int agreeing = agreeing(lines, comment, candidate);
      if (agreeing > most) {
        best = candidate;
        most = agreeing;
      }
    }
    return best;
  }

  // number of lines with as many fields as the header, which must have two at least
  private static int agreeing(List<String> lines, String comment, char separator) {
    if (lines.isEmpty()) {
      return 0;
    }
    List<String> first = RecordReader.split(lines.get(0), separator);
    int inComment = RecordReader.split(comment, separator).size();
    boolean headless = inComment > 1 && first.stream().allMatch(Numbers::isNumber);
    int columns = headless ? inComment : first.size();
    if (columns < 2) {
      return 0;
    }
    return 1
        + (int)
            lines.stream()
                .skip(1)
                .filter(line -> RecordReader.split(line, separator).size() == columns)
                .count();
  }
}
