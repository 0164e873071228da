package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tlsfit.compare.CompareOptions;
import tlsfit.compare.Comparison;
import tlsfit.compare.Quantity;
import tlsfit.compare.Reference;
import tlsfit.result.FitResult;
import tlsfit.units.Constants;

/** What fits look like, good ones and bad; each text has been read before it was kept. */
class TextReportTest {
  private static String report(FitResult result) {
    return TextReport.of(result, setting -> "<" + setting + ">");
  }

  @Test
  void goodFit() throws IOException {
    Golden.check("good.txt", report(Results.diagnosed(Results.good("al-a", 4.99, 0.0215))));
  }

  @Test
  void notDetermined() throws IOException {
    String text = report(Results.notDetermined());
    assertThat(text).startsWith("control: NOT DETERMINED");
    assertThat(text.lines().filter(line -> line.startsWith("  dipole moment")).toList())
        .singleElement()
        .asString()
        .contains("not determined", "no limit")
        .doesNotContainPattern("[0-9]");
    assertThat(text).doesNotContain("Eq. 10");
    Golden.check("not-determined.txt", text);
  }

  @Test
  void openUpperLimit() throws IOException {
    Golden.check("open-limit.txt", report(Results.openLimit()));
  }

  @Test
  void fixedParameter() throws IOException {
    Golden.check("fixed.txt", report(Results.fixed()));
  }

  @Test
  void bootstrapAndOpenRegion() throws IOException {
    Golden.check("bootstrap.txt", report(Results.bootstrapped()));
  }

  @Test
  void comparison() throws IOException {
    FitResult a = Results.good("al-a", 5, 0.02);
    FitResult b = Results.good("al-b", 5.5, 0.03);
    FitResult other = Results.withModel(Results.good("al-z", 19, 0.02), "lz");
    List<FitResult> results =
        List.of(a, b, other, Results.openLimit(), Results.fixed(), Results.notDetermined());
    Reference book =
        new Reference(
            "book", Quantity.DIPOLE_MOMENT, 4 * Constants.DEBYE, 4.5 * Constants.DEBYE, 0);
    CompareOptions options = CompareOptions.DEFAULT.withReferences(List.of(book));
    Golden.check("comparison.txt", CompareReport.of(Comparison.of(results, options)));
  }
}
