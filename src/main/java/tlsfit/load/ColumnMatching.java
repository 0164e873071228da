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
import tlsfit.units.Unit;

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
    entry.columns().forEach((role, wanted) -> findNamed(role, wanted, places));
    // a drive (or a frequency) named in the sample file settles which of several is meant
    boolean driveSettled = entry.columns().keySet().stream().anyMatch(Role::isDrive);
    boolean frequencySettled = entry.columns().keySet().stream().anyMatch(Role::isFrequency);
    for (int i = 0; i < headers.size(); i++) {
      Optional<Role> role = headers.get(i).role();
      if (role.isEmpty()
          || places.containsValue(i)
          || entry.columns().containsKey(role.get())
          || isInDoubt(role.get(), i)) {
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
    new FieldNames(entry, headers, problems).addTo(places);
    checkComplete(places);
    return places;
  }

  // a thermometer's or an attenuator's column is no reason to refuse a table
  private boolean isInDoubt(Role role, int index) {
    if (!role.needsUnitToBeTaken()) {
      return false;
    }
    ColumnHeader header = headers.get(index).withUnitSplit();
    @Nullable Unit unit = Unit.find(header.unit().orElseGet(() -> table.unitBelow(index)));
    return unit == null || role.objection(unit).isPresent() || entry.constants().containsKey(role);
  }

  private void findNamed(Role role, ColumnChoice wanted, Map<Role, Integer> places) {
    if (wanted.number().isPresent() && !isHeader(wanted.header())) {
      int number = wanted.number().getAsInt();
      if (number >= 1 && number <= headers.size()) {
        places.put(role, number - 1);
      } else {
        addNamed(
            wanted,
            file + " has no column " + number,
            "it has " + headers.size() + " columns, counted from 1");
      }
      return;
    }
    List<String> texts = headers.stream().map(ColumnHeader::text).toList();
    int index = texts.indexOf(wanted.header());
    if (index >= 0 && index == texts.lastIndexOf(wanted.header())) {
      places.put(role, index);
      return;
    }
    String found =
        index < 0
            ? file + " has no column " + Texts.quoted(wanted.header())
            : file + " has several columns " + Texts.quoted(wanted.header());
    String all = texts.stream().map(Texts::quoted).collect(Collectors.joining(", "));
    addNamed(
        wanted,
        found,
        index < 0 ? "its columns are " + all : "tell them by number, as {column: 3, unit: GHz}");
  }

  private boolean isHeader(String text) {
    return headers.stream().anyMatch(header -> header.text().equals(text));
  }

  private void addNamed(ColumnChoice wanted, String found, String mend) {
    problems.add(
        InputProblem.ofCharacter(
            entry.place().map(YamlNode.Scalar::text).orElse(file),
            wanted.place().line(),
            wanted.place().column(),
            found,
            mend));
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
    if (drives.isEmpty() && entry.columns().keySet().stream().noneMatch(Role::isDrive)) {
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
        && entry.columns().keySet().stream().noneMatch(Role::isFrequency)) {
      missing("no column is the resonance frequency", "frequency [Hz]", Role.FREQUENCY);
    }
    checkBias(places);
  }

  private void checkBias(Map<Role, Integer> places) {
    boolean rate = places.containsKey(Role.BIAS_RATE) || entry.gives(Role.BIAS_RATE);
    boolean amplitude = places.containsKey(Role.BIAS_AMPLITUDE) || entry.gives(Role.BIAS_AMPLITUDE);
    boolean frequency = places.containsKey(Role.BIAS_FREQUENCY) || entry.gives(Role.BIAS_FREQUENCY);
    boolean inColumns = places.keySet().stream().anyMatch(Role::isTriangle);
    if (entry.constants().containsKey(Role.BIAS_RATE) && !inColumns) {
      return; // what else the sample file gives is its own fault, told there
    }
    if (rate && (amplitude || frequency)) {
      problems.addTable(
          "found bias-rate and " + (amplitude ? "bias-amplitude" : "bias-frequency"),
          "keep one of them");
    } else if (amplitude != frequency) {
      problems.addTable(
          "found only one of bias-amplitude and bias-frequency",
          "a triangle wave needs both, as bias-amplitude: 4 V, bias-frequency: 2 kHz");
    } else if (!rate && !amplitude) {
      missing("no column is the rate of the bias", Channel.FIELD_RATE.header(), Role.BIAS_RATE);
    }
  }

  private void missing(String found, String header, Role role) {
    String all = table.header().stream().map(Texts::quoted).collect(Collectors.joining(", "));
    String nearest =
        table.header().stream()
            .map(text -> hint(ColumnHeader.of(text)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    problems.addTable(
        found + " among " + all + nearest,
        "name one \""
            + header
            + "\", or say in a sample file which it is: columns: {"
            + role.key()
            + ": {column: \"its header\""
            + (role.isPlainNumber() ? "" : ", unit: " + role.units().get(0))
            + "}}"
            + (role == Role.FREQUENCY ? "" : ", or give one value for all rows"));
  }

  private static Optional<String> hint(ColumnHeader header) {
    if (header.isKnown()) {
      return Optional.empty();
    }
    Optional<String> mayBe = ColumnDictionary.ofTheField().mayBe(header.name());
    if (mayBe.isPresent()) {
      return Optional.of(" (" + Texts.quoted(header.text()) + " may be " + mayBe.get() + ")");
    }
    return Texts.nearest(header.name(), Role.columns())
        .map(name -> " (perhaps " + Texts.quoted(header.text()) + " is misspelt)");
  }
}
