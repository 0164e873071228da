package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.setup.FitSetup;
import tlsfit.setup.IntervalSetup;
import tlsfit.setup.SigmaUse;

class SettingTest {
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\.(\\w+)\\((.+)\\)");

  /** A method that was renamed would send people astray. */
  @ParameterizedTest
  @EnumSource
  void namesAMethodThatThereIs(Setting setting) {
    Matcher method = METHOD.matcher(setting.api());
    assertThat(method.matches()).isTrue();
    Class<?> type =
        List.of(FitSetup.class, IntervalSetup.class).stream()
            .filter(one -> one.getSimpleName().equals(method.group(1)))
            .findFirst()
            .orElseThrow();
    assertThat(type.getMethods())
        .filteredOn(one -> one.getName().equals(method.group(2)))
        .anySatisfy(
            one -> {
              assertThat(one.getReturnType()).isEqualTo(type);
              List<String> arguments = Arrays.asList(method.group(3).split(", ", -1));
              assertThat(one.getParameterTypes()).hasSameSizeAs(arguments);
              for (int i = 0; i < arguments.size(); i++) {
                assertThat(accepts(one.getParameterTypes()[i], arguments.get(i))).isTrue();
              }
            });
  }

  /** Whether an argument is the type itself, a constant of it, or a literal. */
  private static boolean accepts(Class<?> type, String argument) {
    if (type.getSimpleName().equals(argument)) {
      return true;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .anyMatch(one -> argument.equals(type.getSimpleName() + "." + ((Enum<?>) one).name()));
    }
    return type == boolean.class && (argument.equals("false") || argument.equals("true"));
  }

  @Test
  void wordsAreDifferentAndStandWithinASentence() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::words))
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).matches("[a-z][a-z -]+"));
  }

  @Test
  void settingsOfParametersByTheirKeys() {
    assertThat(Setting.ofParameter("fix")).isEqualTo(Setting.FIX);
    assertThat(Setting.ofParameter("bound")).isEqualTo(Setting.BOUND);
    assertThat(Setting.ofParameter("prior")).isEqualTo(Setting.PRIOR);
    assertThatThrownBy(() -> Setting.ofParameter("sigma"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A use of σ that is added must have its words. */
  @ParameterizedTest
  @EnumSource
  void everyUseOfSigmaHasASetting(SigmaUse use) {
    assertThat(Setting.ofSigma(use.key()).api())
        .isEqualTo("FitSetup.withSigma(SigmaUse." + use.name() + ")");
  }

  @Test
  void anUnknownUseOfSigmaIsRefused() {
    assertThatThrownBy(() -> Setting.ofSigma("some")).isInstanceOf(IllegalArgumentException.class);
  }
}
