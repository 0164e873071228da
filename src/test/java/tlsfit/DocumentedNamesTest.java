package tlsfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages, classes and tests that the pages name are where the pages say. */
class DocumentedNamesTest {
  private static final Path PAGES = Path.of("src/site/markdown");
  private static final Path MAIN = Path.of("src/main/java/tlsfit");

  /** A class with its package, {@code fit.Fitter} or {@code fit/Fitter}. */
  private static final Pattern PLACED = Pattern.compile("`(?:tlsfit\\.)?([a-z]+)[./]([A-Z]\\w+)");

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\b");
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z]+)` \\|.*");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      List<Path> pages =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
      pages.add(Path.of("README.md"));
      return pages.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void classesAreInTheirPackages(Path page) throws IOException {
    Matcher placed = PLACED.matcher(Files.readString(page));
    while (placed.find()) {
      if (Files.isDirectory(MAIN.resolve(placed.group(1)))) {
        String file = placed.group(1) + "/" + placed.group(2) + ".java";
        assertThat(
                Files.exists(MAIN.resolve(file))
                    || Files.exists(Path.of("src/test/java/tlsfit").resolve(file)))
            .as("%s, which %s names", file, page)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void testsExist(Path page) throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.java$", ""))
              .collect(Collectors.toSet());
    }
    Matcher named = TEST.matcher(Files.readString(page));
    while (named.find()) {
      // A test named in the text may also be a class of the program, such as RunsTest.
      assertThat(tests.contains(named.group(1)) || isOfTheProgram(named.group(1)))
          .as("%s, which %s names", named.group(1), page)
          .isTrue();
    }
  }

  private static boolean isOfTheProgram(String name) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.anyMatch(file -> file.endsWith(name + ".java"));
    }
  }

  @Test
  void everyPackageHasARow() throws IOException {
    Set<String> rows = new TreeSet<>();
    for (String line : Files.readAllLines(PAGES.resolve("architecture.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && Files.isDirectory(MAIN.resolve(row.group(1)))) {
        rows.add(row.group(1));
      }
    }
    try (Stream<Path> rooms = Files.list(MAIN)) {
      assertThat(rows)
          .isEqualTo(
              rooms
                  .filter(Files::isDirectory)
                  .map(room -> String.valueOf(room.getFileName()))
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }
}
