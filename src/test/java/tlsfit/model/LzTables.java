package tlsfit.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;

/**
 * Regenerates the resources of {@link TabulatedConstant} and {@link TabulatedFiniteField} from
 * direct quadrature: a few minutes each on one processor.
 *
 * <p>Run it after {@code mvn test-compile} with {@code target/classes}, {@code target/test-classes}
 * and Commons Math on the class path; the argument is the directory to write to, {@code
 * src/main/resources/tlsfit/model}, optionally followed by the name of one resource.
 */
public final class LzTables {
  private static final int DEGREE = 12;
  private static final double TOLERANCE = 1e-12;
  private static final double ROOT_SIDE = 4;
  private static final int DEEPEST = 4;

  private LzTables() {}

  static PatchTableBuilder constantBuilder() {
    return builder(-TabulatedConstant.LN_XI, TabulatedConstant.LN_XI, TabulatedConstant.LN_ETA);
  }

  static PatchTableBuilder finiteFieldBuilder() {
    return builder(
        TabulatedFiniteField.LN_ZETA_FROM,
        TabulatedFiniteField.LN_ZETA_TO,
        TabulatedFiniteField.LN_ETA);
  }

  private static PatchTableBuilder builder(double from, double to, double lnEta) {
    return new PatchTableBuilder(
        DEGREE,
        from,
        0,
        ROOT_SIDE,
        (int) Math.round((to - from) / ROOT_SIDE),
        (int) Math.round(lnEta / ROOT_SIDE),
        DEEPEST,
        TOLERANCE);
  }

  /** Λ/√(1+η) of ln ξ and ln(1+η). */
  static DoubleBinaryOperator constant() {
    QuadratureConstant quadrature = new QuadratureConstant();
    return (x, y) -> {
      double[] out = new double[3];
      quadrature.evaluate(Math.exp(x), Math.expm1(y), out);
      return out[LandauZenerConstant.VALUE] * Math.exp(-0.5 * y);
    };
  }

  /** D √(1+η) of ln ζ and ln(1+η). */
  static DoubleBinaryOperator finiteField() {
    FiniteFieldSum sum =
        new FiniteFieldSum(
            new QuadratureFiniteField(),
            TabulatedFiniteField.LN_ZETA_FROM,
            TabulatedFiniteField.LN_ZETA_TO,
            TabulatedFiniteField.LN_ETA);
    return (x, y) -> sum.value(x, Math.expm1(y)) * Math.exp(0.5 * y);
  }

  /** Writes the resources. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    String only = args.length > 1 ? args[1] : "";
    if (TabulatedConstant.RESOURCE.contains(only)) {
      write(directory.resolve(TabulatedConstant.RESOURCE), constantBuilder(), constant());
    }
    if (TabulatedFiniteField.RESOURCE.contains(only)) {
      write(directory.resolve(TabulatedFiniteField.RESOURCE), finiteFieldBuilder(), finiteField());
    }
  }

  private static void write(Path file, PatchTableBuilder builder, DoubleBinaryOperator function)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      System.out.println(file.getFileName() + ": " + builder.build(function, out));
    }
  }
}
