package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told who asks for help, or writes something that is no command line. */
class CommandHelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"fit", "check", "init", "report", "compare", "simulate", "curve", "explain"})
  void everyCommandHasGroupsAndTwoExamples(String command) {
    List<String> lines = Run.of(command, "--help").out().lines().toList();
    assertThat(lines).contains("Output", "General", "Examples");
    assertThat(lines.subList(lines.indexOf("Examples") + 1, lines.size()))
        .hasSize(2)
        .allMatch(line -> line.startsWith("  tlsfit " + command));
  }

  @Test
  void theOptionsOfAFitStandInGroups() {
    assertThat(Run.of("fit", "--help").out().lines().filter(line -> line.matches("[A-Z][a-z ]+")))
        .containsExactly(
            "Model",
            "Data and noise",
            "Intervals",
            "What is known",
            "Output",
            "General",
            "Examples");
  }

  /** A summary that ends in the middle of a sentence would say nothing. */
  @Test
  void theListOfCommandsHasWholeSentences() {
    List<String> lines = Run.of("--help").out().lines().toList();
    List<String> commands =
        lines.subList(lines.indexOf("Commands:") + 1, lines.size()).stream()
            .takeWhile(line -> !line.isEmpty())
            .toList();
    assertThat(String.join("\n", commands).split("\n(?=  [a-z])"))
        .allMatch(one -> one.endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fti x.yaml | error: there is no command fti; did you mean tlsfit fit?",
        "version | error: there is no command version; did you mean tlsfit --version?",
        "comparison x | error: there is no command comparison; did you mean tlsfit compare?",
        "fit --model lx x.yaml | expected log or lz, but found lx",
        "report fits/al-a.json --format docx | error: --format: expected text, markdown, latex",
      })
  void aWrongCommandLineGetsOneLineAndTheWayToHelp(String line, String message) {
    Run run = Run.of(line.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message).contains("--help' for more information.");
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fit fits/al-a.json | found a result of tlsfit fit, not a sample; tlsfit report",
        "fit fits | fits: found a folder",
        "compare sample-data/al-a.yaml | found a sample or a table, not a result; fit it",
        "compare fits | fits: found a folder; name the results in it",
      })
  void whatWasGivenInsteadIsSaid(String line, String message) {
    Run run = Run.of(line.split(" "));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void shellsCanCompleteTheCommands() {
    assertThat(Run.of("generate-completion").out()).contains("_complete_tlsfit", "--no-report");
  }
}
