package tlsfit.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.ValueFault;
import tlsfit.setup.SlowChange;
import tlsfit.table.LayoutChoice;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** Reads one item of the list of tables. */
final class TableEntryReader {
  /** What may be one number for all rows. */
  private static final List<Role> CONSTANT =
      Arrays.stream(Role.values()).filter(role -> !role.isFrequency()).toList();

  /** The keys of a table. */
  static final List<String> KEYS = keys();

  private final String file;
  private final YamlValues yaml;

  TableEntryReader(String file, YamlValues yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  private static List<String> keys() {
    List<String> known = new ArrayList<>(List.of("file", "columns", "repeats", ExcludeReader.KEY));
    known.addAll(LayoutReader.KEYS);
    CONSTANT.forEach(role -> known.add(role.key()));
    Arrays.stream(SlowChange.Family.values()).forEach(family -> known.add(family.key()));
    return List.copyOf(known);
  }

  /** The entry; empty where it names no file. */
  Optional<TableEntry> read(YamlNode item) {
    @Nullable Map<String, YamlNode.Member> keys = yaml.mapping(item, "a table", KEYS);
    if (keys == null) {
      return Optional.empty();
    }
    Map<Role, TableEntry.Constant> constants = new EnumMap<>(Role.class);
    for (Role role : CONSTANT) {
      constant(keys, role).ifPresent(constant -> constants.put(role, constant));
    }
    triangle(item, keys, constants);
    Map<Role, ColumnChoice> columns = new ColumnsReader(yaml).read(keys);
    LayoutChoice layout = new LayoutReader(yaml).read(keys);
    List<Exclusion> exclude = new ExcludeReader(yaml).read(keys);
    List<SlowChange.Kind> slow = slow(keys);
    YamlNode.@Nullable Scalar name = yaml.scalar(keys, "file");
    if (name == null || name.text().isEmpty()) {
      if (name != null || !keys.containsKey("file")) {
        yaml.add(item, "a table has no \"file\"", "name its file, as file: power-sweep.csv");
      }
      return Optional.empty();
    }
    // the text of the place is the sample file's name
    YamlNode.Scalar place = new YamlNode.Scalar(file, name.line(), name.column());
    return Optional.of(
        new TableEntry(
            name.text(),
            Optional.of(place),
            layout,
            keepsRepeats(keys),
            constants,
            columns,
            exclude,
            slow));
  }

  private boolean keepsRepeats(Map<String, YamlNode.Member> keys) {
    YamlNode.@Nullable Scalar repeats = yaml.scalar(keys, "repeats");
    if (repeats != null && !repeats.text().equals("keep")) {
      yaml.add(
          repeats,
          "found " + repeats.kind() + " for repeats",
          "write repeats: keep, or leave it out: equal rows count once then");
    }
    return repeats != null;
  }

  private List<SlowChange.Kind> slow(Map<String, YamlNode.Member> keys) {
    List<SlowChange.Kind> slow = new ArrayList<>();
    for (SlowChange.Family family : SlowChange.Family.values()) {
      YamlNode.@Nullable Scalar written = yaml.scalar(keys, family.key());
      if (written == null) {
        continue;
      }
      Optional<SlowChange.Kind> kind = SlowChange.Kind.find(family, written.text());
      kind.ifPresent(slow::add);
      if (kind.isEmpty()) {
        List<String> values =
            SlowChange.Kind.of(family).stream().map(SlowChange.Kind::value).toList();
        yaml.add(
            written,
            "found " + written.kind() + " for " + family.key(),
            "write "
                + (values.size() > 1 ? "one of " : family.key() + ": ")
                + String.join(", ", values)
                + ", or leave it out");
      }
    }
    return slow;
  }

  private Optional<TableEntry.Constant> constant(Map<String, YamlNode.Member> keys, Role role) {
    YamlNode.@Nullable Scalar written = yaml.scalar(keys, role.key());
    if (written == null) {
      return Optional.empty();
    }
    ColumnHeader levelled = ColumnHeader.of(written.text());
    if (role != Role.SIGMA || levelled.level().isEmpty()) {
      return constantQuantity(written, role)
          .map(
              value ->
                  new TableEntry.Constant(
                      new Quantity(role.kept(value.value()), 0, value.dimension()),
                      written.text()));
    }
    if (Double.isNaN(levelled.sigmas())) {
      yaml.add(
          written, "found the level " + levelled.level().get(), "write 4 kHz (95%) or (2 sigma)");
      return Optional.empty();
    }
    YamlNode.Scalar bare = new YamlNode.Scalar(levelled.name(), written.line(), written.column());
    return constantQuantity(bare, role)
        .map(
            value ->
                new TableEntry.Constant(
                    new Quantity(value.value() / levelled.sigmas(), 0, value.dimension()),
                    String.format(
                        Locale.ROOT,
                        "%s, divided by %.6g to one standard deviation,",
                        written.text(),
                        levelled.sigmas())));
  }

  private Optional<Quantity> constantQuantity(YamlNode.Scalar written, Role role) {
    try {
      Quantity quantity = Quantity.parse(written.text(), role.units().toArray(new Unit[0]));
      for (ValueFault fault : role.faults(quantity, written.text())) {
        switch (fault) {
          case UNCERTAIN -> refuseUncertainty(written, quantity);
          case NOT_ABOVE_ZERO ->
              yaml.add(
                  written,
                  "found " + written.kind(),
                  role.isPositive()
                      ? role.description() + " must be above zero"
                      : "the theory needs a moving bias");
          case COUNTS_CYCLES ->
              yaml.add(written, written.kind() + " counts cycles", Role.IN_RADIANS);
        }
      }
      return Optional.of(new Quantity(Math.abs(quantity.value()), 0, quantity.dimension()));
    } catch (UnitException e) {
      yaml.add(written, e.found(), role.wanted());
      return Optional.empty();
    }
  }

  private void refuseUncertainty(YamlNode.Scalar written, Quantity quantity) {
    if (quantity.uncertainty() > 0) {
      yaml.add(
          written,
          "found an uncertainty, " + written.kind(),
          "uncertainties common to all rows belong under calibration: or resonator:");
    }
  }

  // a triangle wave's rate of the voltage, where its amplitude and frequency hold for all rows
  private void triangle(
      YamlNode item, Map<String, YamlNode.Member> keys, Map<Role, TableEntry.Constant> constants) {
    if (keys.containsKey(Role.BIAS_AMPLITUDE.key()) && keys.containsKey(Role.BIAS_RATE.key())) {
      yaml.add(item, "found bias-rate and bias-amplitude", "keep one of them");
    }
    TableEntry.@Nullable Constant amplitude = constants.get(Role.BIAS_AMPLITUDE);
    TableEntry.@Nullable Constant frequency = constants.get(Role.BIAS_FREQUENCY);
    if (amplitude == null || frequency == null || constants.containsKey(Role.BIAS_RATE)) {
      return;
    }
    double rate =
        Calibration.triangleRate(amplitude.quantity().value(), frequency.quantity().value());
    String text =
        String.format(Locale.ROOT, "%.6g V/s (a triangle wave, 2 times V_pp times f)", rate);
    constants.remove(Role.BIAS_AMPLITUDE);
    constants.remove(Role.BIAS_FREQUENCY);
    constants.put(
        Role.BIAS_RATE,
        new TableEntry.Constant(new Quantity(rate, 0, Dimension.VOLTAGE_RATE), text));
  }
}
