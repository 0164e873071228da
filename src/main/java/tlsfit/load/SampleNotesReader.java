package tlsfit.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Covariate;
import tlsfit.result.SampleNotes;
import tlsfit.units.Numbers;
import tlsfit.units.UnitException;

/** Reads the keys of a sample file that no fit uses, for whoever compares samples. */
final class SampleNotesReader {
  /** The key of names of the calibration. */
  static final String ID = "id";

  /** The numbers that may have a name of their own. */
  static final List<String> NUMBERS =
      List.of(
          "attenuation",
          "field-per-sqrt-photon",
          "field-per-sqrt-watt",
          "bias-fraction",
          "coupling-q",
          "loaded-q",
          "frequency",
          "capacitance",
          "gap");

  private final YamlValues yaml;

  SampleNotesReader(YamlValues yaml) {
    this.yaml = yaml;
  }

  /**
   * Reads the notes.
   *
   * @param top the keys of the sample file
   */
  SampleNotes read(Map<String, YamlNode.Member> top) {
    return new SampleNotes(
        text(top, "description"), text(top, "calibration-group"), covariates(top));
  }

  /**
   * The names of numbers of the calibration, by their keys; under the empty key that of all numbers
   * of the line.
   *
   * @param top the keys of the sample file
   */
  Map<String, String> ids(Map<String, YamlNode.Member> top) {
    YamlNode.@Nullable Member section = top.get("calibration");
    if (section == null || !(section.value() instanceof YamlNode.Mapping mapping)) {
      return Map.of();
    }
    YamlNode.@Nullable Member id = mapping.members().get(ID);
    if (id == null) {
      return Map.of();
    }
    if (id.value() instanceof YamlNode.Scalar) {
      return Map.of("", text(mapping.members(), ID));
    }
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(id.value(), ID, NUMBERS);
    Map<String, String> ids = new LinkedHashMap<>();
    if (keys != null) {
      keys.keySet().forEach(key -> ids.put(key, text(keys, key)));
    }
    return ids;
  }

  private String text(Map<String, YamlNode.Member> keys, String key) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, key);
    return written == null ? "" : written.text();
  }

  private List<Covariate> covariates(Map<String, YamlNode.Member> top) {
    YamlNode.@Nullable Member member = top.get("covariates");
    if (member == null) {
      return List.of();
    }
    if (!(member.value() instanceof YamlNode.Mapping mapping)) {
      yaml.add(
          member.value(),
          "found " + member.value().kind() + " for covariates",
          "write names with numbers, as in covariates: {thickness: 50 nm}");
      return List.of();
    }
    List<Covariate> covariates = new ArrayList<>();
    for (String name : mapping.members().keySet()) {
      YamlNode.@Nullable Scalar written = yaml.scalar(mapping.members(), name);
      if (written != null) {
        covariate(name, written, covariates);
      }
    }
    return covariates;
  }

  private void covariate(String name, YamlNode.Scalar written, List<Covariate> covariates) {
    try {
      Numbers.Leading number = Numbers.leading(written.text());
      covariates.add(new Covariate(name, number.value(), number.rest()));
    } catch (UnitException e) {
      yaml.add(written, e.found(), "write a number with its unit, as in " + name + ": 50 nm");
    }
  }
}
