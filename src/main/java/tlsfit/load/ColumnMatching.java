package tlsfit.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;
import tlsfit.table.InputProblem;
import tlsfit.table.RawTable;
import tlsfit.table.Texts;

/**
 * Finds which column of a table is what, and checks that drive, bias and frequency are each given
 * once.
 */
final class ColumnMatching {
  private final TableEntry entry;
  private final String file;
  private final RawTable table;
  private final List<ColumnHeader> headers;
  private final TableProblems problems;

  ColumnMatching(
      TableEntry entry, RawTable table, List<ColumnHeader> headers, TableProblems problems) {
    this.entry = entry;
    this.file = entry.file();
    this.table = table;
    this.headers = headers;
    this.problems = problems;
  }

  /** Which column is what: as the sample file says, else by their names. */
  Map<Role, Integer> places() {
    Map<Role, Integer> places = new EnumMap<>(Role.class);
    entry.headers().forEach((role, wanted) -> findNamed(role, wanted, places));
    // a drive (or a frequency) named in the sample file settles which of several is meant
    boolean driveSettled = entry.headers().keySet().stream().anyMatch(Role::isDrive);
    boolean frequencySettled = entry.headers().keySet().stream().anyMatch(Role::isFrequency);
    for (int i = 0; i < headers.size(); i++) {
      Optional<Role> role = headers.get(i).role();
      if (role.isEmpty() || places.containsValue(i) || entry.headers().containsKey(role.get())) {
        continue;
      }
      if ((driveSettled && role.get().isDrive())
          || (frequencySettled && role.get().isFrequency())) {
        continue;
      }
      @Nullable Integer first = places.putIfAbsent(role.get(), i);
      if (first != null) {
        problems.addHeader(
            i,
            "it is " + role.get().description() + ", and so is column " + (first + 1),
            "say which one is meant in the sample file, as columns: {"
                + role.get().key()
                + ": \"its header\"}, or rename one");
      }
    }
    checkComplete(places);
    return places;
  }

  private void findNamed(Role role, YamlNode.Scalar wanted, Map<Role, Integer> places) {
    List<String> texts = headers.stream().map(ColumnHeader::text).toList();
    int index = texts.indexOf(wanted.text());
    if (index >= 0 && index == texts.lastIndexOf(wanted.text())) {
      places.put(role, index);
      return;
    }
    String found =
        index < 0
            ? file + " has no column " + Texts.quoted(wanted.text())
            : file + " has several columns " + Texts.quoted(wanted.text());
    String all = texts.stream().map(Texts::quoted).collect(Collectors.joining(", "));
    problems.add(
        InputProblem.ofCharacter(
            entry.place().map(YamlNode.Scalar::text).orElse(file),
            wanted.line(),
            wanted.column(),
            found,
            index < 0 ? "its columns are " + all : "give them different names in the table"));
  }

  private void checkComplete(Map<Role, Integer> places) {
    places.forEach(
        (role, index) -> {
          TableEntry.@Nullable Constant constant = entry.constants().get(role);
          if (constant != null) {
            problems.addHeader(
                index,
                "it is " + role.description(),
                "the sample file gives "
                    + constant.text()
                    + " for all rows: remove one of the two");
          }
        });
    List<Role> drives =
        Role.DRIVES.stream()
            .filter(role -> places.containsKey(role) || entry.constants().containsKey(role))
            .toList();
    if (drives.isEmpty() && entry.headers().keySet().stream().noneMatch(Role::isDrive)) {
      missing("no column says how strong the microwave is", Channel.AC_FIELD.header(), Role.POWER);
    } else if (drives.size() > 1) {
      problems.addTable(
          "found " + drives.stream().map(Role::column).collect(Collectors.joining(" and ")),
          "choose one of them: name it in the sample file under columns:, or remove the others");
    }
    if (places.containsKey(Role.FREQUENCY) && places.containsKey(Role.FREQUENCY_SHIFT)) {
      problems.addTable(
          "found frequency and frequency_shift",
          "choose one of them: name it in the sample file under columns:, or remove the other");
    } else if (!places.containsKey(Role.FREQUENCY)
        && !places.containsKey(Role.FREQUENCY_SHIFT)
        && entry.headers().keySet().stream().noneMatch(Role::isFrequency)) {
      missing("no column is the resonance frequency", "frequency [Hz]", Role.FREQUENCY);
    }
    if (!places.containsKey(Role.BIAS_RATE)
        && !entry.constants().containsKey(Role.BIAS_RATE)
        && !entry.headers().containsKey(Role.BIAS_RATE)) {
      missing("no column is the rate of the bias", Channel.FIELD_RATE.header(), Role.BIAS_RATE);
    }
  }

  private void missing(String found, String header, Role role) {
    String all = table.header().stream().map(Texts::quoted).collect(Collectors.joining(", "));
    String nearest =
        table.header().stream()
            .filter(text -> Texts.nearest(ColumnHeader.of(text).name(), Role.columns()).isPresent())
            .filter(text -> ColumnHeader.of(text).role().isEmpty())
            .findFirst()
            .map(text -> " (perhaps " + Texts.quoted(text) + " is misspelt)")
            .orElse("");
    problems.addTable(
        found + " among " + all + nearest,
        "name one \""
            + header
            + "\", or say in a sample file which it is: columns: {"
            + role.key()
            + ": \"its header\"}"
            + (role == Role.FREQUENCY ? "" : ", or give one value for all rows"));
  }
}
