package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,5|1.5", "-0,25|-0.25", "+3,0e-4|+3.0e-4", "5,012E9|5.012E9", "−1,5|−1.5"})
  void aDecimalCommaBecomesAPoint(String cell, String mended) {
    assertThat(CellText.mend(cell)).isEqualTo("write a decimal point, " + mended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n/a", "1,234,567", "1,", ",5", "1,5 GHz", "1;5"})
  void elseANumberIsNeeded(String cell) {
    assertThat(CellText.mend(cell)).startsWith("a number is needed");
  }

  @Test
  void anEmptyCellIsNotQuoted() {
    assertThat(CellText.found("")).isEqualTo("found an empty cell");
    assertThat(CellText.found("n/a")).isEqualTo("found \"n/a\"");
  }
}
