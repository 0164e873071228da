package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final List<String> KNOWN =
      List.of("ac_field", "bias_rate", "power", "frequency", "frequency_shift");

  // distance at most a third of the length of the text, rounded down, at least 1 and at most 3
  @ParameterizedTest
  @CsvSource({
    "powr, power",
    "pwoer, ",
    "Power, power",
    "poewr_, ",
    "acfield, ac_field",
    "AC-Field, ac_field",
    "frequenzy, frequency",
    "frequencyshift, frequency_shift",
    "bias, ",
    "bais_rate, bias_rate",
    "x, "
  })
  void nearestWord(String text, @Nullable String nearest) {
    assertThat(Texts.nearest(text, KNOWN)).isEqualTo(Optional.ofNullable(nearest));
  }

  @Test
  void ofTwoEquallyNearTheFirstIsMeant() {
    assertThat(Texts.nearest("bat", List.of("cat", "hat"))).hasValue("cat");
    assertThat(Texts.nearest("hat", List.of("cat", "hat"))).hasValue("hat");
  }

  @Test
  void normalisedNames() {
    assertThat(Texts.normalised("  AC - Field ")).isEqualTo("ac_field");
    assertThat(Texts.normalised("ac__field")).isEqualTo("ac_field");
    assertThat(Texts.normalised("F_İ")).isEqualTo("f_i̇");
  }

  @Test
  void quotedTextIsOneShortLine() {
    assertThat(Texts.quoted(" a\n\tb ")).isEqualTo("\"a b\"");
    assertThat(Texts.quoted("x".repeat(60))).isEqualTo('"' + "x".repeat(60) + '"');
    assertThat(Texts.quoted("x".repeat(61))).isEqualTo('"' + "x".repeat(60) + "…\"");
    assertThat(Texts.quoted("a\u0007b")).isEqualTo("\"a b\"");
  }

  @Test
  void unitsWithoutBrackets() {
    assertThat(Texts.bare(" [V/m] ")).isEqualTo("V/m");
    assertThat(Texts.bare("(GHz)")).isEqualTo("GHz");
    assertThat(Texts.bare("GHz")).isEqualTo("GHz");
    assertThat(Texts.bare("[GHz)")).isEqualTo("[GHz)");
  }

  /** kitten and sitting are the usual example: two letters changed, one added. */
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "sitting, kitten, 3",
    "'', abc, 3",
    "abc, '', 3",
    "flaw, lawn, 2",
    "same, same, 0"
  })
  void countsChangedLetters(String from, String to, int distance) {
    assertThat(Texts.distance(from, to)).isEqualTo(distance);
  }
}
