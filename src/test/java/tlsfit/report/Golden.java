package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts kept as files. After a change that is wanted, write them anew with {@code mvn test
 * -Dtest=FitDocumentTest -Dtlsfit.golden=write} and read the difference.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/tlsfit/report");

  private Golden() {}

  /** Equal to a file of the tests, or else written anew. */
  public static void check(String file, String text) throws IOException {
    Path path = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("tlsfit.golden"))) {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(text).isEqualTo(Files.readString(path));
    if (file.endsWith(".txt")) {
      assertThat(text.lines().mapToInt(PlainText::width).max().orElseThrow())
          .isLessThanOrEqualTo(96);
    }
  }
}
