package tlsfit.fit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.ParameterValues;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.units.Constants;

/**
 * Draws the likelihood of three simulated measurements over the plane of p and T10, for the user
 * guide: one that determines p, one of one side of the extremum, and one that two values of p fit.
 * The argument is the SVG file to write; takes some seconds.
 */
final class LikelihoodPictures {
  private static final int COLUMNS = 100;
  private static final int ROWS = 60;
  private static final int SIDE = 3;
  private static final double LOWEST_DIPOLE = 0.03; // D
  private static final double HIGHEST_DIPOLE = 300;
  private static final double SHORTEST = 1e-8; // s
  private static final double LONGEST = 1e-3;

  /** Δχ² up to which each colour goes: 68 and 95 % of two parameters, then beyond. */
  private static final double[] LEVELS = {2.30, 5.99, 20, 100, 1000};

  private static final String[] COLOURS = {
    "#08306b", "#4292c6", "#9ecae1", "#deebf7", "#f4f4f4", "#ffffff"
  };

  private record Case(String title, Measurement measurement, ParameterValues truth) {}

  private LikelihoodPictures() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), picture(cases()), StandardCharsets.UTF_8);
  }

  private static List<Case> cases() {
    ParameterValues around =
        new ParameterValues(6.5e-5, 18.9 * Constants.DEBYE, 1 / 10.7e-6, 3.1764e9);
    return List.of(
        new Case(
            "three powers and a bias sweep",
            Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 40_000, 1),
            Experiments.TRUTH),
        new Case(
            "weak drive alone",
            Experiments.simulate(sweep(60, 600, 3.2e10, 40), Experiments.TRUTH, 4_000, 1),
            Experiments.TRUTH),
        new Case(
            "a short sweep",
            Experiments.simulate(sweep(32, 199, 3.0e8, 60), around, 400, 2),
            around));
  }

  private static Measurement sweep(double from, double to, double rate, int n) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      readings.add(
          new Reading(
              new Drive.AcField(from * Math.pow(to / from, i / (n - 1.0))),
              new BiasRate.FieldRate(rate),
              5e9,
              OptionalDouble.empty(),
              new Origin("test.csv", i + 2)));
    }
    return Experiments.of(readings);
  }

  /** Δχ² above the lowest of the plane: by column, by row; the last row is no relaxation. */
  private static double[][] map(Measurement measurement) {
    Observations observations = new Observations(measurement, new Noise.Absolute());
    ConditionalFit fit =
        new ConditionalFit(observations, FitOptions.of(Experiments.LOG, new Noise.Absolute()));
    double[][] map = new double[COLUMNS][ROWS + 2];
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < COLUMNS; i++) {
      for (int j = 0; j < ROWS + 2; j++) {
        double rate = j < ROWS ? 1 / at(SHORTEST, LONGEST, (j + 0.5) / ROWS) : 0;
        double dipole = at(LOWEST_DIPOLE, HIGHEST_DIPOLE, (i + 0.5) / COLUMNS);
        map[i][j] = fit.at(dipole * Constants.DEBYE, rate).chiSquare();
        lowest = Math.min(lowest, map[i][j]);
      }
    }
    for (double[] column : map) {
      for (int j = 0; j < column.length; j++) {
        column[j] -= lowest;
      }
    }
    return map;
  }

  private static double at(double low, double high, double share) {
    return low * Math.pow(high / low, share);
  }

  private static double share(double low, double high, double value) {
    return Math.log(value / low) / Math.log(high / low);
  }

  private static String picture(List<Case> cases) {
    int width = COLUMNS * SIDE;
    int height = (ROWS + 2) * SIDE;
    int left = 75;
    int pitch = width + 30;
    int top = 40;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n"
                + "<title>Δχ² over the plane of p and T10 for three measurements</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            left + 3 * pitch,
            top + height + 110));
    for (int k = 0; k < cases.size(); k++) {
      panel(out, cases.get(k), left + k * pitch, top, k == 0);
    }
    int y = top + height + 66;
    String[] words = {"68 % region", "95 % region", "to 20", "to 100", "to 1000", "above"};
    for (int colour = 0; colour < COLOURS.length; colour++) {
      int x = left + colour * 150;
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"24\" height=\"14\" fill=\"%s\""
                  + " stroke=\"#888\" stroke-width=\"0.5\"/>%n",
              x,
              y,
              COLOURS[colour]));
      text(out, x + 30, y + 12, "start", words[colour]);
    }
    text(out, left, y + 36, "start", "Δχ² above the lowest; + the truth; top row: no relaxation");
    return out.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder out, Case one, int x0, int top, boolean labels) {
    int width = COLUMNS * SIDE;
    int height = (ROWS + 2) * SIDE;
    double[][] map = map(one.measurement);
    out.append(
        String.format(
            Locale.ROOT,
            "<g transform=\"translate(%d,%d)\" shape-rendering=\"crispEdges\">%n",
            x0,
            top));
    for (int colour = 0; colour < COLOURS.length; colour++) {
      StringBuilder cells = new StringBuilder();
      for (int i = 0; i < COLUMNS; i++) {
        for (int j = 0; j < ROWS + 2; j++) {
          if (colour(map[i][j]) == colour) {
            int y = (ROWS + 1 - j) * SIDE;
            cells.append("M" + i * SIDE + "," + y + "h" + SIDE + "v" + SIDE + "h-" + SIDE + "z");
          }
        }
      }
      if (!cells.isEmpty()) {
        out.append("<path fill=\"" + COLOURS[colour] + "\" d=\"" + cells + "\"/>\n");
      }
    }
    out.append(
        String.format(
            Locale.ROOT,
            "<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#000\"/>%n</g>%n",
            width,
            height));
    text(out, x0 + width / 2, top - 12, "middle", one.title);
    for (String debye : List.of("0.1", "1", "10", "100")) {
      double share = share(LOWEST_DIPOLE, HIGHEST_DIPOLE, Double.parseDouble(debye));
      int x = x0 + (int) Math.round(share * width);
      line(out, x, top + height, x, top + height + 5);
      text(out, x, top + height + 20, "middle", debye);
    }
    text(out, x0 + width / 2, top + height + 40, "middle", "p [D]");
    for (String microseconds : List.of("0.01", "0.1", "1", "10", "100", "1000")) {
      int y = y(top, 1e-6 * Double.parseDouble(microseconds));
      line(out, x0 - 5, y, x0, y);
      if (labels) {
        text(out, x0 - 8, y + 4, "end", microseconds);
      }
    }
    if (labels) {
      text(out, x0 - 70, top - 12, "start", "T10 [µs]");
    }
    int x =
        x0
            + (int)
                Math.round(
                    share(LOWEST_DIPOLE, HIGHEST_DIPOLE, one.truth.dipoleMoment() / Constants.DEBYE)
                        * width);
    int y = y(top, 1 / one.truth.relaxationRate());
    line(out, x - 6, y, x + 6, y);
    line(out, x, y - 6, x, y + 6);
  }

  private static int y(int top, double time) {
    return top + (int) Math.round((2 + ROWS * (1 - share(SHORTEST, LONGEST, time))) * SIDE);
  }

  private static int colour(double rise) {
    int colour = 0;
    while (colour < LEVELS.length && rise > LEVELS[colour]) {
      colour++;
    }
    return colour;
  }

  private static void line(StringBuilder out, int x1, int y1, int x2, int y2) {
    out.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d,%dL%d,%d\" stroke=\"#d73027\" stroke-width=\"1.5\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder out, int x, int y, String anchor, String words) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
