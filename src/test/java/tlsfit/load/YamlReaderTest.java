package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.table.InputProblem;

class YamlReaderTest {
  private final List<InputProblem> problems = new ArrayList<>();

  private YamlNode read(String text) {
    return new YamlReader("s.yaml", problems).read(text).orElseThrow();
  }

  private Map<String, YamlNode.Member> mapping(String text) {
    return ((YamlNode.Mapping) read(text)).members();
  }

  private static YamlNode.Member member(Map<String, YamlNode.Member> members, String key) {
    return Objects.requireNonNull(members.get(key));
  }

  /** Lines and characters are counted from 1, as editors do. */
  @Test
  void everyNodeKnowsItsPlace() {
    Map<String, YamlNode.Member> members = mapping("sample: al-a\ntables:\n  - a.csv\n");
    assertThat(member(members, "sample").key()).isEqualTo(new YamlNode.Scalar("sample", 1, 1));
    assertThat(member(members, "sample").value()).isEqualTo(new YamlNode.Scalar("al-a", 1, 9));
    YamlNode.Sequence tables = (YamlNode.Sequence) member(members, "tables").value();
    assertThat(tables.items()).containsExactly(new YamlNode.Scalar("a.csv", 3, 5));
    assertThat(problems).isEmpty();
  }

  @Test
  void keysKeepTheOrderOfTheFile() {
    assertThat(mapping("{z: 1, a: 2, m: 3}")).containsOnlyKeys("z", "a", "m");
    assertThat(List.copyOf(mapping("{z: 1, a: 2, m: 3}").keySet())).containsExactly("z", "a", "m");
  }

  /** YAML would make true, numbers and dates of these; units need them as they are written. */
  @ParameterizedTest
  @ValueSource(strings = {"on", "1e3", "0x10", "2026-01-02", "5.00", "3 us", "-40 dBm"})
  void scalarsStayText(String written) {
    assertThat(member(mapping("key: " + written), "key").value())
        .isEqualTo(new YamlNode.Scalar(written, 1, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"key:", "key: ", "key: null", "key: ~"})
  void nothingIsEmptyText(String text) {
    assertThat(member(mapping(text), "key").value().kind()).isEqualTo("nothing");
  }

  @Test
  void kindsAreNamed() {
    assertThat(mapping("a: [1]\nb: {c: 1}\nd: x").values())
        .extracting(member -> member.value().kind())
        .containsExactly("a list", "keys with values", "\"x\"");
  }

  @Test
  void aKeyThatStandsTwiceKeepsTheFirst() {
    assertThat(member(mapping("a: 1\nb: 2\na: 3\n"), "a").value())
        .isEqualTo(new YamlNode.Scalar("1", 1, 4));
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.mend()).contains("line 1");
            });
  }

  @Test
  void aliasesAndSecondDocumentsAreRefused() {
    read("a: &x 1\nb: *x\n");
    assertThat(problems).singleElement().extracting(InputProblem::line).isEqualTo(2);
    problems.clear();
    read("a: 1\n---\nb: 2\n");
    assertThat(problems)
        .singleElement()
        .extracting(InputProblem::found)
        .asString()
        .contains("second document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a comment\n", "\n\n"})
  void anEmptyFileIsSaidToBeEmpty(String text) {
    assertThat(new YamlReader("s.yaml", problems).read(text)).isEmpty();
    assertThat(problems)
        .singleElement()
        .extracting(InputProblem::found)
        .isEqualTo("the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [1, 2", "a: \"open", "a: 1\n b: 2\n", "\ta: 1"})
  void whatIsNoYamlHasOneProblem(String text) {
    assertThat(new YamlReader("s.yaml", problems).read(text)).isEmpty();
    assertThat(problems)
        .singleElement()
        .extracting(InputProblem::found)
        .asString()
        .startsWith("this is no YAML: ")
        .doesNotContain("\n");
  }
}
