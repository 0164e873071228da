package tlsfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rooms that calculate hold no English sentence and no option of the command line: these stand in
 * {@code explain} and {@code cli}. Messages of IllegalArgumentException and IllegalStateException
 * are for programmers and may stay.
 */
class NoSentencesTest {
  private static final Path MAIN = Path.of("src/main/java/tlsfit");

  private static final List<String> ROOMS =
      List.of(
          "statistics",
          "model",
          "measurement",
          "setup",
          "fit",
          "likelihood",
          "diagnosis",
          "uncertainty",
          "planning",
          "result",
          "analysis",
          "compare",
          "curve");

  /** A comment, a character, a text block or a string; strings joined by + are one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|\"\"\".*?\"\"\""
              + "|\"(?:\\\\.|[^\"\\\\])*\"(?:\\s*\\+\\s*\"(?:\\\\.|[^\"\\\\])*\")*",
          Pattern.DOTALL);

  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("new Illegal(?:Argument|State)Exception\\($");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|^\"?[aA]\"?$");

  private static final int FEWEST_WORDS = 4;

  static Stream<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> paths = Files.walk(MAIN.resolve(room))) {
        paths
            .filter(path -> path.toString().endsWith(".java"))
            .map(path -> MAIN.relativize(path).toString().replace('\\', '/'))
            .forEach(files::add);
      }
    }
    return files.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void holdsNoSentence(String file) throws IOException {
    assertThat(sentences(Files.readString(MAIN.resolve(file)))).isEmpty();
  }

  @Test
  void findsWhatItIsMeantToFind() {
    assertThat(sentences("String a = \"this is a sentence\" + b;")).hasSize(1);
    assertThat(sentences("a(\"this is \" + \"one sen\\\"tence\");")).hasSize(1);
    assertThat(sentences("a = \"use --fix\";")).hasSize(1);
    assertThat(sentences("a = \"\"\"\n  one text for all\n  \"\"\";")).hasSize(1);
    assertThat(sentences("a = \"two words\"; b = \"%.3g V/m\"; c = \"κ²/4\"; d = '\"';")).isEmpty();
    assertThat(sentences("// \"this is a long comment\"\n/* \"and this one as well\" */"))
        .isEmpty();
  }

  @Test
  void messagesForProgrammersMayStay() {
    assertThat(sentences("throw new IllegalArgumentException(\"there is no such thing \" + x);"))
        .isEmpty();
    assertThat(sentences("throw new IllegalStateException(n + \"is not a number \" + x, e);"))
        .isEmpty();
    assertThat(sentences("throw new FitRefusedException(\"there is no such thing\");")).hasSize(1);
    assertThat(
            sentences(
                "throw new IllegalStateException(text(\"a\")); b = \"this is a sentence now\";"))
        .hasSize(1);
  }

  /** The strings of a source that look like a sentence or an option. */
  private static List<String> sentences(String source) {
    List<String> found = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String text = token.group();
      if (text.startsWith("\"") && looksLikeEnglish(text) && !forProgrammers(source, token)) {
        found.add(text);
      }
    }
    return found;
  }

  private static boolean looksLikeEnglish(String text) {
    String whole = text.replaceAll("\"\\s*\\+\\s*\"", "");
    long words =
        Arrays.stream(whole.split("\\s+", -1)).filter(part -> WORD.matcher(part).find()).count();
    return whole.contains("--") || words >= FEWEST_WORDS;
  }

  /** Whether a string stands within the parentheses of such an exception. */
  private static boolean forProgrammers(String source, Matcher token) {
    int open = 0;
    String before = TOKEN.matcher(source.substring(0, token.start())).replaceAll("");
    for (int at = before.length() - 1; at >= 0 && before.charAt(at) != ';'; at--) {
      char c = before.charAt(at);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open > 0 && FOR_PROGRAMMERS.matcher(before.substring(0, at + 1)).find()) {
        return true;
      }
    }
    return false;
  }
}
