package tlsfit.simulate;

import java.util.List;
import java.util.Map;

/** The text of a simulated sample file: what it says of the instrument, and its tables. */
final class SampleFileText {
  private SampleFileText() {}

  /**
   * Writes the file.
   *
   * @param sample name of the sample
   * @param settings what it says of the instrument
   * @param tables that belong to it
   * @param origin what it says of itself in its first line
   */
  static String of(String sample, Settings settings, List<TablePlan> tables, String origin) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(origin).append('\n');
    text.append("sample: ").append(sample).append('\n');
    text.append("description: synthetic, made by tlsfit simulate\n");
    section(text, "resonator", settings.resonator());
    section(text, "calibration", settings.chain());
    text.append("tables:\n");
    for (TablePlan table : tables) {
      text.append("  - file: ").append(table.file()).append('\n');
      for (Axis axis : List.of(table.drive(), table.bias())) {
        if (!table.hasColumn(axis)) {
          String value = axis.values(1).get(0);
          text.append("    ").append(axis.key()).append(": ").append(value);
          text.append(axis.unit().toString().equals("1") ? "" : " " + axis.unit()).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void section(StringBuilder text, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      text.append(key).append(":\n");
      values.forEach((name, value) -> text.append("  " + name + ": " + value + "\n"));
    }
  }
}
