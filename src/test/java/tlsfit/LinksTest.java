package tlsfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The links of the documentation lead somewhere, both as files on a code host and on the site that
 * Maven builds of them. The site makes .html of .md in links, and of the folder src/site/markdown
 * its own root; a code host names headings by their words in lower case with hyphens, the site does
 * not: so the targets have anchors of their own.
 */
class LinksTest {
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?)\\s*$");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> files = Files.list(SITE)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    for (String link : links(page)) {
      String[] parts = link.split("#", 2);
      Path target =
          parts[0].isEmpty()
              ? page.toAbsolutePath()
              : page.toAbsolutePath().resolveSibling(parts[0]).normalize();
      assertThat(target).as(link).exists();
      if (page.startsWith(SITE)) {
        assertThat(target).as("outside the site: " + link).startsWith(SITE.toAbsolutePath());
      }
      if (parts.length == 2) {
        assertThat(anchors(target)).as(link).contains(parts[1]);
      }
    }
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page).replaceAll("(?s)```.*?```", ""))
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  /** The headings that have an anchor of their own with the name that a code host gives them. */
  private static List<String> anchors(Path page) throws IOException {
    String text = Files.readString(page);
    return HEADING
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(heading -> heading.replaceFirst("^#+ +", "").strip())
        .map(LinksTest::slug)
        .filter(slug -> text.contains("<a id=\"" + slug + "\"></a>"))
        .toList();
  }

  private static String slug(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
        .replace(' ', '-');
  }
}
