package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages quote names and values of others, which may be of any length and hold line ends. */
class MessageTest {
  @Test
  void aNameCannotForgeAMessage() {
    for (List<String> line :
        List.of(
            List.of("check", "a\nerror: forged"),
            List.of("report", "a\nerror: forged"),
            List.of("fit", "x.yaml", "--seed", "1\nerror: forged"),
            List.of("check", "x.yaml", "--log-file", "no/a\nerror: forged"))) {
      Run run = Run.of(line.toArray(String[]::new));
      assertThat(run.status()).isIn(2, 3);
      assertThat(run.err()).contains("forged").doesNotContain("\nerror: forged");
    }
  }

  @Test
  void aValueOfAMegabyteIsQuotedInPart() {
    String megabyte = "7".repeat(1 << 20);
    for (List<String> line :
        List.of(
            List.of(megabyte),
            List.of("check", megabyte),
            List.of("explain", megabyte),
            List.of("fit", "x.yaml", "--seed", megabyte),
            List.of("fit", "x.yaml", "--fix", megabyte),
            List.of("simulate", "--sample", "x", "--table", megabyte))) {
      Run run = Run.of(line.toArray(String[]::new));
      assertThat(run.status()).as(line.get(0)).isIn(2, 3);
      assertThat(run.err()).as(line.get(0)).hasSizeLessThan(10_000).startsWith("error: ");
    }
  }

  /** As of a variable of the shell that was never set. */
  @Test
  void anEmptyNameIsNotTheCurrentFolder() {
    for (List<String> line :
        List.of(
            List.of("report", ""),
            List.of("check", ""),
            List.of("fit", "x.yaml", "-o", ""),
            List.of("fit", "x.yaml", "--log-file", ""))) {
      Run run = Run.of(line.toArray(String[]::new));
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("name of a file is needed");
    }
  }

  @Test
  void theEndOfALongMessageIsTold() {
    assertThat(Message.of("a".repeat(5000) + "; mend it"))
        .startsWith("aaa")
        .contains("(2009 characters more)")
        .endsWith("; mend it");
    assertThat(Message.of("short")).isEqualTo("short");
  }
}
