package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4180 where it speaks; the examples of its section 2 among them. */
class RecordReaderTest {
  private static List<List<String>> records(String text, char separator) {
    RecordReader reader = new RecordReader(text, separator);
    List<List<String>> records = new ArrayList<>();
    while (reader.next()) {
      records.add(reader.record());
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEnds(String end) {
    String text = "aaa,bbb" + end + end + "zzz,yyy" + end;
    assertThat(records(text, ',')).containsExactly(List.of("aaa", "bbb"), List.of("zzz", "yyy"));
    RecordReader reader = new RecordReader(text, ',');
    reader.next();
    assertThat(reader.line()).isEqualTo(1);
    reader.next();
    assertThat(reader.line()).isEqualTo(3);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(records("a,b\nc,d", ',')).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void quotedFieldsHoldSeparatorsLinesAndDoubledQuotes() {
    assertThat(records("\"a,1\",\"b\nb\",\"c\"\"c\"\n", ','))
        .containsExactly(List.of("a,1", "b\nb", "c\"c"));
    assertThat(records("  \"a\"  ,b\n", ',')).containsExactly(List.of("a", "b"));
  }

  @Test
  void aQuoteWithinAFieldIsItself() {
    assertThat(records("5\" disc,b\n", ',')).containsExactly(List.of("5\" disc", "b"));
  }

  @Test
  void textBehindAClosingQuoteIsKept() {
    assertThat(records("\"a\"b,c\n", ',')).containsExactly(List.of("ab", "c"));
  }

  @Test
  void emptyFieldsCount() {
    assertThat(records(",a,,\n", ',')).containsExactly(List.of("", "a", "", ""));
  }

  @Test
  void blanksAroundFieldsAreTakenOff() {
    assertThat(records(" a ,  b\t,c\n", ',')).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void anyNumberOfBlanksSeparates() {
    assertThat(records("  a \t b\u00a0c  \n", RecordReader.BLANKS))
        .containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void tabsKeepEmptyFields() {
    assertThat(records("a\t\tb\n", '\t')).containsExactly(List.of("a", "", "b"));
  }

  @Test
  void commentsAreWholeLines() {
    RecordReader reader = new RecordReader("  # a, \"b\n1,2 # no comment\n", ',');
    assertThat(reader.next()).isTrue();
    assertThat(reader.isComment()).isTrue();
    assertThat(reader.record()).containsExactly(" a, \"b");
    assertThat(reader.next()).isTrue();
    assertThat(reader.isComment()).isFalse();
    assertThat(reader.record()).containsExactly("1", "2 # no comment");
    assertThat(reader.hasUnclosedQuote()).isFalse();
  }

  @Test
  void anOpenQuoteIsNoticed() {
    RecordReader reader = new RecordReader("a,\"b\nc", ',');
    assertThat(reader.next()).isTrue();
    assertThat(reader.record()).containsExactly("a", "b\nc");
    assertThat(reader.hasUnclosedQuote()).isTrue();
    assertThat(reader.next()).isFalse();
  }

  @Test
  void nothingIsInAnEmptyText() {
    assertThat(records("", ',')).isEmpty();
    assertThat(records(" \n\t\n\r\n", ',')).isEmpty();
  }

  @Test
  void oneLineIsSplit() {
    assertThat(RecordReader.split("a;\"b;c\"", ';')).containsExactly("a", "b;c");
    assertThat(RecordReader.split("# a;b", ';')).isEmpty();
    assertThat(RecordReader.split("", ';')).isEmpty();
  }

  private static final String[] CELLS = {
    "1.5",
    "-2e3",
    "1e",
    "abc",
    "",
    "1.2.3",
    "+.5",
    "5.",
    "1.000",
    "7 8",
    "3 GHz",
    "-",
    ".",
    "0x1",
    "1E+5",
    "1e5.0",
    "nan",
    "12345678901234567890",
    "--1"
  };

  /** What stands between separators, whatever blanks are around it; and what of it is a number. */
  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', ' '})
  void linesOfAnyCellsAreCutAtTheirSeparators(char separator) {
    SplittableRandom random = new SplittableRandom(5);
    List<List<String>> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 400; line++) {
      List<String> cells = new ArrayList<>(List.of("y")); // no comment, no blank line
      for (int i = 0; i < 3; i++) {
        String cell = CELLS[random.nextInt(CELLS.length)];
        cells.add(separator == ' ' ? "+" + cell.replace(" ", "") : cell);
      }
      expected.add(cells);
      for (int i = 0; i < cells.size(); i++) {
        text.append(i == 0 ? "" : String.valueOf(separator))
            .append(" ".repeat(random.nextInt(3)))
            .append(cells.get(i))
            .append(" ".repeat(random.nextInt(3)));
      }
      text.append('\n');
    }
    assertThat(records(text.toString(), separator)).isEqualTo(expected);
    TextRecords kept = new TextRecords(text.toString());
    RecordReader reader = new RecordReader(text.toString(), separator);
    while (reader.next()) {
      assertThat(reader.addPieces(kept)).isTrue();
    }
    for (int line = 0; line < expected.size(); line++) {
      SlicedFields fields = (SlicedFields) kept.get(line).fields();
      assertThat(kept.get(line).line()).isEqualTo(line + 1);
      assertThat(fields).isEqualTo(expected.get(line)).hasSameHashCodeAs(expected.get(line));
      for (int i = 0; i < fields.size(); i++) {
        String cell = fields.get(i);
        boolean number = cell.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
        assertThat(fields.isPlainNumber(i)).as(cell).isEqualTo(number);
        assertThat(fields.plainNumber(i))
            .isEqualTo(number ? Double.valueOf(cell) : Double.valueOf(Double.NaN));
        if (number) {
          assertThat(fields.shape(i)).as(cell).isEqualTo(NumberShape.of(cell));
        }
      }
    }
  }
}
