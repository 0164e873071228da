package tlsfit.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A NIST StRD problem of nonlinear regression, from its file among the test resources.
 *
 * @param name what NIST calls it
 * @param model its model
 * @param starts the two certified starts, the far one first
 * @param certified the certified parameters
 * @param deviations their certified standard deviations
 * @param squares the certified residual sum of squares
 * @param observations y, then x, each
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of one problem, never compared
record NistProblem(
    String name,
    NistModel model,
    List<double[]> starts,
    double[] certified,
    double[] deviations,
    double squares,
    List<double[]> observations) {

  /** All 27, in NIST's order of difficulty. */
  static final List<String> NAMES =
      List.of(
          "Misra1a",
          "Chwirut2",
          "Chwirut1",
          "Lanczos3",
          "Gauss1",
          "Gauss2",
          "DanWood",
          "Misra1b",
          "Kirby2",
          "Hahn1",
          "Nelson",
          "MGH17",
          "Lanczos1",
          "Lanczos2",
          "Gauss3",
          "Misra1c",
          "Misra1d",
          "Roszman1",
          "ENSO",
          "MGH09",
          "Thurber",
          "BoxBOD",
          "Rat42",
          "MGH10",
          "Eckerle4",
          "Rat43",
          "Bennett5");

  static NistProblem read(String name) {
    Map<String, String[]> words = new HashMap<>();
    List<double[]> observations = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    NistProblem.class.getResourceAsStream("nist/" + name + ".txt")),
                StandardCharsets.US_ASCII))) {
      for (String line : reader.lines().toList()) {
        String[] parts = line.split(" ", -1);
        if (Character.isLetter(line.charAt(0))) {
          words.put(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
        } else {
          observations.add(numbers(parts));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NistProblem(
        name,
        NistModel.valueOf(get(words, "model")[0]),
        List.of(numbers(get(words, "start1")), numbers(get(words, "start2"))),
        numbers(get(words, "certified")),
        numbers(get(words, "deviation")),
        Double.parseDouble(get(words, "squares")[0]),
        observations);
  }

  static List<NistProblem> all() {
    return NAMES.stream().map(NistProblem::read).toList();
  }

  /** Residuals y − f(x; b), with their exact Jacobian. */
  ResidualFunction residuals() {
    return b -> {
      double[] residuals = new double[observations.size()];
      double[][] jacobian = new double[observations.size()][b.length];
      for (int i = 0; i < residuals.length; i++) {
        double[] observed = observations.get(i);
        double[] values = model.at(b, Arrays.copyOfRange(observed, 1, observed.length));
        residuals[i] = model.response(observed[0]) - values[0];
        for (int j = 0; j < b.length; j++) {
          jacobian[i][j] = -values[j + 1];
        }
      }
      return new ResidualFunction.Evaluation(residuals, jacobian);
    };
  }

  private static String[] get(Map<String, String[]> words, String key) {
    return Objects.requireNonNull(words.get(key), key);
  }

  private static double[] numbers(String[] words) {
    return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
