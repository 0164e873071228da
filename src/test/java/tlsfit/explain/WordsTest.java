package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;

class WordsTest {
  @Test
  void partsInARow() {
    assertThat(Words.join(List.of(), "and")).isEmpty();
    assertThat(Words.join(List.of("a"), "and")).isEqualTo("a");
    assertThat(Words.join(List.of("a", "b"), "and")).isEqualTo("a and b");
    assertThat(Words.join(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    assertThat(Words.join(List.of("a", "b", "c"), "or")).isEqualTo("a, b, or c");
  }

  @Test
  void bracketsLeaveOutWhatIsEmpty() {
    assertThat(Words.brackets("", "")).isEmpty();
    assertThat(Words.brackets("a", "", "b")).isEqualTo(" (a, b)");
  }

  @ParameterizedTest
  @CsvSource({"the fit, The fit", "χ is small, χ is small", "T10, T10", "1 of 2, 1 of 2", "'', ''"})
  void capitalsAreForLatinLettersOnly(String text, String capital) {
    assertThat(Words.capital(text)).isEqualTo(capital);
  }

  @Test
  void missingNumbersAreLeftOut() {
    assertThat(Words.number("χ = ", null, 2)).isEmpty();
    assertThat(Words.number("χ = ", Double.NaN, 2)).isEmpty();
    assertThat(Words.number("χ = ", Double.POSITIVE_INFINITY, 2)).isEmpty();
    assertThat(Words.number("χ = ", 0.0123, 2)).isEqualTo("χ = 0.012");
  }

  @Test
  void theLevelIsToldWhereItWasMissed() {
    Finding finding =
        Finding.of(FindingCode.RUNS, Finding.Kind.CHECK, false).withPValue(0.001).withLimit(0.01);
    assertThat(Words.probability(finding)).isEqualTo("p-value 0.001, level 0.01");
    assertThat(Words.probability(Finding.of(FindingCode.RUNS, Finding.Kind.CHECK, false)))
        .isEmpty();
  }
}
