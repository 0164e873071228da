package tlsfit.load;

import java.util.List;
import java.util.Map;
import tlsfit.table.Texts;

/** A piece of a YAML file that knows its place: line and character, the first being 1. */
sealed interface YamlNode {
  int line();

  int column();

  /** What it is, for a message. */
  String kind();

  /** Text as it is written, whatever YAML would make of it; empty where nothing is written. */
  record Scalar(String text, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return text.isEmpty() ? "nothing" : Texts.quoted(text);
    }
  }

  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys in the order of the file. */
  record Mapping(Map<String, Member> members, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return "keys with values";
    }
  }

  record Member(Scalar key, YamlNode value) {}
}
