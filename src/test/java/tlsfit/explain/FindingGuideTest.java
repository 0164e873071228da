package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.result.FindingCode;

class FindingGuideTest {
  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeHasAGuide(FindingCode code) {
    FindingGuide guide = FindingGuide.of(code);
    assertThat(guide.code()).isEqualTo(code);
    assertThat(guide.title()).hasSizeBetween(10, 60).doesNotContain("--");
    assertThat(guide.meaning() + "\n" + guide.reason() + "\n" + guide.advice())
        .matches("(\\p{L}[^\n]{20,}\\.\n?){3}")
        .doesNotContain("--", "  ");
  }

  /** Findings that a guide refers to exist. */
  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void namesInCamelCaseAreCodes(FindingCode code) {
    FindingGuide guide = FindingGuide.of(code);
    Pattern.compile("\\b[a-z]+[A-Z][a-zA-Z]+")
        .matcher(guide.meaning() + guide.reason() + guide.advice())
        .results()
        .forEach(name -> assertThat(FindingCode.find(name.group())).isPresent());
  }

  @Test
  void settingsAreThoseOfItsRemedies() {
    assertThat(FindingGuide.of(FindingCode.CHI_SQUARE).settings())
        .containsExactlyInAnyOrder(Remedy.OTHER_MODEL, Remedy.DISTRIBUTION);
    assertThat(FindingGuide.of(FindingCode.WALD_AGAINST_PROFILE).settings())
        .containsExactly(Remedy.PROFILE_INTERVALS);
    assertThat(FindingGuide.of(FindingCode.WARM).settings()).isEmpty();
  }

  @Test
  void linesOfAParagraphAreJoined() {
    Map<FindingCode, FindingGuide> guides =
        FindingGuide.parse("# a comment\n\n[runs] Runs?\nOne\ntwo.\n\nThree.\n\nFour.\n");
    assertThat(guides)
        .containsOnly(
            Map.entry(
                FindingCode.RUNS,
                new FindingGuide(FindingCode.RUNS, "Runs?", "One two.", "Three.", "Four.")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[nonsense] Title\nOne.\n\nTwo.\n\nThree.",
        "[runs]\nOne.\n\nTwo.\n\nThree.",
        "[runs] Title",
        "[runs] Title\nOne.\n\nTwo.",
        "[runs] Title\nOne.\n\nTwo.\n\nThree.\n\nFour.",
        "[runs] Title\nA.\n\nB.\n\nC.\n\n[runs] Title\nA.\n\nB.\n\nC."
      })
  void aWrongSectionIsRefused(String text) {
    assertThatThrownBy(() -> FindingGuide.parse(text)).isInstanceOf(IllegalStateException.class);
  }
}
