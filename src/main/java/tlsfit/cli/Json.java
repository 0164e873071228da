package tlsfit.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Collectors;

/** Machine-readable results for standard output. */
final class Json {
  private Json() {}

  /** A value as JSON, ending in a line feed. */
  static String of(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return JsonMapper.builder().build().writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result must be writable", e);
    }
  }

  /**
   * Documents as one.
   *
   * @param documents each a JSON text ending in a line feed
   * @param array whether several were asked for, so that a script knows what it gets
   */
  static String one(List<String> documents, boolean array) {
    if (!array) {
      return String.join("", documents);
    }
    return documents.stream().map(String::strip).collect(Collectors.joining(",\n", "[", "]\n"));
  }
}
