package tlsfit.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Measures the errors of the tables against direct quadrature: draws those of S and its derivatives
 * over the plane of ξ and η, and prints the largest of these and of those of C and D. Takes about
 * half a minute; the arguments are the SVG and the CSV file to write.
 */
final class AccuracyMap {
  private static final int COLUMNS = 60;
  private static final int ROWS = 40;
  private static final double CELL = 0.4; // decades
  private static final double XI_FROM = -12;
  private static final double ETA_FROM = -8;

  /** Points in a cell, of which the worst counts. */
  private static final int POINTS = 4;

  private static final String[] TITLES = {"S", "∂S/∂ln ξ", "∂S/∂η"};

  /** Steps of half a decade from 1e-16. */
  private static final String[] COLOURS = {
    "#f7f7f7", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c",
    "#fdae61", "#f46d43", "#d73027", "#a50026", "#000000"
  };

  private AccuracyMap() {}

  public static void main(String[] arguments) throws IOException {
    Path svg = Path.of(arguments[0]);
    Path csv = Path.of(arguments[1]);
    double[][][] errors = integral();
    Files.writeString(svg, picture(errors), StandardCharsets.UTF_8);
    Files.writeString(csv, table(errors), StandardCharsets.UTF_8);
    for (int which = 0; which < 3; which++) {
      print(TITLES[which] + ", xi 1e-12 to 1e12, eta 1e-8 to 1e8", sorted(errors[which]));
    }
    unrelaxed();
    yardstick();
    constant();
    finiteField();
  }

  /** Errors of S, relative; of ∂S/∂ln ξ, over S; of ∂S/∂η, relative: by column, by row. */
  private static double[][][] integral() {
    TabulatedIntegral fast = new TabulatedIntegral();
    QuadratureIntegral exact = new QuadratureIntegral();
    double[][][] errors = new double[3][COLUMNS][ROWS];
    IntStream.range(0, COLUMNS)
        .parallel()
        .forEach(
            column -> {
              SplittableRandom random = new SplittableRandom(column);
              double[] a = new double[3];
              double[] b = new double[3];
              for (int row = 0; row < ROWS; row++) {
                for (int point = 0; point < POINTS; point++) {
                  double xi = Math.pow(10, XI_FROM + CELL * (column + random.nextDouble()));
                  double eta = Math.pow(10, ETA_FROM + CELL * (row + random.nextDouble()));
                  fast.evaluate(xi, eta, a);
                  exact.evaluate(xi, eta, b);
                  for (int which = 0; which < 3; which++) {
                    double error = error(a, b, which);
                    errors[which][column][row] = Math.max(errors[which][column][row], error);
                  }
                }
              }
            });
    return errors;
  }

  private static void unrelaxed() {
    SplittableRandom random = new SplittableRandom(500);
    double[][] points = new double[1000][];
    Arrays.setAll(points, i -> new double[] {Math.pow(10, random.nextDouble(-12, 12)), 0});
    compare(new TabulatedIntegral(), new QuadratureIntegral(), points, "xi 1e-12 to 1e12, eta 0");
  }

  /** What the quadrature itself is worth. */
  private static void yardstick() {
    SplittableRandom random = new SplittableRandom(600);
    double[][] points = new double[1000][];
    Arrays.setAll(
        points,
        i ->
            new double[] {
              Math.pow(10, random.nextDouble(-12, 12)), Math.pow(10, random.nextDouble(-8, 8))
            });
    compare(
        new QuadratureIntegral(),
        QuadratureIntegral.refined(),
        points,
        "the quadrature against a finer one");
  }

  private static void compare(
      LandauZenerIntegral tested, LandauZenerIntegral exact, double[][] points, String where) {
    double[][] errors = new double[3][points.length];
    IntStream.range(0, points.length)
        .parallel()
        .forEach(
            i -> {
              double[] a = new double[3];
              double[] b = new double[3];
              tested.evaluate(points[i][0], points[i][1], a);
              exact.evaluate(points[i][0], points[i][1], b);
              for (int which = 0; which < 3; which++) {
                errors[which][i] = error(a, b, which);
              }
            });
    for (int which = 0; which < 3; which++) {
      print(TITLES[which] + ", " + where, sorted(new double[][] {errors[which]}));
    }
  }

