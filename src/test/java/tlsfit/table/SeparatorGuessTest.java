package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeparatorGuessTest {
  @Test
  void theSeparatorOfMostEvenLinesIsMeant() {
    // the semicolon fits the header and both rows, the comma only one row
    assertThat(SeparatorGuess.of("a;b,c\n1;2,5\n3;4\n")).isEqualTo(';');
    assertThat(SeparatorGuess.of("a\tb, c\n1\t2\n3\t4\n")).isEqualTo('\t');
  }

  @Test
  void ofEquallyGoodOnesTabsComeFirst() {
    assertThat(SeparatorGuess.of("a\tb;c,d\n1\t2;3,4\n")).isEqualTo('\t');
    assertThat(SeparatorGuess.of("a;b,c\n1;2,3\n")).isEqualTo(';');
  }

  @Test
  void aCommentAboveNumbersCountsAsTheHeader() {
    assertThat(SeparatorGuess.of("# a;b\n1;2\n")).isEqualTo(';');
    assertThat(SeparatorGuess.of("# a;b\n1,2\n")).as("of no line").isEqualTo(',');
  }

  @Test
  void elseBlanks() {
    assertThat(SeparatorGuess.of("a b\n1 2\n")).isEqualTo(RecordReader.BLANKS);
    assertThat(SeparatorGuess.of("")).isEqualTo(RecordReader.BLANKS);
    assertThat(SeparatorGuess.of("# only a, comment\n")).isEqualTo(RecordReader.BLANKS);
  }

  /** Three hundred lines tell enough: what comes later does not change the guess. */
  @Test
  void onlyTheFirstLinesAreLookedAt() {
    String head = "a,b\n" + "1,2\n".repeat(299);
    assertThat(SeparatorGuess.of(head + "1;2\n".repeat(1000))).isEqualTo(',');
  }
}
