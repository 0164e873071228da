package tlsfit.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of {@code tlsfit curve} inside this Java.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record CurveRun(int status, String out, String err) {

  static CurveRun of(String... options) {
    List<String> args = new ArrayList<>(List.of("curve"));
    args.addAll(Arrays.asList(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(out, err, args.toArray(new String[0]));
    return new CurveRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The columns of the printed CSV, without quotes. */
  List<String> header() {
    return List.of(out.lines().findFirst().orElse("").split(",", -1));
  }

  /** The numbers of a column, from top to bottom. */
  double[] column(String name) {
    int place = header().indexOf(name);
    return out.lines()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[place]))
        .toArray();
  }

  double value(String column) {
    return column(column)[0];
  }
}
