package tlsfit.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;

/**
 * The meaning of a kind of finding, whatever its numbers: what a person reads who looks it up.
 *
 * @param code the kind of finding
 * @param title the question it answers, in one line
 * @param meaning what is tested, at which level, by which source
 * @param reason why it matters
 * @param advice what to do
 */
public record FindingGuide(
    FindingCode code, String title, String meaning, String reason, String advice) {
  private static final String RESOURCE = "guide.txt";

  /** A section begins with {@code [code] title}. */
  private static final Pattern HEADING = Pattern.compile("\\[(\\w+)\\] (.+)");

  private static final int PARAGRAPHS = 3;

  private static final Map<FindingCode, FindingGuide> ALL = parse(read());

  /** The guide to a kind of finding. */
  public static FindingGuide of(FindingCode code) {
    @Nullable FindingGuide guide = ALL.get(code);
    if (guide == null) {
      throw new IllegalStateException("no guide to " + code.key());
    }
    return guide;
  }

  /** The remedies that are settings of a fit, each once. */
  public List<Remedy> settings() {
    return Arrays.stream(Finding.Kind.values())
        .flatMap(kind -> remedies(Finding.of(code, kind, false)))
        .filter(remedy -> remedy.setting().isPresent())
        .distinct()
        .toList();
  }

  private static Stream<Remedy> remedies(Finding finding) {
    return Explain.finding(finding).remedies().stream();
  }

  /**
   * Reads sections.
   *
   * @param text of each section a heading and three paragraphs, between empty lines; lines before
   *     the first heading are a comment
   * @throws IllegalStateException if a section has an unknown code, comes twice, or has not three
   *     paragraphs
   */
  static Map<FindingCode, FindingGuide> parse(String text) {
    Map<FindingCode, FindingGuide> guides = new EnumMap<>(FindingCode.class);
    for (String section : text.split("(?m)^(?=\\[)", -1)) {
      if (!section.startsWith("[")) {
        continue;
      }
      String[] lines = section.strip().split("\n", 2);
      Matcher heading = HEADING.matcher(lines[0]);
      if (!heading.matches() || lines.length < 2) {
        throw new IllegalStateException("no section: " + lines[0]);
      }
      FindingCode code =
          FindingCode.find(heading.group(1))
              .orElseThrow(() -> new IllegalStateException("no finding: " + lines[0]));
      List<String> paragraphs =
          Arrays.stream(lines[1].strip().split("\n\\s*\n", -1))
              .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
              .toList();
      @Nullable FindingGuide guide =
          paragraphs.size() == PARAGRAPHS
              ? new FindingGuide(
                  code, heading.group(2), paragraphs.get(0), paragraphs.get(1), paragraphs.get(2))
              : null;
      if (guide == null || guides.put(code, guide) != null) {
        throw new IllegalStateException("not one section of three paragraphs: " + lines[0]);
      }
    }
    return guides;
  }

  private static String read() {
    try (InputStream stream = FindingGuide.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("missing " + RESOURCE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
