package tlsfit.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.report.Golden;
import tlsfit.report.Results;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.LeftOut;

/** What the page holds beside its pictures. */
class FitPageTest {
  @TempDir private Path folder;

  private static String page(Path result) {
    return FitPage.of(FitResultFile.read(result), setting -> "--" + setting);
  }

  /**
   * Ω_R0 = p F_AC/ħ: 5.0015 D · 3.33564e-30 · 2268 / 1.054572e-34 = 3.588e8; ξ = πΩ²/(2v0); 78 dB
   * of attenuation; n = C (F_AC d)²/(2hf) = 0.35e-12 · (2268 · 50e-9)² / (2 · 6.62607e-34 ·
   * 5.012e9) = 677.6.
   */
  @Test
  void theCalibrationIsDrawnAtTheLowestFrequencyWhereTheFitDeterminesIt() {
    assertThat(page(Path.of("fits/al-a.json")).replaceAll("<[^>]*>", " "))
        .contains("lowest frequency by the fit, al-a-power.csv")
        .containsPattern("−29.34 dBm +→ +−107.3 dBm at the device +→ +n 67[78]")
        .containsPattern(" +→ +F_AC 2268 V/m +→ +Ω_R0 3.58[78]e8 rad/s")
        .containsPattern("v₀ 1.265e16 rad/s² +→ +ξ 16 ");
    assertThat(page(Path.of("fits/control.json"))).doesNotContain("lowest frequency by the fit");
  }

  @Test
  void theScriptGetsWhatIsLeftOutWithItsReason() throws Exception {
    JsonMapper mapper = new JsonMapper();
    ObjectNode tree = (ObjectNode) mapper.readTree(Path.of("fits/al-a.json").toFile());
    ObjectNode reading = LeftOut.firstReading(tree);
    tree.withArray("excludedReadings").add(reading.put("reason", "power < -79 </script> dBm"));
    Path file = folder.resolve("al-a.json");
    Files.writeString(file, mapper.writeValueAsString(tree));

    assertThat(page(file))
        .contains("\"leftOut\":[{\"at\":\"al-a-power.csv:3\",\"reason\":\"power \\u003c -79")
        .doesNotContain("</script> dBm");
  }

  /**
   * In the order in which they are written, not in that of a hash, which differs from run to run.
   */
  @Test
  void tablesOfTheModelStandInOneOrder() throws Exception {
    assertThat(page(Path.of("fits/al-a.json")))
        .containsSubsequence("\"tables\":{\"unrelaxed\":", "\"weak\":", "\"strong\":");
  }

  /** The page without pictures, style, script and its data, which have tests of their own. */
  private static String words(FitResult result) {
    return FitPage.of(result, setting -> "--" + setting.name().toLowerCase(Locale.ROOT))
        .replaceAll("(?s)(<(script|style)[^>]*>).*?(</\\2>)", "$1$3")
        .replaceAll("(?s)<svg[^>]* aria-label=\"([^\"]*)\".*?</svg>", "[picture: $1]");
  }

  @Test
  void thePagesOfAGoodAndAnUndeterminedFitSayWhatIsKept() throws Exception {
    Golden.check("page-good.html", words(Results.diagnosed(Results.good("al-x", 4.99, 0.0215))));
    Golden.check("page-undetermined.html", words(Results.notDetermined()));
  }

  @Test
  void linksLeadToSectionsThatAreThere() {
    for (FitResult result :
        List.of(
            FitResultFile.read(Path.of("fits/al-a.json")),
            FitResultFile.read(Path.of("fits/control.json")),
            Results.good("al-x", 4.99, 0.0215),
            Results.notDetermined())) {
      String page = words(result);
      assertThat(Pattern.compile("href=\"#([^\"]*)\"").matcher(page).results())
          .isNotEmpty()
          .allMatch(link -> page.contains(" id=\"" + link.group(1) + "\""));
    }
  }
}
