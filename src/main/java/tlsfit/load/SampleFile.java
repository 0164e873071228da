package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.Coupling;
import tlsfit.measurement.Resonator;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * What a sample file says.
 *
 * @param sample name of the sample
 * @param calibration from the keys {@code resonator} and {@code calibration}
 * @param tables in the order of the file
 * @param notes what was understood and is not used
 */
record SampleFile(
    String sample, Calibration calibration, List<TableEntry> tables, List<String> notes) {
  private static final Set<String> BAD_NAMES = Set.of(".", "..");

  /** Why a text is no name of a sample, which also names files; empty where it is one. */
  static Optional<String> objectionToName(String name) {
    if (name.isBlank() || BAD_NAMES.contains(name) || name.startsWith("-") || name.endsWith(".")) {
      return Optional.of("a name such as al-a is needed");
    }
    if (name.length() > 100) {
      return Optional.of("a name of 100 characters at most is needed");
    }
    boolean bad = name.chars().anyMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
    return bad
        ? Optional.of("results are files of this name: leave out / \\ : * ? \" < > |")
        : Optional.empty();
  }

  /** A table that says all itself. */
  static SampleFile ofTable(String sample, String file) {
    return new SampleFile(sample, Calibration.NONE, List.of(TableEntry.alone(file)), List.of());
  }

  /** Reads what can be read, adding a problem for all that cannot. */
  static SampleFile of(String text, String file, List<InputProblem> problems) {
    return new Reader(file, problems).sample(new YamlReader(file, problems).read(text));
  }

  private static final class Reader {
    private static final DoublePredicate ANY = value -> true;
    private static final DoublePredicate POSITIVE = value -> value > 0;

    private final String file;
    private final List<InputProblem> problems;
    private final List<String> notes = new ArrayList<>();

    Reader(String file, List<InputProblem> problems) {
      this.file = file;
      this.problems = problems;
    }

    SampleFile sample(Optional<YamlNode> document) {
      SampleFile nothing = new SampleFile("", Calibration.NONE, List.of(), notes);
      if (document.isEmpty()) {
        return nothing;
      }
      @Nullable Map<String, YamlNode.Member> keys =
          mapping(
              document.get(),
              "the sample file",
              List.of("sample", "description", "resonator", "calibration", "tables"));
      if (keys == null) {
        return nothing;
      }
      String name = "";
      YamlNode.@Nullable Scalar written = scalar(keys, "sample");
      if (written != null) {
        name = written.text();
        objectionToName(name).ifPresent(reason -> add(written, "found " + written.kind(), reason));
      } else if (!keys.containsKey("sample")) {
        add(document.get(), "the key \"sample\" is missing", "name the sample, as sample: al-a");
      }
      scalar(keys, "description");
      Resonator resonator = resonator(keys);
      return new SampleFile(
          name, calibration(keys, resonator), tables(document.get(), keys), notes);
    }

    private Resonator resonator(Map<String, YamlNode.Member> top) {
      List<String> known =
          List.of(
              "frequency",
              "gap",
              "capacitance",
              "permittivity",
              "coupling",
              "loaded-q",
              "coupling-q",
              "temperature");
      Map<String, YamlNode.Member> keys = section(top, "resonator", known);
      Resonator resonator =
          new Resonator(
              positive(keys, "frequency", Dimension.FREQUENCY),
              positive(keys, "gap", Dimension.LENGTH),
              positive(keys, "capacitance", Dimension.CAPACITANCE),
              quantity(keys, "permittivity", Unit.ONE, value -> value >= 1, "1 or more"),
              coupling(keys),
              positive(keys, "loaded-q", Dimension.NUMBER),
              positive(keys, "coupling-q", Dimension.NUMBER),
              positive(keys, "temperature", Dimension.TEMPERATURE));
      noteUnused("permittivity", resonator.permittivity());
      noteUnused("temperature", resonator.temperature());
      return resonator;
    }

    private void noteUnused(String key, Optional<Quantity> quantity) {
      if (quantity.isPresent() && quantity.get().uncertainty() > 0) {
        notes.add(file + ": the uncertainty of " + key + " is not used");
      }
    }

    private Optional<Coupling> coupling(Map<String, YamlNode.Member> keys) {
      YamlNode.@Nullable Scalar written = scalar(keys, "coupling");
      if (written == null) {
        return Optional.empty();
      }
      List<String> known =
          Arrays.stream(Coupling.values())
              .map(coupling -> coupling.name().toLowerCase(Locale.ROOT))
              .toList();
      if (!known.contains(written.text())) {
        add(written, "found " + written.kind(), "write one of " + String.join(", ", known));
        return Optional.empty();
      }
      return Optional.of(Coupling.valueOf(written.text().toUpperCase(Locale.ROOT)));
    }

    private Calibration calibration(Map<String, YamlNode.Member> top, Resonator resonator) {
      List<String> known =
          List.of("attenuation", "field-per-sqrt-photon", "field-per-sqrt-watt", "bias-fraction");
      Map<String, YamlNode.Member> keys = section(top, "calibration", known);
      YamlNode.@Nullable Member perWatt = keys.get("field-per-sqrt-watt");
      if (perWatt != null && keys.containsKey("field-per-sqrt-photon")) {
        add(
            perWatt.key(),
            "found field-per-sqrt-photon and field-per-sqrt-watt",
            "keep the one that was measured");
      }
      Unit field = Unit.of("V/m");
      return new Calibration(
          resonator,
          quantity(
              keys,
              "attenuation",
              Unit.DECIBEL,
              ratio -> ratio >= 1,
              "0 dB or more: a loss counts positive"),
          quantity(keys, "field-per-sqrt-photon", field, POSITIVE, "above zero"),
          quantity(keys, "field-per-sqrt-watt", field, POSITIVE, "above zero"),
          quantity(
              keys, "bias-fraction", Unit.ONE, part -> part > 0 && part <= 1, "above 0, up to 1"));
    }

    // ---- tables ------------------------------------------------------------------------------

    private List<TableEntry> tables(YamlNode document, Map<String, YamlNode.Member> top) {
      YamlNode.@Nullable Member member = top.get("tables");
      String example = "list them, as in tables: [{file: power-sweep.csv}]";
      if (member == null) {
        add(document, "the key \"tables\" is missing", example);
        return List.of();
      }
      if (!(member.value() instanceof YamlNode.Sequence list)) {
        add(member.value(), "found " + member.value().kind(), example);
        return List.of();
      }
      if (list.items().isEmpty()) {
        add(list, "the list of tables is empty", example);
      }
      List<TableEntry> entries = new ArrayList<>();
      list.items().forEach(item -> entry(item).ifPresent(entries::add));
      return entries;
    }

    private Optional<TableEntry> entry(YamlNode item) {
      List<String> known = new ArrayList<>(List.of("file", "columns"));
      known.addAll(List.of("bias-amplitude", "bias-frequency"));
      known.addAll(Role.keys());
      known.remove(Role.FREQUENCY.key());
      known.remove(Role.FREQUENCY_SHIFT.key());
      @Nullable Map<String, YamlNode.Member> keys = mapping(item, "a table", known);
      if (keys == null) {
        return Optional.empty();
      }
      Map<Role, TableEntry.Constant> constants = new EnumMap<>(Role.class);
      for (Role role : Role.values()) {
        if (role != Role.FREQUENCY && role != Role.FREQUENCY_SHIFT) {
          constant(keys, role).ifPresent(constant -> constants.put(role, constant));
        }
      }
      triangle(item, keys, constants)
          .ifPresent(constant -> constants.put(Role.BIAS_RATE, constant));
      Map<Role, YamlNode.Scalar> headers = headers(keys);
      YamlNode.@Nullable Scalar name = scalar(keys, "file");
      if (name == null || name.text().isEmpty()) {
        if (name != null || !keys.containsKey("file")) {
          add(item, "a table has no \"file\"", "name its file, as file: power-sweep.csv");
        }
        return Optional.empty();
      }
      // the text of the place is the sample file's name
      YamlNode.Scalar place = new YamlNode.Scalar(file, name.line(), name.column());
      return Optional.of(new TableEntry(name.text(), Optional.of(place), constants, headers));
    }

    private Optional<TableEntry.Constant> constant(Map<String, YamlNode.Member> keys, Role role) {
      YamlNode.@Nullable Scalar written = scalar(keys, role.key());
      if (written == null) {
        return Optional.empty();
      }
      Optional<Quantity> quantity = constantQuantity(written, role);
      return quantity.map(value -> new TableEntry.Constant(value, written.text()));
    }

    private Optional<Quantity> constantQuantity(YamlNode.Scalar written, Role role) {
      try {
        Quantity quantity = Quantity.parse(written.text(), role.units().toArray(new Unit[0]));
        refuseUncertainty(written, quantity);
        if (role == Role.BIAS_RATE && quantity.value() == 0) {
          add(written, "found " + written.kind(), "the theory needs a moving bias");
        } else if (role.isPositive() && quantity.value() <= 0) {
          add(written, "found " + written.kind(), role.description() + " must be above zero");
        }
        boolean angular =
            role == Role.RABI_FREQUENCY || quantity.dimension().equals(Dimension.FREQUENCY_RATE);
        if (angular && written.text().contains("Hz")) {
          add(
              written,
              written.kind() + " counts cycles",
              "radians are expected: multiply by 2π and write rad/s or rad/s^2");
        }
        return Optional.of(new Quantity(Math.abs(quantity.value()), 0, quantity.dimension()));
      } catch (UnitException e) {
        add(written, e.found(), role.wanted());
        return Optional.empty();
      }
    }

    private void refuseUncertainty(YamlNode.Scalar written, Quantity quantity) {
      if (quantity.uncertainty() > 0) {
        add(
            written,
            "found an uncertainty, " + written.kind(),
            "uncertainties common to all rows belong under calibration: or resonator:");
      }
    }

    /** A triangle wave's rate of the voltage, from its peak-to-peak amplitude and frequency. */
    private Optional<TableEntry.Constant> triangle(
        YamlNode item,
        Map<String, YamlNode.Member> keys,
        Map<Role, TableEntry.Constant> constants) {
      boolean amplitudeThere = keys.containsKey("bias-amplitude");
      if (amplitudeThere != keys.containsKey("bias-frequency")) {
        add(
            item,
            "found only one of bias-amplitude and bias-frequency",
            "a triangle wave needs both, as bias-amplitude: 4 V, bias-frequency: 2 kHz");
      }
      Optional<Quantity> amplitude = positive(keys, "bias-amplitude", Dimension.VOLTAGE);
      Optional<Quantity> frequency = positive(keys, "bias-frequency", Dimension.FREQUENCY);
      for (String key : List.of("bias-amplitude", "bias-frequency")) {
        YamlNode.@Nullable Member member = keys.get(key);
        Optional<Quantity> quantity = key.equals("bias-amplitude") ? amplitude : frequency;
        if (member != null
            && member.value() instanceof YamlNode.Scalar scalar
            && quantity.isPresent()) {
          refuseUncertainty(scalar, quantity.get());
        }
      }
      if (amplitudeThere && keys.containsKey(Role.BIAS_RATE.key())) {
        add(item, "found bias-rate and bias-amplitude", "keep one of them");
      }
      if (amplitude.isEmpty() || frequency.isEmpty() || constants.containsKey(Role.BIAS_RATE)) {
        return Optional.empty();
      }
      double rate = Calibration.triangleRate(amplitude.get().value(), frequency.get().value());
      String text =
          String.format(Locale.ROOT, "%.6g V/s (a triangle wave, 2 times V_pp times f)", rate);
      return Optional.of(
          new TableEntry.Constant(new Quantity(rate, 0, Dimension.VOLTAGE_RATE), text));
    }

    private Map<Role, YamlNode.Scalar> headers(Map<String, YamlNode.Member> entry) {
      Map<Role, YamlNode.Scalar> headers = new EnumMap<>(Role.class);
      YamlNode.@Nullable Member member = entry.get("columns");
      if (member == null) {
        return headers;
      }
      if (!(member.value() instanceof YamlNode.Mapping mapping)) {
        add(
            member.value(),
            "found " + member.value().kind(),
            "say which column is what, as columns: {frequency: \"fc [GHz]\"}");
        return headers;
      }
      mapping
          .members()
          .forEach(
              (key, value) -> {
                Optional<Role> role = Role.ofKey(key);
                if (role.isEmpty()) {
                  unknown(value.key(), Role.keys());
                } else if (value.value() instanceof YamlNode.Scalar text
                    && !text.text().isEmpty()) {
                  headers.put(role.get(), text);
                } else {
                  add(
                      value.value(),
                      "found " + value.value().kind(),
                      "the header of the column is needed, in quotes");
                }
              });
      return headers;
    }

    // ---- values ------------------------------------------------------------------------------

    private Map<String, YamlNode.Member> section(
        Map<String, YamlNode.Member> top, String key, List<String> known) {
      YamlNode.@Nullable Member member = top.get(key);
      if (member == null) {
        return Map.of();
      }
      @Nullable Map<String, YamlNode.Member> keys = mapping(member.value(), key, known);
      return keys == null ? Map.of() : keys;
    }

    private @Nullable Map<String, YamlNode.Member> mapping(
        YamlNode node, String what, List<String> known) {
      if (!(node instanceof YamlNode.Mapping mapping)) {
        add(
            node,
            "found " + node.kind() + " for " + what,
            "keys with values are needed: " + String.join(", ", known));
        return null;
      }
      mapping.members().values().stream()
          .map(YamlNode.Member::key)
          .filter(key -> !known.contains(key.text()))
          .forEach(key -> unknown(key, known));
      return new LinkedHashMap<>(mapping.members());
    }

    private void unknown(YamlNode.Scalar key, List<String> known) {
      String mend =
          Texts.nearest(key.text(), known)
              .map(nearest -> "did you mean \"" + nearest + "\"?")
              .orElseGet(
                  () ->
                      key.text().matches("[0-9].*")
                          ? "write numbers with a decimal point: a comma ends a value"
                          : known.stream().collect(Collectors.joining(", ", "known are ", "")));
      add(key, "unknown key " + key.kind(), mend);
    }

    private YamlNode.@Nullable Scalar scalar(Map<String, YamlNode.Member> keys, String key) {
      YamlNode.@Nullable Member member = keys.get(key);
      if (member == null) {
        return null;
      }
      if (member.value() instanceof YamlNode.Scalar scalar) {
        return scalar;
      }
      add(member.value(), "found " + member.value().kind() + " for " + key, "write one value");
      return null;
    }

    private Optional<Quantity> positive(
        Map<String, YamlNode.Member> keys, String key, Dimension dimension) {
      return quantity(keys, key, Unit.of(dimension.toString()), POSITIVE, "above zero");
    }

    private Optional<Quantity> quantity(
        Map<String, YamlNode.Member> keys,
        String key,
        Unit unit,
        DoublePredicate range,
        String rangeInWords) {
      YamlNode.@Nullable Scalar written = scalar(keys, key);
      if (written == null) {
        return Optional.empty();
      }
      try {
        Quantity quantity = Quantity.parse(written.text(), unit);
        if (!range.test(quantity.value())) {
          add(written, "found " + written.kind(), key + " must be " + rangeInWords);
        }
        return Optional.of(quantity);
      } catch (UnitException e) {
        add(written, e.found(), e.expected());
        return Optional.empty();
      }
    }

    private void add(YamlNode place, String found, String mend) {
      problems.add(InputProblem.ofCharacter(file, place.line(), place.column(), found, mend));
    }
  }
}
