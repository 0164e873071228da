package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.Coupling;
import tlsfit.measurement.Resonator;
import tlsfit.result.SampleNotes;
import tlsfit.setup.FitSetup;
import tlsfit.table.InputProblem;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;

/** Reads a sample file's keys; its tables are read by {@link TableEntryReader}. */
final class SampleFileReader {
  /** The keys of the file. */
  static final List<String> KEYS =
      List.of(
          "sample",
          "description",
          "covariates",
          "calibration-group",
          "resonator",
          "calibration",
          "fit",
          "tables");

  /** The keys of {@code resonator}. */
  static final List<String> RESONATOR =
      List.of(
          "frequency",
          "gap",
          "capacitance",
          "permittivity",
          "coupling",
          "loaded-q",
          "coupling-q",
          "temperature");

  /** The keys of {@code calibration}. */
  static final List<String> CALIBRATION =
      List.of(
          "attenuation",
          "field-per-sqrt-photon",
          "field-per-sqrt-watt",
          "bias-fraction",
          SampleNotesReader.ID);

  private final String file;
  private final List<InputProblem> problems;
  private final YamlValues yaml;
  private final List<String> notes = new ArrayList<>();

  SampleFileReader(String file, List<InputProblem> problems) {
    this.file = file;
    this.problems = problems;
    this.yaml = new YamlValues(file, problems);
  }

  /** Reads what can be read, adding a problem for all that cannot. */
  SampleFile read(String text) {
    Optional<YamlNode> document = new YamlReader(file, problems).read(text);
    SampleFile nothing =
        new SampleFile(
            "", Calibration.NONE, FitSetup.NONE, List.of(), notes, Map.of(), SampleNotes.NONE);
    if (document.isEmpty()) {
      return nothing;
    }
    @Nullable Map<String, YamlNode.Member> keys =
        yaml.mapping(document.get(), "the sample file", KEYS);
    if (keys == null) {
      return nothing;
    }
    String name = "";
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, "sample");
    if (written != null) {
      name = written.text();
      SampleFile.objectionToName(name)
          .ifPresent(reason -> yaml.add(written, "found " + written.kind(), reason));
    } else if (!keys.containsKey("sample")) {
      yaml.add(document.get(), "the key \"sample\" is missing", "name the sample, as sample: al-a");
    }
    Resonator resonator = resonator(keys);
    Calibration calibration = calibration(keys, resonator);
    FitSectionReader section = new FitSectionReader(yaml);
    FitSetup fit = section.read(keys);
    section.lines().forEach(line -> notes.add(file + ": the fit has " + line));
    SampleNotesReader about = new SampleNotesReader(yaml);
    return new SampleFile(
        name,
        calibration,
        fit,
        tables(document.get(), keys),
        notes,
        about.ids(keys),
        about.read(keys));
  }

  private Resonator resonator(Map<String, YamlNode.Member> top) {
    Map<String, YamlNode.Member> keys = section(top, "resonator", RESONATOR);
    Resonator resonator =
        new Resonator(
            yaml.believable(keys, "frequency", Unit.of("Hz"), Believable.FREQUENCY),
            yaml.believable(keys, "gap", Unit.of("m"), Believable.GAP),
            yaml.believable(keys, "capacitance", Unit.of("F"), Believable.CAPACITANCE),
            yaml.believable(keys, "permittivity", Unit.ONE, Believable.PERMITTIVITY),
            coupling(keys),
            yaml.believable(keys, "loaded-q", Unit.ONE, Believable.QUALITY),
            yaml.believable(keys, "coupling-q", Unit.ONE, Believable.QUALITY),
            yaml.believable(keys, "temperature", Unit.of("K"), Believable.TEMPERATURE));
    checkQuality(keys, resonator);
    noteUnused("permittivity", resonator.permittivity());
    noteUnused("temperature", resonator.temperature());
    return resonator;
  }

  /** 1/Q_l = 1/Q_i + 1/Q_c, so that Q_l is always the smallest of the three. */
  private void checkQuality(Map<String, YamlNode.Member> keys, Resonator resonator) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, "loaded-q");
    if (written != null && resonator.loadedQ().map(resonator::loadedQImpossible).orElse(false)) {
      yaml.add(
          written,
          "found a loaded Q that is not below coupling-q",
          "1/Q_l = 1/Q_i + 1/Q_c: exchange the two, or look where they come from");
    }
  }

  private void noteUnused(String key, Optional<Quantity> quantity) {
    if (quantity.isPresent() && quantity.get().uncertainty() > 0) {
      notes.add(file + ": the uncertainty of " + key + " is not used");
    }
  }

  private Optional<Coupling> coupling(Map<String, YamlNode.Member> keys) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, "coupling");
    if (written == null) {
      return Optional.empty();
    }
    Optional<Coupling> coupling = Coupling.find(written.text());
    if (coupling.isEmpty()) {
      String known =
          Arrays.stream(Coupling.values()).map(Coupling::key).collect(Collectors.joining(", "));
      yaml.add(written, "found " + written.kind(), "write one of " + known);
    }
    return coupling;
  }

  private Calibration calibration(Map<String, YamlNode.Member> top, Resonator resonator) {
    Map<String, YamlNode.Member> keys = section(top, "calibration", CALIBRATION);
    YamlNode.@Nullable Member perWatt = keys.get("field-per-sqrt-watt");
    if (perWatt != null && keys.containsKey("field-per-sqrt-photon")) {
      yaml.add(
          perWatt.key(),
          "found field-per-sqrt-photon and field-per-sqrt-watt",
          "keep the one that was measured");
    }
    Unit field = Unit.of("V/m");
    return new Calibration(
        resonator,
        yaml.believable(keys, "attenuation", Unit.DECIBEL, Believable.ATTENUATION),
        yaml.believable(keys, "field-per-sqrt-photon", field, Believable.FIELD),
        yaml.believable(keys, "field-per-sqrt-watt", field, Believable.FIELD),
        yaml.believable(keys, "bias-fraction", Unit.ONE, Believable.FRACTION));
  }

  private Map<String, YamlNode.Member> section(
      Map<String, YamlNode.Member> top, String key, List<String> known) {
    YamlNode.@Nullable Member member = top.get(key);
    if (member == null) {
      return Map.of();
    }
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(member.value(), key, known);
    return keys == null ? Map.of() : keys;
  }

  private List<TableEntry> tables(YamlNode document, Map<String, YamlNode.Member> top) {
    YamlNode.@Nullable Member member = top.get("tables");
    String example = "list them, as in tables: [{file: power-sweep.csv}]";
    if (member == null) {
      yaml.add(document, "the key \"tables\" is missing", example);
      return List.of();
    }
    if (!(member.value() instanceof YamlNode.Sequence list)) {
      yaml.add(member.value(), "found " + member.value().kind(), example);
      return List.of();
    }
    if (list.items().isEmpty()) {
      yaml.add(list, "the list of tables is empty", example);
    }
    List<TableEntry> entries = new ArrayList<>();
    TableEntryReader reader = new TableEntryReader(file, yaml);
    list.items().forEach(item -> reader.read(item).ifPresent(entries::add));
    return entries;
  }
}
