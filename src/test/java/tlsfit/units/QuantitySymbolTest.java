package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitySymbolTest {
  @ParameterizedTest
  @CsvSource({
    "chi, χ",
    "dipoleMoment, p",
    "relaxationTime, T10",
    "referenceFrequency, f_ref",
    "lossTangent, tan δ0",
    "dipoleWidth, σ_p",
    "fieldExponent, α",
    "gap, gap"
  })
  void quantitiesHaveTheSymbolsOfTheDocumentation(String quantity, String symbol) {
    assertThat(QuantitySymbol.of(quantity)).isEqualTo(symbol);
  }
}
