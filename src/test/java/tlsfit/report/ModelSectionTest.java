package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;

class ModelSectionTest {
  /** χ² of 96 readings and 4 parameters by each model, as the result has it, over 92. */
  @Test
  void saysWhatEachModelGivesAndHowWellItFits() throws Exception {
    FitResult result = FitResultFile.read(Path.of("fits/al-a.json"));
    String text =
        TextRenderer.of(80).render(new Document("al-a", new ModelSection(result).blocks()));
    assertThat(text)
        .contains("model log  5.00 ± 0.04 D  χ²/ν 1.04, this fit")
        .contains("model lz   9.10 ± 0.08 D  χ²/ν 4.00, rejected by the readings (ΔAICc +273)");
  }
}
