package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of results: their index page, and their curves and profiles as tables. */
class ReportIndexTest {
  @TempDir private Path folder;

  @BeforeEach
  void copy() throws Exception {
    for (String sample : List.of("al-a", "al-b", "control")) {
      Files.copy(Path.of("fits/" + sample + ".json"), folder.resolve(sample + ".json"));
    }
    Files.writeString(folder.resolve("al-a.html"), "the page of al-a");
  }

  private String index() throws Exception {
    return Files.readString(folder.resolve("index.html"));
  }

  @Test
  void aFolderGetsAnIndexWithARowASample() throws Exception {
    Run run = Run.of("report", folder.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("p = 5.00 ± 0.04 (stat.)");
    String page = index();
    assertThat(page.split("<tr>", -1)).hasSize(5);
    // the values that fits/al-a.json and fits/al-b.json hold
    assertThat(page)
        .contains("VALID", "5.00 D", "0.04 D", "1.0 D", "3.01 ± 0.05 µs", "(0.996 ± 0.007) ×10⁻⁴")
        .contains("&gt; 112 µs", "NOT DETERMINED");
    // only al-a has a page
    assertThat(page).contains("href=\"al-a.html\"").doesNotContain("href=\"al-b.html\"");
  }

  @Test
  void itIsWrittenAgainButNotOverAFileOfAnotherOrigin() throws Exception {
    assertThat(Run.of("report", folder.toString()).status()).isZero();
    Files.writeString(folder.resolve("al-b.html"), "the page of al-b");
    assertThat(Run.of("report", folder.toString()).status()).isZero();
    assertThat(index()).contains("href=\"al-b.html\"");

    Files.writeString(folder.resolve("index.html"), "my own");
    Run run = Run.of("report", folder.toString());
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("stays as it is");
    assertThat(index()).isEqualTo("my own");
  }

  @Test
  void pagesOfSeveralComeWithAnIndex() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Run run = Run.of("report", folder.toString(), "--format", "html", "-o", out.toString());

    assertThat(run.status()).as(run.err()).isZero();
    for (String sample : List.of("al-a", "al-b", "control")) {
      assertThat(out.resolve(sample + ".html")).exists();
      assertThat(Files.readString(out.resolve("index.html")))
          .contains("href=\"" + sample + ".html\"");
    }
  }

  @Test
  void anIndexElsewhereLeadsToThePages() throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    Run run = Run.of("report", folder.toString(), "-o", site.resolve("all.html").toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(site.resolve("all.html"))).contains("href=\"../al-a.html\"");
  }

  @Test
  void curvesAndProfilesAreTables() {
    String[] curves =
        Run.of("report", "fits/al-a.json", "--format", "csv-curves").out().split("\n", -1);
    assertThat(curves[0]).startsWith("sample,file,quantity,unit,setting").endsWith(",L");
    assertThat(curves).hasSize(1 + 2 * 121 + 1);
    String[] profiles =
        Run.of("report", "fits/al-a.json", "--format", "csv-profiles").out().split("\n", -1);
    assertThat(profiles[0]).isEqualTo("sample,name,unit,value,delta_chi_square,parabola");
    assertThat(List.of(profiles)).anyMatch(line -> line.startsWith("al-a,relaxationTime,s,"));
    // each parameter has its least rise near 0
    for (String name : List.of("chi", "dipoleMoment", "relaxationTime", "referenceFrequency")) {
      double least =
          List.of(profiles).stream()
              .filter(line -> line.startsWith("al-a," + name + ","))
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[4]))
              .min()
              .orElseThrow();
      assertThat(least).as(name).isBetween(-1e-6, 0.2);
    }
  }
}
