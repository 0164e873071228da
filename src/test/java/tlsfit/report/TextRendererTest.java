package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {
  private static final TextRenderer PLAIN = TextRenderer.of(80);

  private static DocumentBuilder builder() {
    return new DocumentBuilder("title");
  }

  private static String text(DocumentBuilder builder) {
    return PLAIN.render(builder.document());
  }

  @Test
  void onlyLaterHeadingsHaveAnEmptyLineAbove() {
    assertThat(text(builder().heading("One").heading("Two"))).isEqualTo("One\n\nTwo\n");
  }

  @Test
  void marksHangToTheLeft() {
    DocumentBuilder marked =
        builder()
            .paragraph("a")
            .item("b")
            .add(
                new Block.Findings(
                    List.of(
                        new Block.FindingLine(Block.Mark.OK, "runs", "c"),
                        new Block.FindingLine(Block.Mark.LOOK, "", "d"))));
    assertThat(text(marked)).isEqualTo("  a\n  - b\n  ok    runs: c\n  LOOK  d\n");
  }

  @Test
  void blanksAndLineFeedsAreOneBlank() {
    assertThat(text(builder().paragraph("  a b   c "))).isEqualTo("  a b c\n");
  }

  /** 2 of the indent and 78 letters fill a line; one more goes to the next. */
  @Test
  void aLineHolds80Letters() {
    String fits = "x".repeat(39) + " " + "y".repeat(38);
    assertThat(text(builder().paragraph(fits))).isEqualTo("  " + fits + "\n");
    assertThat(text(builder().paragraph(fits + "y")))
        .isEqualTo("  " + "x".repeat(39) + "\n  " + "y".repeat(39) + "\n");
  }

  @Test
  void laterLinesOfAnItemAreIndented() {
    String word = "w".repeat(50);
    assertThat(text(builder().item(word + " " + word)))
        .isEqualTo("  - " + word + "\n    " + word + "\n");
  }

  /** A path cannot be broken; it may not bring an empty line either. */
  @Test
  void aWordThatIsTooLongStandsAlone() {
    String path = "p".repeat(120);
    assertThat(text(builder().paragraph(path + " b"))).isEqualTo("  " + path + "\n  b\n");
    assertThat(text(builder().paragraph("b " + path))).isEqualTo("  b\n  " + path + "\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 20, 46})
  void noWordIsLostAndNoLineIsTooLong(int length) {
    String text = ("a".repeat(length) + " ").repeat(100).strip();
    String shown = text(builder().item(text));
    assertThat(shown.lines()).allMatch(line -> line.length() <= 80 && !line.endsWith(" "));
    assertThat(shown.strip().substring(2).replaceAll("\\s+", " ")).isEqualTo(text);
  }

  /** Wide characters take two cells (Unicode, annex 11), accents that are added none. */
  @ParameterizedTest
  @CsvSource({"abc, 3", "χ², 2", "e\u0301, 1", "\u8a66\u6599, 4", "\uff21, 2"})
  void widthIsThatOfATerminal(String text, int width) {
    assertThat(PlainText.width(text)).isEqualTo(width);
  }

  /** ESC, a bell, a C1 introducer, a line separator, marks that turn writing around. */
  @ParameterizedTest
  @CsvSource({
    "1b, \\u001b",
    "07, \\u0007",
    "9b, \\u009b",
    "2028, \\u2028",
    "202e, \\u202e",
    "200f, \\u200f",
    "0a, \\u000a",
    "0d, \\u000d"
  })
  void whatATerminalActsOnIsShownByItsNumber(String number, String shown) {
    String acting = Character.toString(Integer.parseInt(number, 16));
    assertThat(PlainText.clean("a" + acting + "b")).isEqualTo("a" + shown + "b");
  }

  @Test
  void colourIsOnlyThereWhereItIsWanted() {
    Document document =
        builder()
            .add(new Block.Verdict(Block.Status.VALID, "al-a", "now"))
            .add(new Block.Headline("p = 1", "log"))
            .document();
    assertThat(PLAIN.render(document)).isEqualTo("al-a: VALID now\n  p = 1      log\n");
    assertThat(PLAIN.withColour(true).render(document).lines())
        .containsExactly(
            "\u001b[1mal-a\u001b[0m: \u001b[1;32mVALID\u001b[0m now",
            "  \u001b[1mp = 1\u001b[0m      log");
  }

  /** The longest bar has 24 cells; what is small is still to be seen. */
  @Test
  void barsAreInProportion() {
    Block.Bars bars =
        new Block.Bars(
            List.of(
                new Block.Bar("a", 2, "2 D", "10 %"),
                new Block.Bar("b", 1, "1 D", "5 %"),
                new Block.Bar("c", 0.001, "0 D", "0 %"),
                new Block.Bar("d", 0, "0 D", "0 %")));
    assertThat(text(builder().add(bars)))
        .isEqualTo(
            "  a  2 D  10 %  "
                + "█".repeat(24)
                + "\n  b  1 D   5 %  "
                + "█".repeat(12)
                + "\n  c  0 D   0 %  ▏\n  d  0 D   0 %\n");
  }
}
