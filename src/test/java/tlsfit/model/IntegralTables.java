package tlsfit.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;

/**
 * Makes the tables of {@link TabulatedIntegral} anew, by {@link QuadratureIntegral}. Takes some
 * minutes; the argument is the folder to write to.
 */
final class IntegralTables {
  private static final int DEGREE = 12;
  private static final double TOLERANCE = 3e-13;
  private static final QuadratureIntegral QUADRATURE = new QuadratureIntegral();

  private IntegralTables() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (OutputStream out = open(folder, "s-unrelaxed.intervals")) {
      Interpolation.write(out, DEGREE, -28, 1, 56, x -> Math.log(QUADRATURE.value(Math.exp(x), 0)));
    }
    // ln ξ from -28 to 0, ln ξη from -48 to 20
    write(
        folder,
        "s-weak.patches",
        new PatchTableBuilder(DEGREE, -28, -48, 4, 7, 17, 4, TOLERANCE),
        (x, w) -> q(x, w - x));
    // ln ξ from 0 to 28, ln η from -20 to 20
    write(
        folder,
        "s-strong.patches",
        new PatchTableBuilder(DEGREE, 0, -20, 4, 7, 10, 3, TOLERANCE),
        IntegralTables::q);
  }

  /** Q of {@link TabulatedIntegral} at ln ξ, ln η. */
  static double q(double x, double y) {
    double[] out = new double[4];
    double eta = Math.exp(y);
    QUADRATURE.evaluateAll(Math.exp(x), eta, out);
    return Math.log(out[QuadratureIntegral.DEFICIT] / out[LandauZenerIntegral.VALUE] / eta);
  }

  private static void write(
      Path folder, String name, PatchTableBuilder builder, DoubleBinaryOperator function)
      throws IOException {
    try (OutputStream out = open(folder, name)) {
      System.out.println(name + ": " + builder.build(function, out));
    }
  }

  private static OutputStream open(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }
}
