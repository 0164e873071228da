package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.table.InputProblem;
import tlsfit.units.Unit;

class YamlValuesTest {
  private static final List<String> KNOWN = List.of("gap", "capacitance", "attenuation");

  private final List<InputProblem> problems = new ArrayList<>();
  private final YamlValues values = new YamlValues("s.yaml", problems);

  private static Map<String, YamlNode.Member> keys(String key, YamlNode value) {
    Map<String, YamlNode.Member> keys = new LinkedHashMap<>();
    keys.put(key, new YamlNode.Member(new YamlNode.Scalar(key, 2, 3), value));
    return keys;
  }

  private static YamlNode.Scalar scalar(String text) {
    return new YamlNode.Scalar(text, 2, 8);
  }

  @ParameterizedTest
  @CsvSource({"50 nm, 5e-8, 0", "50 nm +- 1 nm, 5e-8, 1e-9", "1 mm, 1e-3, 0"})
  void quantitiesAreInSi(String text, double value, double uncertainty) {
    assertThat(values.believable(keys("gap", scalar(text)), "gap", Unit.of("m"), Believable.GAP))
        .hasValueSatisfying(
            quantity -> {
              assertThat(Math.abs(quantity.value() / value - 1)).isLessThan(1e-12);
              assertThat(Math.abs(quantity.uncertainty() - uncertainty)).isLessThan(1e-20);
            });
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 nm", "-50 nm"})
  void whatIsNotPositiveIsAProblemAtItsPlace(String text) {
    values.believable(keys("gap", scalar(text)), "gap", Unit.of("m"), Believable.GAP);
    assertThat(problems)
        .containsExactly(
            InputProblem.ofCharacter(
                "s.yaml", 2, 8, "found \"" + text + "\"", "gap must be above zero"));
  }

  /** A slip of the unit, or an error that says nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"50 m", "0.5 nm", "50 nm +- 200 %", "1e308 nm", "5e-199 nm"})
  void whatNoLaboratoryHasIsAProblemAtItsPlace(String text) {
    values.believable(keys("gap", scalar(text)), "gap", Unit.of("m"), Believable.GAP);
    assertThat(problems).singleElement().extracting(InputProblem::line).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "QUALITY, 0.003", "QUALITY, 2400 %", "ATTENUATION, 78 dB +- 5000 dB", "ATTENUATION, 3000 dB",
    "CAPACITANCE, 1e308 pF", "TEMPERATURE, 1e308 K", "PERMITTIVITY, 1e308", "FRACTION, 2"
  })
  void noKeyTakesWhatNoLaboratoryHas(Believable range, String text) {
    Unit unit =
        switch (range) {
          case ATTENUATION -> Unit.DECIBEL;
          case CAPACITANCE -> Unit.of("F");
          case TEMPERATURE -> Unit.of("K");
          default -> Unit.ONE;
        };
    values.believable(keys("gap", scalar(text)), "gap", unit, range);
    assertThat(problems).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50", "50 Hz", "n/a", ""})
  void whatIsNoLengthIsEmpty(String text) {
    assertThat(values.believable(keys("gap", scalar(text)), "gap", Unit.of("m"), Believable.GAP))
        .isEmpty();
    assertThat(problems).singleElement().extracting(InputProblem::line).isEqualTo(2);
  }

  @Test
  void aMissingKeyIsNoProblem() {
    assertThat(values.believable(Map.of(), "gap", Unit.of("m"), Believable.GAP)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void aListIsNoValue() {
    assertThat(values.scalar(keys("gap", new YamlNode.Sequence(List.of(), 2, 8)), "gap")).isNull();
    assertThat(problems)
        .singleElement()
        .extracting(InputProblem::found)
        .isEqualTo("found a list for gap");
  }

  @ParameterizedTest
  @CsvSource({
    "gapp, did you mean \"gap\"?",
    "capacitence, did you mean \"capacitance\"?",
    "5, write numbers with a decimal point: a comma ends a value"
  })
  void anUnknownKeyGetsAMend(String key, String mend) {
    values.unknown(new YamlNode.Scalar(key, 4, 1), KNOWN);
    assertThat(problems).singleElement().extracting(InputProblem::mend).isEqualTo(mend);
  }

  @Test
  void aKeyNearNoneGetsAll() {
    values.unknown(new YamlNode.Scalar("temperature", 4, 1), KNOWN);
    assertThat(problems)
        .singleElement()
        .extracting(InputProblem::mend)
        .isEqualTo("known are gap, capacitance, attenuation");
  }

  @Test
  void aMappingIsCopiedAndItsUnknownKeysNamed() {
    Map<String, YamlNode.Member> written = keys("gapp", scalar("1 nm"));
    Map<String, YamlNode.Member> found =
        values.mapping(new YamlNode.Mapping(written, 1, 1), "calibration", KNOWN);
    assertThat(found).isEqualTo(written).isNotSameAs(written);
    assertThat(problems).hasSize(1);
  }

  @Test
  void aScalarIsNoMapping() {
    assertThat(values.mapping(scalar("x"), "calibration", KNOWN)).isNull();
    assertThat(problems)
        .containsExactly(
            InputProblem.ofCharacter(
                "s.yaml",
                2,
                8,
                "found \"x\" for calibration",
                "keys with values are needed: gap, capacitance, attenuation"));
  }
}
