package tlsfit.load;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.table.InputProblem;

/**
 * Reads the plain part of YAML that a sample file needs: mappings, lists, scalars. Aliases and
 * further documents are refused; a key that stands twice is a problem.
 */
final class YamlReader {
  private final String file;
  private final List<InputProblem> problems;

  YamlReader(String file, List<InputProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The document; empty where there is none or it cannot be read, with a problem added. */
  Optional<YamlNode> read(String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        problems.add(
            InputProblem.ofFile(file, "the file is empty", "see \"Sample file\" in the guide"));
        return Optional.empty();
      }
      YamlNode node = node(parser);
      if (parser.nextToken() != null) {
        JsonLocation place = parser.currentTokenLocation();
        add(place, "found a second document", "write one sample in each file");
      }
      return Optional.of(node);
    } catch (JsonProcessingException e) {
      @Nullable JsonLocation place = e.getLocation();
      String found = "this is no YAML: " + plain(e.getOriginalMessage());
      String mend = "put text with : [ ] { } , # into quotes, and align keys of one level";
      if (place == null) {
        problems.add(InputProblem.ofFile(file, found, mend));
      } else {
        add(place, found, mend);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
  }

  // the parser's message carries places and an excerpt on indented lines of their own
  private static String plain(String message) {
    return message
        .lines()
        .filter(line -> !line.startsWith(" ") && !line.isBlank())
        .collect(Collectors.joining(", "));
  }

  private YamlNode node(YAMLParser parser) throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    int line = place.getLineNr();
    int column = place.getColumnNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new YamlNode.Mapping(members(parser), line, column);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(parser));
      }
      return new YamlNode.Sequence(items, line, column);
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    if (parser.isCurrentAlias()) {
      add(place, "found the alias *" + text, "write the value out");
    }
    return new YamlNode.Scalar(text.strip(), line, column);
  }

  private Map<String, YamlNode.Member> members(YAMLParser parser) throws IOException {
    Map<String, YamlNode.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      JsonLocation place = parser.currentTokenLocation();
      String name = parser.currentName();
      YamlNode.Scalar key = new YamlNode.Scalar(name, place.getLineNr(), place.getColumnNr());
      parser.nextToken();
      YamlNode.@Nullable Member before =
          members.putIfAbsent(name, new YamlNode.Member(key, node(parser)));
      if (before != null) {
        add(
            place,
            "found the key \"" + name + "\" again",
            "it stands in line " + before.key().line() + " already: remove one");
      }
    }
    return members;
  }

  private void add(JsonLocation place, String found, String mend) {
    problems.add(
        InputProblem.ofCharacter(file, place.getLineNr(), place.getColumnNr(), found, mend));
  }
}
