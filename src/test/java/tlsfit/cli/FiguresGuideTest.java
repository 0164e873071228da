package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of figures: its commands print what it shows, and its pictures are what they draw. */
class FiguresGuideTest {
  private static final Path PAGE = Path.of("src/site/markdown/figures.md");
  private static final Path IMAGES = Path.of("src/site/markdown/images");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  @TempDir private Path folder;

  /** A command of the page with what is shown below it. */
  private record Shown(List<String> words, List<String> output) {
    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  private static List<Shown> all() throws IOException {
    List<Shown> all = new ArrayList<>();
    boolean inside = false;
    List<String> lines = Files.readAllLines(PAGE);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        StringBuilder command = new StringBuilder(line.substring(2));
        while (command.charAt(command.length() - 1) == '\\') {
          command.setLength(command.length() - 1);
          command.append(lines.get(++i).strip());
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
          words.add(matcher.group().replace("\"", ""));
        }
        all.add(new Shown(words, new ArrayList<>()));
      } else if (inside) {
        all.get(all.size() - 1).output().add(line);
      }
    }
    return all;
  }

  static Stream<Shown> printing() throws IOException {
    return all().stream()
        .filter(shown -> shown.words().get(0).equals("tlsfit") && !shown.words().contains("-o"));
  }

  /** Files that the page shows by cat are there for its other commands. */
  private String written(String name) throws IOException {
    for (Shown shown : all()) {
      if (shown.words().equals(List.of("cat", name))) {
        return Files.write(folder.resolve(name), shown.output()).toString();
      }
    }
    throw new AssertionError("the page does not show " + name);
  }

  @ParameterizedTest
  @MethodSource("printing")
  void commandsPrintWhatIsShown(Shown shown) throws IOException {
    List<String> options = new ArrayList<>(shown.words().subList(2, shown.words().size()));
    int at = options.indexOf("--at") + 1;
    if (at > 0) {
      options.set(at, written(options.get(at)));
    }

    CurveRun run = CurveRun.of(options.toArray(new String[0]));

    assertThat(run.status()).as(run.err()).isZero();
    List<String> printed = run.out().lines().toList();
    assertThat(printed).hasSameSizeAs(shown.output());
    assertThat(printed.get(0)).isEqualTo(shown.output().get(0));
    for (int i = 1; i < printed.size(); i++) {
      // to one in the last of five digits: another processor may round the last bit otherwise
      assertSameButFor(1e-4, true, shown.output().get(i), printed.get(i));
    }
  }

  @Test
  void thePageShowsEachFigureAndItsCommand() throws IOException {
    String page = Files.readString(PAGE);
    for (int figure = 2; figure <= 6; figure++) {
      assertThat(page)
          .contains("(images/figure-" + figure + ".svg)")
          .contains("$ tlsfit curve --figure " + figure + " -o figure-" + figure + ".svg");
    }
    assertThat(printing()).hasSizeGreaterThan(6);
  }

  /** Else run the commands of the page, and look at the new pictures before they are committed. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void thePicturesAreWhatTheCommandsDraw(int figure) throws IOException {
    String name = "figure-" + figure + ".svg";
    Path drawn = folder.resolve(name);

    CurveRun run = CurveRun.of("--figure", "" + figure, "-o", drawn.toString());

    assertThat(run.status()).as(run.err()).isZero();
    // to half a pixel, since another Java may measure letters a little otherwise
    assertSameButFor(0.5, false, Files.readString(IMAGES.resolve(name)), Files.readString(drawn));
  }

  /** Else run the command of README.md, and look at the new picture before it is committed. */
  @Test
  void theReadmeShowsThePictureThatItsCommandDraws() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .contains(
            "report fits/al-a.json --format svg -o al-a.svg",
            "(src/site/markdown/images/al-a.svg)");
    Path drawn = folder.resolve("al-a.svg");
    Run run = Run.of("report", "fits/al-a.json", "--format", "svg", "-o", drawn.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertSameButFor(
        0.5, false, Files.readString(IMAGES.resolve("al-a.svg")), Files.readString(drawn));
  }

  /** The same text but for its numbers, and these within a tolerance. */
  private static void assertSameButFor(
      double tolerance, boolean relative, String expected, String actual) {
    assertThat(NUMBER.matcher(actual).replaceAll("#"))
        .isEqualTo(NUMBER.matcher(expected).replaceAll("#"));
    Matcher wanted = NUMBER.matcher(expected);
    Matcher found = NUMBER.matcher(actual);
    while (wanted.find() && found.find()) {
      double value = Double.parseDouble(wanted.group());
      assertThat(Double.parseDouble(found.group()))
          .as(actual.length() < 200 ? actual : "a number of the picture")
          .isCloseTo(value, within(relative ? tolerance * Math.abs(value) : tolerance));
    }
  }
}