  /** Relative; that of ∂S/∂ln ξ, which vanishes at both ends, relative to S. */
  private static double error(double[] tested, double[] exact, int which) {
    return Math.abs((tested[which] - exact[which]) / exact[which == 2 ? 2 : 0]);
  }

  /** Errors of C = SΛ and its derivatives. */
  private static void constant() {
    TabulatedConstant fast = new TabulatedConstant();
    QuadratureConstant direct = new QuadratureConstant();
    TabulatedIntegral fastIntegral = new TabulatedIntegral();
    int columns = 30;
    int rows = 15;
    double[][][] errors = new double[3][columns][rows];
    IntStream.range(0, columns)
        .parallel()
        .forEach(
            column -> {
              SplittableRandom random = new SplittableRandom(1000 + column);
              double[] a = new double[3];
              double[] s = new double[3];
              double[] exact = new double[3];
              double xi = Math.pow(10, -12 + 24 * (column + random.nextDouble()) / columns);
              for (int row = 0; row < rows; row++) {
                double eta = row == 0 ? 0 : Math.pow(10, random.nextDouble(-8, 8));
                fast.evaluate(xi, eta, a);
                fastIntegral.evaluate(xi, eta, s);
                direct.constant(xi, eta, exact);
                errors[0][column][row] = Math.abs(s[0] * a[0] - exact[0]);
                errors[1][column][row] = Math.abs(s[1] * a[0] + s[0] * a[1] - exact[1]);
                errors[2][column][row] = Math.abs(s[2] * a[0] + s[0] * a[2] - exact[2]);
              }
            });
    String range = ", xi 1e-12 to 1e12, eta 0 and 1e-8 to 1e8, absolute";
    print("C" + range, sorted(errors[0]));
    print("∂C/∂ln ξ" + range, sorted(errors[1]));
    print("∂C/∂η" + range, sorted(errors[2]));
  }

  private static void finiteField() {
    TabulatedFiniteField fast = new TabulatedFiniteField();
    QuadratureFiniteField direct = new QuadratureFiniteField();
    int columns = 12;
    int rows = 10;
    double[][][] errors = new double[3][columns][rows];
    IntStream.range(0, columns)
        .parallel()
        .forEach(
            column -> {
              SplittableRandom random = new SplittableRandom(2000 + column);
              double[] a = new double[3];
              double[] exact = new double[3];
              double zeta = Math.pow(10, -7 + 7 * (column + random.nextDouble()) / columns);
              for (int row = 0; row < rows; row++) {
                double eta = row == 0 ? 0 : Math.pow(10, random.nextDouble(-8, 8));
                fast.evaluate(zeta, eta, a);
                direct.evaluate(zeta, eta, exact);
                for (int which = 0; which < 3; which++) {
                  errors[which][column][row] = Math.abs(a[which] - exact[which]);
                }
              }
            });
    String range = ", zeta 1e-7 to 1, eta 0 and 1e-8 to 1e8, absolute";
    print("D" + range, sorted(errors[0]));
    print("∂D/∂ln ζ" + range, sorted(errors[1]));
    print("∂D/∂η" + range, sorted(errors[2]));
  }

