package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.measurement.Coupling;
import tlsfit.setup.Loss;
import tlsfit.setup.SigmaUse;
import tlsfit.setup.SlowChange;
import tlsfit.table.InputProblem;

/** An editor with the schema and the loader take the same sample files. */
class SampleSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern BLOCK =
      Pattern.compile(" *```yaml\n( *)(sample: .*?)```", Pattern.DOTALL);
  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(TREE);

  private static JsonNode tree() {
    try {
      return new ObjectMapper().readTree(SampleSchema.text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> faults(String yaml) throws IOException {
    return SCHEMA.validate(YAML.readTree(yaml)).stream().map(Object::toString).toList();
  }

  private static List<InputProblem> problems(String yaml) {
    List<InputProblem> problems = new ArrayList<>();
    SampleFile.of(yaml, "a.yaml", problems);
    return problems;
  }

  static List<Path> sampleFiles() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("sample-data", "src/test/resources/tlsfit/load/good")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
      }
    }
    all.add(Path.of("src/test/resources/tlsfit/load/fuzz/sample.yaml"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("sampleFiles")
  void sampleFilesOfTheProjectAreValid(Path file) throws IOException {
    assertThat(faults(Files.readString(file))).isEmpty();
  }

  @Test
  void sampleFilesOfTheGuidesAreValid() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    int found = 0;
    for (Path page : pages) {
      Matcher block = BLOCK.matcher(Files.readString(page).replace("\r\n", "\n"));
      while (block.find()) {
        assertThat(faults(block.group(2).replace("\n" + block.group(1), "\n")))
            .as(page + ": " + block.group(2))
            .isEmpty();
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatInitWritesIsValid() throws IOException {
    Path folder = Path.of("src/test/resources/tlsfit/cli/init");
    SampleDraft draft =
        SampleDraft.of("SN12", Map.of("SN12_power.csv", folder.resolve("SN12_power.csv")));
    assertThat(faults(draft.text(Map.of()))).isEmpty();
  }

  private static final String START = "sample: a\ntables:\n  - file: a.csv\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "    sigma: 800 Hz (2 sigma)\n    bias-rate: -2 kV/s\n    photons: 12\n",
        "    columns: {bias_rate: 2, sigma: err, frequency: {column: 3, unit: 1, as-is: true}}\n",
        "    columns: {power: {path: /run/power, unit: dBm}}\n    dataset: /run\n",
        "    exclude: power > -40 dBm\n    header: none\n    decimal: comma\n    separator: '|'\n",
        "    exclude: [3, 7..9, 12 - 14, bias-rate = 16 kV/s and photons > 1e6]\n",
        "    sheet: 3\n    range: $C$3:F16\n    header: 4\n    separator: \\t\n",
        "    layout: transposed\n",
        "    layout: {across: \"bias-rate [V/s]\", cells: \"frequency [GHz]\"}\n",
        "    reference: own\n    drift: linear\n    baseline: sqrt\n    repeats: keep\n",
        "    power-sigma: 0.5 dB\n    internal-q: 1e6\n    bias-amplitude: 4 V\n",
        "resonator: {gap: .5 um ± 2 nm, permittivity: 10 +- 1, coupling: shunt, coupling-q: 1e4}\n",
        "calibration: {attenuation: 78 +/- 1 dB, bias-fraction: 0.5, id: {gap: w7}}\n",
        "calibration: {attenuation: -0 dB, id: 3}\n",
        "fit: {fix: {relaxationTime: 3 us}, bound: {chi: .. 1e-3}, loss: soft-l1}\n",
        "fit: {prior: {chi: 1.2e-4 +- 2e-5}, sigma: per-table, calibration: apart}\n",
        "covariates: {thickness: 50 nm, run: 3}\ncalibration-group: 12\ndescription: true\n",
      })
  void bothTake(String rest) throws IOException {
    assertThat(problems(START + rest)).isEmpty();
    assertThat(faults(START + rest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    bias_rate: 2 kV/s\n",
        "    frequency: 5 GHz\n",
        "    power: -80\n",
        "    photons: many\n",
        "    bias-rate: 2 kV/s\n    bias-amplitude: 4 V\n",
        "    columns: {powr: 2}\n",
        "    columns: {power: {unit: dBm}}\n",
        "    columns: {power: {column: 2, units: dBm}}\n",
        "    columns: {power: [2]}\n",
        "    columns: {power: {column: 2, as-is: perhaps}}\n",
        "    exclude: the first\n",
        "    exclude: [[3]]\n",
        "    header: 0\n",
        "    decimal: ';'\n",
        "    separator: dash\n",
        "    range: C3\n",
        "    repeats: drop\n",
        "    layout: long\n",
        "    layout: {across: \"bias-rate [V/s]\", below: frequency}\n",
        "    layout: []\n",
        "    reference: shared\n",
        "    baseline: fourth-root\n",
        "  - columns: {power: 2}\n",
        "resonator: {gapp: 50 nm}\n",
        "resonator: {gap: 50}\n",
        "resonator: {coupling: loose}\n",
        "resonator: []\n",
        "calibration: {field-per-sqrt-photon: 12 V/m, field-per-sqrt-watt: 3e9 V/m}\n",
        "calibration: {id: {permittivity: w7}}\n",
        "fit: {fix: {chi: 1e-4 +- 1e-5}}\n",
        "fit: {prior: {chi: 1e-4}}\n",
        "fit: {bound: {chi: 1e-4}}\n",
        "fit: {fix: {tau: 1}}\n",
        "fit: {sigma: some}\n",
        "covariates: 50 nm\n",
        "covariates: {thickness: thin}\n",
        "gap: 50 nm\n",
      })
  void bothRefuse(String rest) throws IOException {
    assertThat(problems(START + rest)).isNotEmpty();
    assertThat(faults(START + rest)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sample: a\n", "tables: [{file: a.csv}]\n", "sample: a\ntables: []\n", "[a, b]\n"})
  void bothMiss(String yaml) throws IOException {
    assertThat(problems(yaml)).isNotEmpty();
    assertThat(faults(yaml)).isNotEmpty();
  }

  private static JsonNode at(String pointer) {
    JsonNode node = TREE.at(pointer);
    assertThat(node.isMissingNode()).as(pointer).isFalse();
    return node;
  }

  private static void keys(String pointer, Collection<String> known) {
    JsonNode node = at(pointer);
    TreeSet<String> keys = new TreeSet<>();
    node.get("properties").fieldNames().forEachRemaining(keys::add);
    assertThat(keys).as(pointer).isEqualTo(new TreeSet<>(known));
    assertThat(node.get("additionalProperties").asBoolean(true)).as(pointer).isFalse();
  }

  @Test
  void theKeysAreThoseOfTheLoader() {
    keys("", SampleFileReader.KEYS);
    keys("/properties/resonator", SampleFileReader.RESONATOR);
    keys("/properties/calibration", SampleFileReader.CALIBRATION);
    keys("/properties/calibration/properties/id/anyOf/1", SampleNotesReader.NUMBERS);
    keys("/properties/fit", FitSectionReader.KEYS);
    for (String key : List.of("fix", "bound", "prior")) {
      keys("/properties/fit/properties/" + key, FitSectionReader.PARAMETERS);
    }
    keys("/definitions/table", TableEntryReader.KEYS);
    keys("/definitions/table/properties/columns", Role.keys());
    keys("/definitions/table/properties/layout/anyOf/1", LayoutReader.WIDE);
    keys("/definitions/column/anyOf/2", ColumnsReader.KEYS);
  }

  @Test
  void columnsMayBeNamedAsInTables() {
    String other =
        at("/definitions/table/properties/columns/patternProperties").fieldNames().next();
    assertThat(Role.columns()).allMatch(name -> Role.keys().contains(name) || name.matches(other));
  }

  private static void words(String pointer, List<String> known) {
    List<String> words = new ArrayList<>();
    at(pointer + "/enum").forEach(word -> words.add(word.asText()));
    assertThat(words).as(pointer).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void theWordsAreThoseOfTheLoader() {
    words(
        "/properties/resonator/properties/coupling",
        Arrays.stream(Coupling.values())
            .flatMap(one -> Stream.concat(Stream.of(one.key()), one.otherKeys().stream()))
            .toList());
    words("/properties/fit/properties/loss", Arrays.stream(Loss.values()).map(Loss::key).toList());
    words(
        "/properties/fit/properties/sigma",
        Arrays.stream(SigmaUse.values()).map(SigmaUse::key).toList());
    for (SlowChange.Family family : SlowChange.Family.values()) {
      words(
          "/definitions/table/properties/" + family.key(),
          SlowChange.Kind.of(family).stream().map(SlowChange.Kind::value).toList());
    }
  }
}
