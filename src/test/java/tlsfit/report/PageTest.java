package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  @Test
  void onlyLaterHeadingsHaveAnEmptyLineAbove() {
    assertThat(new Page().heading("One").heading("Two")).hasToString("One\n\nTwo\n");
  }

  @Test
  void marksHangToTheLeft() {
    Page page = new Page().paragraph("a").item("b").marked("ok", "c").marked("LOOK", "d");
    assertThat(page).hasToString("  a\n  - b\n  ok    c\n  LOOK  d\n");
  }

  @Test
  void blanksAndLineFeedsAreOneBlank() {
    assertThat(new Page().paragraph("  a \n b\t c ")).hasToString("  a b c\n");
  }

  /** 2 of the indent and 94 letters fill a line; one more goes to the next. */
  @Test
  void aLineHolds96Letters() {
    String fits = "x".repeat(47) + " " + "y".repeat(46);
    assertThat(new Page().paragraph(fits)).hasToString("  " + fits + "\n");
    assertThat(new Page().paragraph(fits + "y"))
        .hasToString("  " + "x".repeat(47) + "\n  " + "y".repeat(47) + "\n");
  }

  @Test
  void laterLinesOfAnItemAreIndented() {
    String word = "w".repeat(50);
    assertThat(new Page().item(word + " " + word))
        .hasToString("  - " + word + "\n    " + word + "\n");
    assertThat(new Page().marked("ok", word + " " + word))
        .hasToString("  ok    " + word + "\n        " + word + "\n");
  }

  /** A path cannot be broken; it may not bring an empty line either. */
  @Test
  void aWordThatIsTooLongStandsAlone() {
    String path = "p".repeat(120);
    assertThat(new Page().paragraph(path + " b")).hasToString("  " + path + "\n  b\n");
    assertThat(new Page().paragraph("b " + path)).hasToString("  b\n  " + path + "\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20, 46})
  void noWordIsLostAndNoLineIsTooLong(int length) {
    String text = ("a".repeat(length) + " ").repeat(100).strip();
    String shown = new Page().item(text).toString();
    assertThat(shown.lines()).allMatch(line -> line.length() <= 96 && !line.endsWith(" "));
    assertThat(shown.strip().substring(2).replaceAll("\\s+", " ")).isEqualTo(text);
  }

  @Test
  void tablesAreNotBroken() {
    TextTable table = new TextTable("l");
    table.add("a b ".repeat(40).strip());
    assertThat(new Page().table(table).toString().lines()).hasSize(1);
    assertThat(new Page().lines(List.of())).hasToString("");
  }
}
