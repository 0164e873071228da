package tlsfit.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tlsfit.table.InputProblem;

/**
 * Names that the field gives to columns ({@code f_res}, {@code P_VNA}, {@code navg}), and words in
 * a header that speak against what it is taken for ({@code rms}, {@code log}). They stand in the
 * resource {@code columns.yaml}.
 */
final class ColumnDictionary {
  private static final String RESOURCE = "columns.yaml";
  private static final Pattern ERROR_WORD =
      Pattern.compile(
          "(?<!\\p{L})(?:err(?:or)?s?|sigma|σ|sd|std(?:ev|dev|err)?|deviation|unc(?:ert(?:ainty)?)?)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final ColumnDictionary FIELD = read();

  private final Map<String, Role> names = new HashMap<>();
  private final Map<String, String> asked = new HashMap<>();
  private final List<Against> against = new ArrayList<>();

  /**
   * A word against a role.
   *
   * @param word what to look for in a header
   * @param roles it speaks against; all where there is none
   * @param below whether it speaks against it also where it stands below the header
   * @param mend what to do
   */
  private record Against(Pattern word, Set<Role> roles, boolean below, String mend) {}

  /**
   * An objection to a header.
   *
   * @param word as it stands in the header
   * @param mend what to do
   */
  record Objection(String word, String mend) {}

  private ColumnDictionary() {}

  /** The dictionary of the field. */
  static ColumnDictionary ofTheField() {
    return FIELD;
  }

  /** What a column of this name is in the field; empty where the name is not known. */
  Optional<Role> role(String name) {
    return Optional.ofNullable(names.get(normal(name)));
  }

  /** What a name may be that is never taken by itself; empty where it is no such name. */
  Optional<String> mayBe(String name) {
    return Optional.ofNullable(asked.get(normal(name)));
  }

  /** Whether a word in a name says that it is an uncertainty. */
  boolean isError(String name) {
    return ERROR_WORD.matcher(name).find();
  }

  /**
   * The first word of a header that speaks against a role.
   *
   * @param header the header without its unit
   * @param remark what stands below it
   */
  Optional<Objection> objection(Role role, String header, String remark) {
    for (Against one : against) {
      Matcher matcher = one.word.matcher(one.below ? header + " " + remark : header);
      if ((one.roles.isEmpty() || one.roles.contains(role)) && matcher.find()) {
        return Optional.of(new Objection(matcher.group().strip(), one.mend));
      }
    }
    return Optional.empty();
  }

  /** Letters and digits alone, in lower case; angle brackets mean a mean and stay. */
  static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}<>]", "");
  }

  private static ColumnDictionary read() {
    List<InputProblem> problems = new ArrayList<>();
    Optional<YamlNode> document;
    try (@Nullable InputStream stream = ColumnDictionary.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is not there");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      document = new YamlReader(RESOURCE, problems).read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.get(0).toString());
    }
    ColumnDictionary dictionary = new ColumnDictionary();
    dictionary.add((YamlNode.Mapping) document.orElseThrow());
    return dictionary;
  }

  private void add(YamlNode.Mapping document) {
    Map<String, YamlNode.Member> parts = document.members();
    mapping(parts, "names")
        .forEach(
            (key, member) ->
                texts(member.value()).forEach(name -> put(name, Role.ofKey(key).orElseThrow())));
    Map<String, YamlNode.Member> errors = mapping(parts, "errors");
    List<String> before = texts(value(errors, "before"));
    List<String> behind = texts(value(errors, "behind"));
    addErrors(Role.FREQUENCY, Role.SIGMA, before, behind);
    addErrors(Role.POWER, Role.POWER_SIGMA, before, behind);
    for (YamlNode item : ((YamlNode.Sequence) value(parts, "asked")).items()) {
      Map<String, YamlNode.Member> keys = ((YamlNode.Mapping) item).members();
      String mayBe = ((YamlNode.Scalar) value(keys, "may-be")).text();
      texts(value(keys, "names")).forEach(name -> asked.put(normal(name), mayBe));
    }
    for (YamlNode item : ((YamlNode.Sequence) value(parts, "against")).items()) {
      against.add(against(((YamlNode.Mapping) item).members()));
    }
  }

  // every name of a quantity with every word for an error, as fr_err and sigma_f
  private void addErrors(Role of, Role error, List<String> before, List<String> behind) {
    Set<String> quantities = new HashSet<>();
    names.forEach(
        (name, role) -> {
          if (role == of) {
            quantities.add(name);
          }
        });
    quantities.add(of.column());
    for (String name : quantities) {
      before.forEach(word -> names.putIfAbsent(normal(word + name), error));
      behind.forEach(word -> names.putIfAbsent(normal(name + word), error));
    }
  }

  private void put(String name, Role role) {
    @Nullable Role before = names.put(normal(name), role);
    if (before != null && before != role) {
      throw new IllegalStateException(name + " stands twice in " + RESOURCE);
    }
  }

  private static Against against(Map<String, YamlNode.Member> keys) {
    Set<Role> roles = new HashSet<>();
    texts(value(keys, "roles")).forEach(key -> Role.ofKey(key).ifPresent(roles::add));
    return new Against(
        Pattern.compile(
            ((YamlNode.Scalar) value(keys, "word")).text(),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        roles,
        !keys.containsKey("header-only"),
        ((YamlNode.Scalar) value(keys, "mend")).text());
  }

  private static Map<String, YamlNode.Member> mapping(
      Map<String, YamlNode.Member> keys, String key) {
    return ((YamlNode.Mapping) value(keys, key)).members();
  }

  private static YamlNode value(Map<String, YamlNode.Member> keys, String key) {
    YamlNode.@Nullable Member member = keys.get(key);
    if (member == null) {
      throw new IllegalStateException(RESOURCE + " has no " + key);
    }
    return member.value();
  }

  private static List<String> texts(YamlNode list) {
    return ((YamlNode.Sequence) list)
        .items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList();
  }
}
