package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void remediesFollowTheText() {
    Explanation two = Explanation.of("the σ are wrong", Remedy.CHECK_SIGMA, Remedy.WEIGH_ALL_ALIKE);
    assertThat(two.text()).isEqualTo("The σ are wrong.");
    assertThat(two.sentence(setting -> "here"))
        .isEqualTo(
            "The σ are wrong. Check how the σ were obtained or weigh all readings alike"
                + " (here).");
    assertThat(two.sentence(Setting::api))
        .endsWith("weigh all readings alike (FitSetup.withSigma(SigmaUse.NONE)).");
    assertThat(two.sentence(setting -> "")).isEqualTo(two.sentence());
    assertThat(two.sentence()).endsWith(" or weigh all readings alike.");
  }

  @Test
  void threeRemediesHaveCommas() {
    assertThat(
            Explanation.of("it is so", Remedy.COOL, Remedy.LEAVE_OUT, Remedy.LARGER_BUDGET)
                .sentence())
        .isEqualTo(
            "It is so. Measure at a lower temperature, leave these readings out, or allow more"
                + " evaluations of the model.");
  }

  @Test
  void withoutRemediesTheTextIsAll() {
    assertThat(Explanation.of("χ is small").sentence()).isEqualTo("χ is small.");
  }

  @Test
  void remediesAreCopied() {
    List<Remedy> list = new ArrayList<>(List.of(Remedy.COOL));
    Explanation explanation = new Explanation("It is warm.", list);
    list.clear();
    assertThat(explanation.remedies()).containsExactly(Remedy.COOL);
  }
}
