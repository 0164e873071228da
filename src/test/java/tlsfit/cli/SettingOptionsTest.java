package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tlsfit.explain.Setting;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** Sentences of the command line name options that there are. */
class SettingOptionsTest {
  private static final CommandSpec FIT = new CommandLine(new FitCommand()).getCommandSpec();
  private static final Set<String> OPTIONS =
      FIT.options().stream()
          .map(OptionSpec::names)
          .flatMap(Arrays::stream)
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void everySettingIsAnOptionOfFit(Setting setting) {
    assertThat(OPTIONS).contains(SettingOptions.option(setting).split(" ", -1)[0]);
  }

  /** A value in lower case is meant as it stands, one in capitals is to be chosen. */
  @ParameterizedTest
  @EnumSource
  void itsValueIsOneOfTheOption(Setting setting) {
    String[] parts = SettingOptions.option(setting).split(" ", -1);
    if (parts.length > 1) {
      OptionSpec option = FIT.findOption(parts[0]);
      assertThat(option.paramLabel().split("[|]", -1)).contains(parts[1]);
    }
  }

  @Test
  void optionsAreDifferent() {
    assertThat(Arrays.stream(Setting.values()).map(SettingOptions::option)).doesNotHaveDuplicates();
  }

  @Test
  void refusalsNameTheOptionThatMendsThem() {
    assertThat(
            SettingOptions.text(
                Refusal.of(RefusalCode.TABLES_WITHOUT_SIGMA, "b.csv").with("others", 1)))
        .isEqualTo(
            "no sigma in b.csv, but in other tables: add a column frequency_sigma [Hz], or sigma:"
                + " 2 kHz in the sample file, or weigh all readings alike with --sigma none, or"
                + " those of each table with --sigma per-table");
    assertThat(
            SettingOptions.text(
                Refusal.of(RefusalCode.TOO_FEW_READINGS).with("readings", 2).with("parameters", 3)))
        .endsWith("or fix a parameter (--fix)");
  }

  @Test
  void severalRefusalsAreOneMessage() {
    Refusal chi = Refusal.of(RefusalCode.NOT_POSITIVE, "chi");
    assertThat(
            SettingOptions.text(List.of(chi, chi, Refusal.of(RefusalCode.FIXED_WITH_PRIOR, "chi"))))
        .isEqualTo("chi must be above zero; --fix and --prior exclude each other for chi");
  }
}
