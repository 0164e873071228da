package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One cell as a number, a missing number, or a fault with its mend. */
class CellNumberReaderTest {
  private static CellNumber read(ColumnDecimals decimals, String cell) {
    return new CellNumberReader(decimals).read(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | -62.5 | -62.5",
        "POINT | +1000. | 1000",
        "POINT | .000380 | 0.00038",
        "POINT | 05.012E+000 | 5.012",
        "POINT | 5.012D+09 | 5.012e9",
        "POINT | −62.5 | -62.5",
        "POINT | –62.5 | -62.5",
        "POINT | 5.012×10^9 | 5.012e9",
        "POINT | 5.012 x 10**9 | 5.012e9",
        "POINT | 5.012·10⁻⁹ | 5.012e-9",
        "POINT | 4'731'231'302 | 4731231302",
        "POINT | 1 000 000 | 1000000",
        "POINT | 4,731,231,302.5 | 4731231302.5",
        "POINT | 556,77,83,823 | 556_77_83_823",
        "COMMA | 5,012000000E9 | 5.012e9",
        "COMMA | 1.000 | 1000",
        "COMMA | 1.000,5 | 1000.5",
        "COMMA | 5 567 783,823 | 5567783.823",
        "COMMA | 7 | 7",
        "MIXED | 1.5 | 1.5"
      })
  void numbers(ColumnDecimals decimals, String cell, String expected) {
    double value = Double.parseDouble(expected.replace("_", ""));
    assertThat(read(decimals, cell))
        .isEqualTo(new CellNumber.Value(value, OptionalDouble.empty(), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nan",
        "-NaN",
        "NA",
        "n/a",
        "#N/A",
        "--",
        "-",
        "—",
        "inf",
        "-Inf",
        "",
        "null",
        "1.#QNAN",
        "9.91E37",
        "9.910000E+37",
        "-9.9e37"
      })
  void missing(String cell) {
    assertThat(read(ColumnDecimals.POINT, cell)).isEqualTo(new CellNumber.Missing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | 1,5 | write a decimal point, 1.5",
        "POINT | 0x1F | a number is needed",
        "POINT | 1e400 | a number is needed",
        "POINT | five | a number is needed",
        "POINT | 4.000000000+010 | the letter of the exponent is lost: write 4.000000000E+010",
        "POINT | 432  # spike | only a number is needed: take \"# spike\" out of the cell",
        "POINT | 1.2.3 | a number is needed",
        "POINT | 1,00,0 | a number is needed",
        "COMMA | 5.0119 | the decimal mark is a comma here: write 5,0119",
        "MIXED | 1,5 | points and commas are decimal marks of one column",
        "AMBIGUOUS | 1,000 | it is 1.000 with a decimal comma, or 1000 with thousands separators",
        "AMBIGUOUS | 2.000 | it is 2.000 with a decimal point, or 2000 with thousands separators"
      })
  void faults(ColumnDecimals decimals, String cell, String mend) {
    assertThat(read(decimals, cell))
        .isInstanceOfSatisfying(
            CellNumber.Fault.class, fault -> assertThat(fault.mend()).startsWith(mend));
  }

  @Test
  void errorsAndUnitsBehindTheNumber() {
    assertThat(read(ColumnDecimals.POINT, "5.0123(45)"))
        .isEqualTo(new CellNumber.Value(5.0123, OptionalDouble.of(0.0045), ""));
    assertThat(read(ColumnDecimals.POINT, "5567.8(0.00071) MHz"))
        .isEqualTo(new CellNumber.Value(5567.8, OptionalDouble.of(0.00071), "MHz"));
    assertThat(read(ColumnDecimals.POINT, "-5.012(3)e9"))
        .isEqualTo(new CellNumber.Value(-5.012e9, OptionalDouble.of(3e6), ""));
    assertThat(read(ColumnDecimals.COMMA, "5,01 ± 0,02"))
        .isEqualTo(new CellNumber.Value(5.01, OptionalDouble.of(0.02), ""));
    assertThat(read(ColumnDecimals.POINT, "0.15kV/s"))
        .isEqualTo(new CellNumber.Value(0.15, OptionalDouble.empty(), "kV/s"));
  }
}
