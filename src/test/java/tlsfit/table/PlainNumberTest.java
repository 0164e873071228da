package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as programs write them, to the last bit as Java reads them. */
class PlainNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+5",
        "5.",
        ".5",
        "-.25e-3",
        "5.012943000e9",
        "0.000000000000000000001",
        "123456789012345",
        "1234567890123456",
        "9007199254740993",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "4.9e-324",
        "1.7976931348623157e308",
        "1e400",
        "00000000000000000000012.5",
        "0e999999999"
      })
  void itIsReadAsJavaDoes(String text) {
    assertThat(PlainNumber.is(text)).isTrue();
    assertThat(PlainNumber.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "e5", "1e", "1e+", "1,5", "1.2.3", "5 ", "0x1p3", "1d", "1e5.0"})
  void othersAreNone(String text) {
    assertThat(PlainNumber.is(text)).isFalse();
  }

  @Test
  void anyFormatOfAnyNumberIsReadToTheLastBit() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 4000; i++) {
      double value =
          Math.scalb(random.nextDouble() - 0.5, random.nextInt(-120, 120)) * random.nextInt(1000);
      for (String format : List.of("%.3f", "%.10e", "%.16e", "%.4e")) {
        String text = String.format(Locale.ROOT, format, value);
        assertThat(PlainNumber.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  /** Fields that are pieces of a text are the list of strings they look like. */
  @Test
  void slicedFieldsAreAListOfStrings() throws RawTable.NoTable {
    RawTable table = RawTable.of("a [V],b,c\n1.5,abc,\n\"1.5\",abc,\n");
    List<String> sliced = table.rows().get(0).fields();
    assertThat(sliced).isInstanceOf(SlicedFields.class).isEqualTo(List.of("1.5", "abc", ""));
    assertThat(sliced.hashCode()).isEqualTo(List.of("1.5", "abc", "").hashCode());
    assertThat(table.rows().get(1).fields()).isNotInstanceOf(SlicedFields.class).isEqualTo(sliced);
    assertThat(table.rows().get(1).hash()).isEqualTo(table.rows().get(0).hash());
  }

  /** What a decimal comma leaves of 5,011943 is told from other numbers, in quotes or not. */
  @Test
  void wholeNumbersThatGoOnBehindZero() throws RawTable.NoTable {
    RawTable table =
        RawTable.of("a [V],b,c,d,e,f\n011943,0,0.5,10,01e5,0x1\n\"011943\",\"0\",0.5,1,-01,\n");
    for (RawTable.Row row : table.rows()) {
      assertThat(row.goesOnBehindZero(0)).isTrue();
      for (int column = 1; column <= 6; column++) {
        assertThat(row.goesOnBehindZero(column)).as("column %d", column).isFalse();
      }
    }
  }
}
