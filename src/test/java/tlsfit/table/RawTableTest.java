package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTableTest {
  private static String refusal(String text) {
    RawTable.NoTable e = catchThrowableOfType(RawTable.NoTable.class, () -> RawTable.of(text));
    assertThat(e).as("a table was made of %s", text).isNotNull();
    return e.problem("t.csv").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "',', comma",
    "';', semicolon",
    "'\t', tab",
    "'  ', blank",
    "' ', blank",
    "' , ', comma"
  })
  void separators(String separator, String name) throws Exception {
    RawTable table = RawTable.of("a" + separator + "b\n1" + separator + "2\n");
    assertThat(table.separator()).isEqualTo(name);
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows()).containsExactly(new RawTable.Row(2, List.of("1", "2")));
  }

  /** Decimal commas are no separators where semicolons cut all lines alike. */
  @Test
  void semicolonsWinOverDecimalCommas() throws Exception {
    RawTable table = RawTable.of("a;b\n1,5;2,5\n3,5;4,5\n");
    assertThat(table.separator()).isEqualTo("semicolon");
    assertThat(table.rows().get(0).fields()).containsExactly("1,5", "2,5");
  }

  /** LabVIEW ends rows without a comment before its last column. */
  @Test
  void rowsMayLackTheirComments() throws Exception {
    RawTable table = RawTable.of("X_Value\ta\tComment\n1.5\t2.5\n3.5\t4.5\tlate\n5.5\t6.5\n");
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(2, List.of("1.5", "2.5", "")),
            new RawTable.Row(3, List.of("3.5", "4.5", "late")),
            new RawTable.Row(4, List.of("5.5", "6.5", "")));
  }

  @Test
  void oneColumnIsCutAtBlanks() throws Exception {
    RawTable table = RawTable.of("a\n1\n2\n");
    assertThat(table.separator()).isEqualTo("blank");
    assertThat(table.header()).containsExactly("a");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void theHeaderMayStandInTheLastCommentAboveNumbers() throws Exception {
    RawTable table = RawTable.of("# made today\n# a, b\n1,2\n# not this, one\n3,4\n");
    assertThat(table.headerLine()).isEqualTo(2);
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(3, List.of("1", "2")), new RawTable.Row(5, List.of("3", "4")));
  }

  @Test
  void aHeaderInALineWinsOverComments() throws Exception {
    RawTable table = RawTable.of("# x, y\na,b\n1,2\n");
    assertThat(table.headerLine()).isEqualTo(2);
    assertThat(table.header()).containsExactly("a", "b");
  }

  @Test
  void unitsBelowTheHeader() throws Exception {
    RawTable table = RawTable.of("a,b,c,d\nGHz,[V/m],-,1\n1,2,3,4\n");
    assertThat(table.units()).containsExactly("GHz", "[V/m]", "-", "1");
    assertThat(table.rows()).containsExactly(new RawTable.Row(3, List.of("1", "2", "3", "4")));
  }

  // all plain numbers, a word that is no unit, or too few fields
  @ParameterizedTest
  @CsvSource({"'1,1'", "'parsec,lightyear'", "'GHz'", "'GHz,5'"})
  void whatIsNoRowOfUnits(String second) throws Exception {
    RawTable table = RawTable.of("a,b\n" + second + "\n1,2\n");
    assertThat(table.units()).isEmpty();
    assertThat(table.rows()).contains(new RawTable.Row(3, List.of("1", "2")));
  }

  @Test
  void unitsInBracketsBetweenBlanksBelongToTheirColumns() throws Exception {
    RawTable table = RawTable.of("power [dBm]  frequency (G Hz) x\n-40 5 1\n");
    assertThat(table.header()).containsExactly("power [dBm]", "frequency (G Hz)", "x");
  }

  @Test
  void emptyRowsAreLeftOutAndRaggedOnesKept() throws Exception {
    RawTable table = RawTable.of("a,b\n\n1,2\n , \n3\n4,5,6\n");
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(3, List.of("1", "2")),
            new RawTable.Row(5, List.of("3")),
            new RawTable.Row(6, List.of("4", "5", "6")));
  }

  @Test
  void linesAreCountedThroughQuotedFields() throws Exception {
    RawTable table = RawTable.of("a,b\n\"x\ny\",2\n3,4\n");
    assertThat(table.rows())
        .containsExactly(
            new RawTable.Row(2, List.of("x\ny", "2")), new RawTable.Row(4, List.of("3", "4")));
  }

  @Test
  void refusals() {
    assertThat(refusal(" \n\t\n"))
        .isEqualTo("t.csv: the file is empty; a header line and rows of numbers are needed");
    assertThat(refusal("# a\n# b\n"))
        .isEqualTo(
            "t.csv: the file holds comments only; a header line and rows of numbers are needed");
    assertThat(refusal("a,b\n"))
        .isEqualTo("t.csv:1: no row follows the header; write at least one row of numbers");
    assertThat(refusal("a,b\nGHz,V\n"))
        .isEqualTo("t.csv:1: no row follows the header; write at least one row of numbers");
    assertThat(refusal("\n1,2\n3,4\n"))
        .isEqualTo(
            "t.csv:2: found numbers where the header should be; write the names and units of the"
                + " columns in a line above, or say in a sample file which is which, as header:"
                + " none, columns: {frequency: {column: 3, unit: GHz}}");
    assertThat(refusal("a,b\n1,\"2\n3,4\n"))
        .isEqualTo("t.csv:2: a quotation mark is not closed; close or remove it");
  }

  @Test
  void aCommentOfAnotherLengthIsNoHeader() {
    assertThat(refusal("# a, b, c\n1,2\n")).startsWith("t.csv:2: found numbers where the header");
  }
}
