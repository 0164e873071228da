package tlsfit.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guesses what separates the fields of a table: tabs, semicolons, commas, bars, else blanks. */
final class SeparatorGuess {
  /** Lines that are looked at. */
  private static final int SNIFFED = 300;

  private static final char[] CANDIDATES = {'\t', ';', ',', '|', RecordReader.BLANKS};

  private SeparatorGuess() {}

  /**
   * The separator that cuts the lines into most fields that look like numbers, in rows of one
   * width; the first of the candidates among equals. Where no line holds numbers, the one that cuts
   * most lines as the first.
   */
  static char of(String text) {
    List<String> lines = lines(text);
    char best = RecordReader.BLANKS;
    double most = 0;
    for (char candidate : CANDIDATES) {
      double score = numeric(lines, candidate);
      if (score > most + 1e-9) {
        best = candidate;
        most = score;
      }
    }
    if (most > 0) {
      return best;
    }
    int cut = 0;
    for (char candidate : CANDIDATES) {
      int agreeing = agreeing(lines, candidate);
      if (agreeing > cut) {
        best = candidate;
        cut = agreeing;
      }
    }
    return best;
  }

  // physical lines: a quotation mark means one thing with one separator, another with the next
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length() && lines.size() < SNIFFED; i++) {
      if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        if (i > start) {
          lines.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  // the shares of numbers in rows of the most frequent width, added up
  private static double numeric(List<String> lines, char separator) {
    Map<Integer, Double> shares = new HashMap<>();
    for (String line : lines) {
      TableRecord fields = new TableRecord(0, false, "", RecordReader.split(line, separator));
      if (fields.width() > 1 && fields.isData()) {
        long filled = fields.fields().stream().filter(field -> !field.isEmpty()).count();
        long numeric = fields.fields().stream().filter(NumberLook::isNumeric).count();
        shares.merge(fields.width(), (double) numeric / filled, Double::sum);
      }
    }
    return shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  // number of lines with as many fields as the first, which must have two at least
  private static int agreeing(List<String> lines, char separator) {
    int columns = lines.isEmpty() ? 0 : RecordReader.split(lines.get(0), separator).size();
    if (columns < 2) {
      return 0;
    }
    return (int)
        lines.stream()
            .filter(line -> RecordReader.split(line, separator).size() == columns)
            .count();
  }
}
