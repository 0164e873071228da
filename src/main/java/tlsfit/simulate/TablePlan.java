package tlsfit.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Channel;

/**
 * One table to simulate.
 *
 * @param file its file name
 * @param drive how strong the microwave is
 * @param bias how fast the bias moves
 * @param drivePoints number of values of the drive
 * @param biasPoints number of values of the bias
 */
public record TablePlan(String file, Axis drive, Axis bias, int drivePoints, int biasPoints) {
  private static final Pattern POINTS = Pattern.compile("([0-9]{1,6})(?:x([0-9]{1,6}))?");
  private static final String EXAMPLE =
      "write it as in \"power-sweep.csv: power=-100..-40 dBm, bias-rate=16000 V/s, points=40\"";

  /**
   * Reads {@code power-sweep.csv: power=-100..-40 dBm, bias-rate=16000 V/s, points=40}; {@code
   * points=40x5} where both are ranges, the drive first.
   *
   * @throws SimulationException if the text says something else
   */
  public static TablePlan parse(String text) {
    int colon = text.indexOf(':');
    String file = colon < 0 ? "" : text.substring(0, colon).strip();
    if (file.isEmpty() || file.contains("/") || file.contains("\\") || file.startsWith(".")) {
      throw new SimulationException(
          "table \"" + text + "\" does not begin with a file name; " + EXAMPLE);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (String setting : text.substring(colon + 1).split(",", -1)) {
      int sign = setting.indexOf('=');
      String key = sign < 0 ? setting.strip() : setting.substring(0, sign).strip();
      if (sign < 0 || (Channel.ofKey(key).isEmpty() && !key.equals("points"))) {
        throw new SimulationException(file + ": unknown setting \"" + key + "\"; " + EXAMPLE);
      }
      if (settings.put(key, setting.substring(sign + 1).strip()) != null) {
        throw new SimulationException(file + ": " + key + " is given twice");
      }
    }
    List<Axis> drives =
        settings.entrySet().stream()
            .filter(setting -> !setting.getKey().equals("points"))
            .filter(setting -> !setting.getKey().equals("bias-rate"))
            .map(setting -> Axis.parse(setting.getKey(), setting.getValue()))
            .toList();
    @Nullable String bias = settings.get("bias-rate");
    @Nullable String points = settings.get("points");
    if (drives.size() != 1 || bias == null || points == null) {
      throw new SimulationException(
          file
              + ": one of power, photons, ac-field, rabi-frequency is needed, and bias-rate and"
              + " points; "
              + EXAMPLE);
    }
    return of(file, drives.get(0), Axis.parse("bias-rate", bias), points);
  }

  private static TablePlan of(String file, Axis drive, Axis bias, String points) {
    Matcher matcher = POINTS.matcher(points);
    int ranges = (int) Stream.of(drive, bias).filter(axis -> !axis.isConstant()).count();
    if (!matcher.matches() || ranges == 0 || (ranges == 2) != (matcher.group(2) != null)) {
      throw new SimulationException(
          file
              + ": points="
              + points
              + " does not fit "
              + ranges
              + " ranges: write points=40 for one, points=40x5 for two, the drive first");
    }
    int first = Integer.parseInt(matcher.group(1));
    int second = ranges == 2 ? Integer.parseInt(matcher.group(2)) : first;
    if (first < 2 || second < 2) {
      throw new SimulationException(file + ": a range needs two points or more");
    }
    return new TablePlan(
        file, drive, bias, drive.isConstant() ? 1 : first, bias.isConstant() ? 1 : second);
  }

  /** Whether it holds fields and rates as they are in the dielectric, needing no calibration. */
  boolean isOfFields() {
    return !drive.channel().needsCalibration() && !bias.channel().needsCalibration();
  }

  /** A table of fields says all itself; one in laboratory form leaves constants to the file. */
  boolean hasColumn(Axis axis) {
    return !axis.isConstant() || isOfFields();
  }
}
