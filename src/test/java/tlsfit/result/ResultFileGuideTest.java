package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The user guide names every key of a result file and every code of a finding. */
class ResultFileGuideTest {
  private static final Path PAGE = Path.of("src/site/markdown/user-guide.md");
  private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9.-]+)`");

  /** The names in backticks between a heading and the next one of the same depth, or the end. */
  private static Set<String> named(String heading) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int start = lines.indexOf(heading);
    assertThat(start).as(heading).isNotNegative();
    String depth = heading.substring(0, heading.indexOf(' ') + 1);
    Set<String> names = new TreeSet<>();
    for (String line : lines.subList(start + 1, lines.size())) {
      if (line.startsWith(depth)) {
        break;
      }
      Matcher matcher = NAME.matcher(line);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  @Test
  void everyKeyIsNamed() throws IOException {
    Set<String> keys = new TreeSet<>();
    collect(FitResult.class, keys);
    assertThat(keys).hasSizeGreaterThan(80).contains("pValue", "leverage", "smallestChi");
    assertThat(named("## The result file")).containsAll(keys);
  }

  @Test
  void theSchemaIsNamed() throws IOException {
    assertThat(Files.readString(PAGE)).contains("| `schema` | `" + FitResult.SCHEMA + "` |");
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsNamed(FindingCode code) throws IOException {
    assertThat(named("### Findings")).contains(code.key());
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasItsPartInTheVerdict(FindingCode code) throws IOException {
    assertThat(named("## How a verdict is reached")).contains(code.key());
  }

  /** The names of the components of a record, and of the records in it. */
  private static void collect(Class<?> type, Set<String> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(component.getName());
      inside(component.getGenericType()).filter(Class::isRecord).forEach(one -> collect(one, keys));
    }
  }

  private static Stream<Class<?>> inside(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments()).flatMap(ResultFileGuideTest::inside);
    }
    return type instanceof Class<?> known ? Stream.of(known) : Stream.of();
  }
}
