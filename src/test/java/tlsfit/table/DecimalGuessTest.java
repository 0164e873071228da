package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comma and a point mean, column by column. */
class DecimalGuessTest {
  /** Columns between bars, cells between blanks. */
  private static List<ColumnDecimals> of(String columns) {
    String[][] cells =
        Arrays.stream(columns.split("\\|", -1))
            .map(column -> column.strip().split(" +"))
            .toArray(String[][]::new);
    List<RawTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < cells[0].length; i++) {
      int row = i;
      rows.add(new RawTable.Row(i + 2, Arrays.stream(cells).map(c -> c[row]).toList()));
    }
    return new DecimalGuess(rows).columns(cells.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1.5 2 3; POINT",
        "1,5 2 3; COMMA",
        "0,380 400; COMMA",
        "1.5 2,5; MIXED",
        "1,000 2,500; AMBIGUOUS",
        "1.000 2.500; POINT",
        // no program writes 2.000 beside 400
        "400 2.000; AMBIGUOUS",
        "1,000,000 1,000; POINT",
        "1.000.000 1.000; COMMA",
        "1.000,5 1.000; COMMA",
        "1,000.5 1,000; POINT",
        "1,000.5 1.000,5; MIXED",
        "1,000 1.000; AMBIGUOUS",
        "1000,000 1,000; COMMA",
        "1,000e3 2; COMMA",
        "nan 2024-03-12 12:00:05,1 12.03.2024; POINT"
      })
  void ofOneColumn(String cells, ColumnDecimals expected) {
    assertThat(of(cells)).containsExactly(expected);
  }

  @Test
  void otherColumnsTellWhereTheyAgree() {
    assertThat(of("1,000 2,500 | 4,75 3")).containsOnly(ColumnDecimals.COMMA);
    // two instruments, or a thousand: nobody can tell
    assertThat(of("1,000 2,500 | 4.75 3"))
        .containsExactly(ColumnDecimals.AMBIGUOUS, ColumnDecimals.POINT);
    assertThat(of("1.000 2.500 | 4,75 3"))
        .containsExactly(ColumnDecimals.AMBIGUOUS, ColumnDecimals.COMMA);
    assertThat(of("1.000 2.500 | 4.75 3")).containsOnly(ColumnDecimals.POINT);
    assertThat(of("-62.5 3 | 4,75 3")).containsExactly(ColumnDecimals.POINT, ColumnDecimals.COMMA);
  }
}
