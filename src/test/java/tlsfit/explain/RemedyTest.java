package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;

class RemedyTest {
  @ParameterizedTest
  @EnumSource(Remedy.class)
  void isAnImperativeThatFitsIntoASentence(Remedy remedy) {
    assertThat(remedy.words()).matches("[a-z][^.;,()]*[^ ]").contains(" ").doesNotContain("--");
  }

  /** Two remedies by one setting would be two names of one thing. */
  @Test
  void settingsAreDifferent() {
    assertThat(Arrays.stream(Remedy.values()).flatMap(remedy -> remedy.setting().stream()))
        .hasSize(17)
        .doesNotHaveDuplicates();
  }

  @Test
  void wordsAreDifferent() {
    assertThat(Arrays.stream(Remedy.values()).map(Remedy::words)).doesNotHaveDuplicates();
  }

  /** A remedy that no finding names would never be read. */
  @ParameterizedTest
  @EnumSource(value = Remedy.class)
  void isNamedByAFinding(Remedy remedy) {
    List<Remedy> named =
        Arrays.stream(FindingCode.values())
            .flatMap(
                code ->
                    Arrays.stream(Finding.Kind.values()).map(kind -> Finding.of(code, kind, false)))
            .flatMap(
                finding ->
                    List.of(
                        finding,
                        finding.about("small"),
                        finding.about("rising-side"),
                        finding.about("far-side"),
                        finding.withValue(3).withLimit(5))
                        .stream())
            .flatMap(finding -> Explain.finding(finding).remedies().stream())
            .toList();
    assertThat(named).contains(remedy);
  }
}
