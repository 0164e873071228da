package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private record Pair(String name, double value) {}

  @Test
  void recordsAreObjects() {
    assertThat(Json.of(new Pair("a", 1.5)))
        .isEqualTo("{\n  \"name\" : \"a\",\n  \"value\" : 1.5\n}\n");
  }

  @Test
  void oneDocumentStaysAsItIs() {
    assertThat(one(List.of("{}\n"), false)).isEqualTo("{}\n");
    assertThat(one(List.of(), false)).isEmpty();
  }

  /** A script that asked for several gets a list, be it of one or none. */
  @Test
  void severalAreAList() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(one(List.of(), true))).isEmpty();
    assertThat(mapper.readTree(one(List.of(Json.of(1)), true))).hasSize(1);
    JsonNode two =
        mapper.readTree(one(List.of(Json.of(Map.of("a", 1)), Json.of(Map.of("b", 2))), true));
    assertThat(two.at("/1/b").asInt()).isEqualTo(2);
  }

  private static String one(List<String> documents, boolean several) {
    StringBuilder printed = new StringBuilder();
    Documents sink = new Documents(printed::append, true, several);
    documents.forEach(sink::add);
    sink.end();
    return printed.toString();
  }
}
