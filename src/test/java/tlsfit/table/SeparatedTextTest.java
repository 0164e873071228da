package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written by the rules of RFC 4180 is read back, whatever the separator. */
class SeparatedTextTest {
  private static final String ALPHABET = "ab1.\"\n;,\t #µ-";

  private static String written(String field, char separator) {
    boolean plain =
        field.indexOf(separator) < 0
            && field.indexOf('"') < 0
            && field.indexOf('\n') < 0
            && !field.startsWith("#");
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static String field(SplittableRandom random) {
    return random
        .ints(random.nextInt(1, 8), 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining())
        .strip();
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t'})
  void recordsAreReadBack(char separator) {
    SplittableRandom random = new SplittableRandom(separator);
    for (int i = 0; i < 200; i++) {
      List<List<String>> records = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < 5; row++) {
        List<String> fields = new ArrayList<>(List.of("x")); // no blank line, no comment
        for (int column = 0; column < 4; column++) {
          fields.add(field(random));
        }
        records.add(fields);
        text.append(
            fields.stream()
                .map(field -> written(field, separator))
                .collect(Collectors.joining(String.valueOf(separator), "", "\r\n")));
      }
      RecordReader reader = new RecordReader(text.toString(), separator);
      for (List<String> expected : records) {
        assertThat(reader.next()).isTrue();
        assertThat(reader.record()).isEqualTo(expected);
      }
      assertThat(reader.next()).isFalse();
      assertThat(reader.hasUnclosedQuote()).isFalse();
    }
  }

  /** Any text at all is read to its end, and lines are counted up only. */
  @Test
  void noTextHangsTheReader() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 2000; i++) {
      String text =
          random
              .ints(random.nextInt(0, 60), 0, ALPHABET.length())
              .mapToObj(c -> String.valueOf(ALPHABET.charAt(c)))
              .collect(Collectors.joining());
      RecordReader reader = new RecordReader(text, ",;\t ".charAt(i % 4));
      int line = 0;
      int records = 0;
      while (reader.next()) {
        assertThat(reader.line()).isGreaterThan(line);
        line = reader.line();
        records++;
        assertThat(reader.record()).isNotEmpty();
      }
      assertThat(records)
          .isLessThanOrEqualTo(1 + (int) text.chars().filter(c -> c == '\n').count());
    }
  }

  /** A table of numbers is the same table whatever separates it, and whatever ends its lines. */
  @Test
  void oneTableInManyForms() throws Exception {
    List<RawTable.Row> expected =
        List.of(
            new RawTable.Row(2, List.of("-100", "5.1e9")),
            new RawTable.Row(3, List.of("-90", "5.2e9")));
    for (String separator : List.of(",", ";", "\t", "  ", " , ", " ;")) {
      for (String end : List.of("\n", "\r\n", "\r")) {
        String text =
            String.join(
                    end,
                    "power [dBm],frequency [Hz]".replace(",", separator),
                    "-100" + separator + "5.1e9",
                    "-90" + separator + "5.2e9")
                + end;
        RawTable table = RawTable.of(text);
        assertThat(table.header()).containsExactly("power [dBm]", "frequency [Hz]");
        assertThat(table.rows()).isEqualTo(expected);
        assertThat(table.units()).isEmpty();
      }
    }
  }

  @Test
  void wordsInMessagesAreOnOneLineAndCut() {
    assertThat(Texts.quoted(" a\n\tb\u0007 c ")).isEqualTo("\"a b c\"");
    assertThat(Texts.quoted("x".repeat(60))).hasSize(62);
    assertThat(Texts.quoted("x".repeat(61))).isEqualTo('"' + "x".repeat(60) + "…\"");
    assertThat(Texts.quoted("")).isEqualTo("\"\"");
  }

  @Test
  void unitsLoseTheirBracketsInPairsOnly() {
    assertThat(Texts.bare(" [V/m] ")).isEqualTo("V/m");
    assertThat(Texts.bare("(GHz)")).isEqualTo("GHz");
    assertThat(Texts.bare("V/(m s)")).isEqualTo("V/(m s)");
    assertThat(Texts.bare("[V")).isEqualTo("[V");
    assertThat(Texts.bare("[V)")).isEqualTo("[V)");
    assertThat(Texts.bare("")).isEmpty();
  }

  /** Levenshtein's distance is a metric: a word is nearest to itself, however it is written. */
  @Test
  void aKnownWordIsNearestToItself() {
    List<String> known = List.of("loaded_q", "coupling_q", "capacitance", "attenuation", "gap");
    for (String word : known) {
      assertThat(Texts.nearest(word, known)).contains(word);
      assertThat(Texts.nearest(" " + word.replace('_', '-').toUpperCase(Locale.ROOT), known))
          .contains(word);
      assertThat(Texts.nearest(word.substring(1), known)).contains(word);
      assertThat(Texts.nearest(word + "x", known)).contains(word);
    }
    assertThat(Texts.nearest("temperature", known)).isEmpty();
    assertThat(Texts.nearest("gap", List.of())).isEmpty();
  }
}
