package tlsfit.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Regenerates the resources of {@link TabulatedConstant}, {@link TabulatedFiniteField} and {@link
 * TabulatedShare} from direct quadrature: some ten minutes on one processor.
 *
 * <p>Run it after {@code mvn test-compile} with {@code target/classes}, {@code target/test-classes}
 * and Commons Math on the class path; the argument is the directory to write to, {@code
 * src/main/resources/tlsfit/model}, optionally followed by a part of the names of the resources
 * wanted.
 */
public final class LzTables {
  private static final int CONSTANT_DEGREE = 9;
  private static final int FINITE_FIELD_DEGREE = 7;
  private static final int INTERVAL_DEGREE = 12;
  private static final double ROOT_SIDE = 4;
  private static final int DEEPEST = 5;

  private LzTables() {}

  /**
   * Of V of {@link TabulatedConstant}; neither where all has relaxed nor where little crosses need
   * it be known as well.
   */
  static PatchTableBuilder constantBuilder(double from, double to, double etaFrom, double etaTo) {
    return builder(
        CONSTANT_DEGREE,
        new double[] {from, to, etaFrom, etaTo},
        (x, y) -> 1e-10 * Math.max(1, Math.exp(Math.max(y, -0.7 * x))));
  }

  /**
   * Of X of {@link TabulatedFiniteField}, which ζ multiplies; not finer than what it is made of.
   */
  static PatchTableBuilder finiteFieldBuilder(
      double from, double to, double etaFrom, double etaTo) {
    return builder(
        FINITE_FIELD_DEGREE,
        new double[] {from, to, etaFrom, etaTo},
        (x, y) -> 2 * FiniteFieldSum.kernelTolerance(x, y));
  }

  private static PatchTableBuilder builder(
      int degree, double[] range, DoubleBinaryOperator tolerance) {
    return new PatchTableBuilder(
        degree,
        range[0],
        range[2],
        ROOT_SIDE,
        (int) Math.round((range[1] - range[0]) / ROOT_SIDE),
        (int) Math.round((range[3] - range[2]) / ROOT_SIDE),
        DEEPEST,
        tolerance);
  }

  /** Writes the resources. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    String only = args.length > 1 ? args[1] : "";
    if (TabulatedShare.RESOURCE.contains(only)) {
      write(
          directory.resolve(TabulatedShare.RESOURCE),
          -TabulatedShare.LN_XI,
          TabulatedShare.LN_XI,
          x -> FollowingShare.at(Math.exp(x)).value());
    }
    if (TabulatedConstant.UNRELAXED.contains(only)) {
      QuadratureConstant quadrature = new QuadratureConstant();
      write(
          directory.resolve(TabulatedConstant.UNRELAXED),
          -TabulatedConstant.LN_XI,
          TabulatedConstant.LN_XI,
          x -> quadrature.unrelaxed(Math.exp(x)));
    }
    double lnXi = TabulatedConstant.LN_XI_RELAXED;
    double least = LnEta.LEAST;
    double largest = LnEta.LARGEST;
    if (TabulatedConstant.RELAXED.contains(only)) {
      ConstantSum sum = new ConstantSum(lnXi, least, largest);
      write(
          directory.resolve(TabulatedConstant.RELAXED),
          constantBuilder(-lnXi, lnXi, least, largest),
          sum::value);
    }
    if (TabulatedFiniteField.UNRELAXED.contains(only)
        || TabulatedFiniteField.RELAXED.contains(only)) {
      double from = TabulatedFiniteField.LN_ZETA_FROM;
      double to = TabulatedFiniteField.LN_ZETA_TO;
      FiniteFieldSum sum = FiniteFieldSum.whole();
      write(directory.resolve(TabulatedFiniteField.UNRELAXED), from, to, sum::unrelaxed);
      write(
          directory.resolve(TabulatedFiniteField.RELAXED),
          finiteFieldBuilder(from, to, least, largest),
          sum::relaxed);
    }
  }

  /** A table of one variable, on intervals of length 1. */
  private static void write(Path file, double from, double to, DoubleUnaryOperator function)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Interpolation.write(out, INTERVAL_DEGREE, from, 1, (int) Math.round(to - from), function);
    }
  }

  private static void write(Path file, PatchTableBuilder builder, DoubleBinaryOperator function)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      System.out.println(file.getFileName() + ": " + builder.build(function, out));
    }
  }
}
