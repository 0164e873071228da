package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static List<String> lines(TextTable table) {
    return TableText.lines(table.block(), 80);
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable("lr");
    table.add("a", "1");
    table.add("bbb", "1000");
    assertThat(lines(table)).containsExactly("  a       1", "  bbb  1000");
  }

  @Test
  void noLineEndsInBlanks() {
    TextTable table = new TextTable("ll");
    table.add("a", "");
    table.add("b", "long");
    assertThat(lines(table)).containsExactly("  a", "  b  long");
  }

  /** Cells of a column end in one place on the right, or begin in one on the left. */
  @Test
  void alignmentIsThatOfTheColumn() {
    TextTable table = new TextTable("rl");
    table.add("χ²", "ab");
    table.add("12345", "c");
    assertThat(lines(table)).containsExactly("     χ²  ab", "  12345  c");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    TextTable table = new TextTable("lr");
    assertThatThrownBy(() -> table.add("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.add("a", "b", "c")).isInstanceOf(IllegalArgumentException.class);
    assertThat(lines(table)).isEmpty();
  }

  /** What has no room comes below, beside the first column once more. */
  @Test
  void aTableThatIsTooWideIsCutBetweenColumns() {
    TextTable table = new TextTable("lrr");
    table.head("", "x", "y");
    table.add("first", "1".repeat(8), "2".repeat(8));
    assertThat(TableText.lines(table.block(), 24))
        .containsExactly(
            "                x", "  first  11111111", "                y", "  first  22222222");
  }

  @Test
  void rowsAreCopied() {
    TextTable table = new TextTable("l");
    List<String> row = new ArrayList<>(List.of("a"));
    table.add(row);
    row.set(0, "changed");
    assertThat(lines(table)).containsExactly("  a");
  }
}
