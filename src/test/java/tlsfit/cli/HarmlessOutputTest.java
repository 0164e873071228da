package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.report.Results;

/** Whatever stands in the names of a saved result is text and nothing else in every form of it. */
class HarmlessOutputTest {
  static List<Arguments> table() {
    List<Arguments> table = new ArrayList<>();
    for (Hostile input : Hostile.values()) {
      for (ReportFormat format : EnumSet.range(ReportFormat.TEXT, ReportFormat.CSV_READINGS)) {
        table.add(Arguments.of(input, format, false));
        table.add(Arguments.of(input, format, true));
      }
    }
    return table;
  }

  @ParameterizedTest
  @MethodSource("table")
  void namesAreText(Hostile input, ReportFormat format, boolean full) throws IOException {
    String text =
        new String(format.of(List.of(Results.named(input.text())), full), StandardCharsets.UTF_8);
    assertThat(text).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]");
    assertThat(text).doesNotContainPattern("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    switch (format) {
      case TEXT -> {}
      case MARKDOWN ->
          assertThat(text)
              .doesNotContainPattern("<[a-zA-Z/!]")
              .doesNotContainPattern("(?<!\\\\)\\]\\(")
              .doesNotContainPattern("(?m)^(# three|- four)");
      case LATEX, SIUNITX ->
          assertThat(text.replaceAll("\\\\textbackslash\\{\\}", ""))
              .doesNotContain("\\input")
              .doesNotContainPattern("(?<!\\\\)%c")
              .doesNotContainPattern("(?<!\\\\)#1");
      case CSV, CSV_READINGS ->
          assertThat(cells(text)).noneMatch(cell -> cell.matches("(?s)[=@].*|[+-](?![0-9.]+e).*"));
      default -> throw new IllegalArgumentException(format.key());
    }
  }

  /** The cells of CSV, by RFC 4180. */
  static List<String> cells(String csv) {
    return Pattern.compile("(?m)(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\n]*))")
        .matcher(csv)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .toList();
  }
}
