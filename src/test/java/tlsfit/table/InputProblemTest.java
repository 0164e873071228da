package tlsfit.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputProblemTest {
  @Test
  void aFileAsAWhole() {
    assertThat(InputProblem.ofFile("a.csv", "found a folder", "name a file in it"))
        .hasToString("a.csv: found a folder; name a file in it");
  }

  @Test
  void aLine() {
    assertThat(InputProblem.ofLine("a.csv", 7, "found 2 fields", "write three"))
        .hasToString("a.csv:7: found 2 fields; write three");
  }

  @Test
  void aCharacterOfASampleFile() {
    assertThat(InputProblem.ofCharacter("a.yaml", 3, 8, "unknown key", "known are a, b"))
        .hasToString("a.yaml:3:8: unknown key; known are a, b");
  }

  @Test
  void aCellOfATableIsNamedByItsColumn() {
    assertThat(new InputProblem("a.csv", 17, 2, "frequency [Hz]", "found \"n/a\"", "mend it"))
        .hasToString("a.csv:17: column 2 \"frequency [Hz]\": found \"n/a\"; mend it");
  }

  @Test
  void aLongNameIsCut() {
    assertThat(new InputProblem("a.csv", 1, 1, "n".repeat(100), "x", "y").toString())
        .contains('"' + "n".repeat(60) + "…\"");
  }
}
