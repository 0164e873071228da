package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlsfit.page.FitPage;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;

/**
 * The page on notebooks, and the lines of Python in the page of a fit, run where Python with pandas
 * and matplotlib is installed.
 */
class NotebookTest {
  private static final Pattern BLOCK = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private record Output(int status, String text) {}

  private Output python(String program, String code) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path script = Files.writeString(folder.resolve("page.py"), code);
    Process process =
        new ProcessBuilder(program, script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroy();
      return new Output(-1, "too slow");
    }
    return new Output(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private boolean hasLibraries(String program) throws InterruptedException {
    try {
      return python(program, "import pandas, matplotlib\n").status() == 0;
    } catch (IOException e) {
      return false; // no such program
    }
  }

  private String python() throws InterruptedException {
    String found = "";
    for (String program : List.of("python3", "/usr/bin/python3", "python")) {
      found = found.isEmpty() && hasLibraries(program) ? program : found;
    }
    assumeTrue(!found.isEmpty(), "no Python with pandas and matplotlib");
    return found;
  }

  /** Two sweeps, each with its readings, its curve and its band. */
  @Test
  void theLinesOfAPageDrawItsSweeps() throws IOException, InterruptedException {
    String program = python();
    Files.copy(Path.of("fits/al-a.json"), folder.resolve("al-a.json"));
    FitResult result = FitResultFile.read(Path.of("fits/al-a.json"));
    Matcher snippet =
        Pattern.compile("<pre id=\"snippet\"[^>]*>(.*?)</pre>", Pattern.DOTALL)
            .matcher(FitPage.of(result, setting -> ""));
    assertThat(snippet.find()).isTrue();
    String lines =
        snippet
            .group(1)
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");

    Output output =
        python(
            program,
            "import matplotlib\nmatplotlib.use('Agg')\n"
                + lines
                + "for n in plt.get_fignums():\n"
                + "    a = plt.figure(n).axes[0]\n"
                + "    print(a.get_xlabel(), [len(c.get_xdata()) for c in a.lines],"
                + " len(a.collections))\n");

    assertThat(output.status()).as(output.text()).isZero();
    List<Integer> readings =
        result.curves().stream().map(curve -> curve.readings().size()).toList();
    assertThat(output.text().lines())
        .contains(
            "power (W) [" + readings.get(0) + ", 121] 2",
            "bias-rate (V/s) [" + readings.get(1) + ", 121] 2");
  }

  @Test
  void thePageRunsAndDrawsItsPicture() throws IOException, InterruptedException {
    String found = python();
    Path fits = Files.createDirectory(folder.resolve("fits"));
    for (String name : List.of("al-a.json", "al-b.json", "al-c.json", "control.json")) {
      Files.copy(Path.of("fits").resolve(name), fits.resolve(name));
    }
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("src/site/markdown/notebook.md")));
    String page = blocks.results().map(block -> block.group(1)).collect(Collectors.joining("\n"));

    Output output = python(found, page);

    assertThat(output.status()).as(output.text()).isZero();
    // fits/al-a.json: 1.6677e-29 C m; sample-data/al-a.yaml was made with 5 D
    assertThat(output.text()).contains("valid: True", "p = 5.000 D");
    assertThat(Files.size(folder.resolve("al-a.png"))).isGreaterThan(10_000);
  }
}