  private static double[] sorted(double[][] errors) {
    return IntStream.range(0, errors.length)
        .boxed()
        .flatMapToDouble(column -> Arrays.stream(errors[column]))
        .sorted()
        .toArray();
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, double[] errors) {
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1e, largest %.1e%n",
        what,
        errors[errors.length / 2],
        errors[errors.length - 1]);
  }

  private static String table(double[][][] errors) {
    StringBuilder out =
        new StringBuilder("log10_xi,log10_eta,error_value,error_by_ln_xi,error_by_eta\n");
    for (int column = 0; column < COLUMNS; column++) {
      for (int row = 0; row < ROWS; row++) {
        out.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f,%.2e,%.2e,%.2e\n",
                XI_FROM + CELL * (column + 0.5),
                ETA_FROM + CELL * (row + 0.5),
                errors[0][column][row],
                errors[1][column][row],
                errors[2][column][row]));
      }
    }
    return out.toString();
  }

  private static String picture(double[][][] errors) {
    int side = 6;
    int width = COLUMNS * side;
    int height = ROWS * side;
    int left = 70;
    int top = 30;
    int pitch = width + 50;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n"
                + "<title>Relative error of S and its derivatives over the plane of ξ and η"
                + "</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            left + 3 * pitch - 20,
            top + height + 120));
    for (int which = 0; which < 3; which++) {
      int x0 = left + which * pitch;
      out.append(
          String.format(
              Locale.ROOT,
              "<g transform=\"translate(%d,%d)\" shape-rendering=\"crispEdges\">%n",
              x0,
              top));
      for (int colour = 0; colour < COLOURS.length; colour++) {
        String cells = cells(errors[which], colour, side);
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
      text(out, x0 + width / 2, top - 10, "middle", "error of " + TITLES[which]);
      for (int decade = -12; decade <= 12; decade += 4) {
        int x = x0 + (int) Math.round((decade - XI_FROM) / CELL * side);
        tick(out, x, top + height, 0, 5);
        power(out, x, top + height + 20, "middle", decade);
      }
      text(out, x0 + width / 2, top + height + 40, "middle", "ξ");
      for (int decade = -8; decade <= 8; decade += 4) {
        int y = top + height - (int) Math.round((decade - ETA_FROM) / CELL * side);
        tick(out, x0 - 5, y, 5, 0);
        if (which == 0) {
          power(out, x0 - 8, y + 4, "end", decade);
        }
      }
    }
    text(out, 12, top + height / 2, "middle", "η");
    int y = top + height + 60;
    int step = 60;
    int x0 = left + (3 * pitch - 50 - step * COLOURS.length) / 2;
    for (int colour = 0; colour < COLOURS.length; colour++) {
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"%s\""
                  + " stroke=\"#888\" stroke-width=\"0.5\"/>%n",
              x0 + colour * step,
              y,
              step,
              COLOURS[colour]));
      if (colour % 2 == 1) {
        power(out, x0 + (colour + 1) * step, y + 34, "middle", -16 + (colour + 1) / 2);
      }
    }
    text(out, x0 - 10, y + 13, "end", "error");
    return out.append("</svg>\n").toString();
  }

  /** The cells of one colour, neighbours in a row joined. */
  private static String cells(double[][] errors, int colour, int side) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      int column = 0;
      while (column < COLUMNS) {
        int end = column;
        while (end < COLUMNS && colour(errors[end][row]) == colour) {
          end++;
        }
        if (end > column) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "M%d %dh%dv%dH%dz",
                  column * side,
                  (ROWS - 1 - row) * side,
                  (end - column) * side,
                  side,
                  column * side));
        }
        column = end + 1;
      }
    }
    return out.toString();
  }

  private static int colour(double error) {
    int step = (int) Math.floor(2 * (Math.log10(Math.max(error, 1e-300)) + 16));
    return Math.min(Math.max(step, 0), COLOURS.length - 1);
  }

  private static void tick(StringBuilder out, int x, int y, int dx, int dy) {
    out.append(
        String.format(Locale.ROOT, "<path d=\"M%d %dl%d %d\" stroke=\"#000\"/>%n", x, y, dx, dy));
  }

  private static void text(StringBuilder out, int x, int y, String anchor, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  private static void power(StringBuilder out, int x, int y, String anchor, int exponent) {
    String sign = exponent < 0 ? "−" : "";
    text(
        out,
        x,
        y,
        anchor,
        "10<tspan dy=\"-5\" font-size=\"10\">" + sign + Math.abs(exponent) + "</tspan>");
  }
}
