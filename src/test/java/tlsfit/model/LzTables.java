package tlsfit.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  /** The builder goes up the columns of a patch: the last column is worth keeping. */
  private static final ThreadLocal<Map.Entry<Double, QuadratureConstant.Slice>> COLUMN =
      new ThreadLocal<>();

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

  /** Of the root squares from 0 to ln(1+64η) and between the limits given. */
  static PatchTableBuilder builder(double from, double to, double lnEta) {
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

  /** Λ/√(1+η) of ln ξ and ln(1+64η). */
  static DoubleBinaryOperator constant() {
    QuadratureConstant quadrature = QuadratureConstant.forValues();
    return (x, y) -> {
      Map.Entry<Double, QuadratureConstant.Slice> last = COLUMN.get();
      if (last == null || last.getKey() != x) {
        last = Map.entry(x, quadrature.at(Math.exp(x)));
        COLUMN.set(last);
      }
      double[] out = new double[3];
      double eta = Math.expm1(y) / TabulatedConstant.ETA_SCALE;
      last.getValue().evaluate(eta, out);
      return out[LandauZenerConstant.VALUE] / Math.sqrt(1 + eta);
    };
  }

  /** D √(1+η) of ln ζ and ln(1+64η). */
  static DoubleBinaryOperator finiteField(double from, double to, double lnEta) {
    FiniteFieldSum sum = new FiniteFieldSum(new QuadratureFiniteField(), from, to, lnEta);
    return (x, y) -> {
      double eta = Math.expm1(y) / TabulatedFiniteField.ETA_SCALE;
      return sum.value(x, eta) * Math.sqrt(1 + eta);
    };
  }

  /** Writes the resources. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    String only = args.length > 1 ? args[1] : "";
    if (TabulatedConstant.RESOURCE.contains(only)) {
      write(directory.resolve(TabulatedConstant.RESOURCE), constantBuilder(), constant());
    }
    if (TabulatedFiniteField.RESOURCE.contains(only)) {
      write(
          directory.resolve(TabulatedFiniteField.RESOURCE),
          finiteFieldBuilder(),
          finiteField(
              TabulatedFiniteField.LN_ZETA_FROM,
              TabulatedFiniteField.LN_ZETA_TO,
              TabulatedFiniteField.LN_ETA));
    }
  }

  private static void write(Path file, PatchTableBuilder builder, DoubleBinaryOperator function)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      System.out.println(file.getFileName() + ": " + builder.build(function, out));
    }
  }
}
