package tlsfit.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * K by following every two-level system of the ensemble through resonance, to compare the closed
 * form of {@link LzModel} with. Nothing of Landau-Zener theory is used.
 *
 * <p>The ensemble is uniform in Δ and in ln Δ0. All systems count, those with x = Δ0/E0 &gt; 1 too,
 * which never cross the resonance but pass near it:
 *
 * <pre>
 *   K = ∫₀¹ c² dc ∫₀^∞ x dx (I − I₀)/4
 * </pre>
 *
 * <p>with I and I₀ of {@link RotatingPassage}. Deterministic.
 */
final class EnsembleSimulation {
  /** Numbers of a row: ω0/√v0, Ω_R0/√v0, η and K. */
  private static final int COLUMNS = 4;

  private EnsembleSimulation() {}

  /** What one system adds, by c and by q of {@link RotatingPassage}. */
  interface Contribution {
    double value(double c, double q);
  }

  /**
   * K at the accuracy of the documented table, about 2e-5 of the integration.
   *
   * @param w ω0/√v0 [1]
   * @param rabi Ω_R0/√v0 [1]
   * @param eta η [1]
   */
  static double shift(double w, double rabi, double eta) {
    return shift(w, rabi, eta, 12, 0.1, RotatingPassage.COHERENCE);
  }

  /**
   * K.
   *
   * @param w ω0/√v0 [1]
   * @param rabi Ω_R0/√v0 [1]
   * @param eta η [1]
   * @param orientations number of Gauss-Legendre points in c
   * @param step of the trapezoidal rules in x, see {@link #average}
   * @param coherence phase Φ₀ up to which two crossings of a system interfere [rad]
   */
  static double shift(
      double w, double rabi, double eta, int orientations, double step, double coherence) {
    return average(
        orientations,
        step,
        (c, q) -> new RotatingPassage(w, rabi / w, eta, c, q, coherence).response());
  }

  /**
   * ∫₀¹ c² dc ∫₀^∞ x dx of what a system adds: Gauss-Legendre in c; in x the trapezoidal rule in
   * ln(u/(1−u)), u = √(1−x²), below 1 and in ln √(x²−1) above.
   */
  static double average(int orientations, double step, Contribution system) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(orientations, 0, 1);
    double sum = 0;
    for (int k = 0; k < orientations; k++) {
      double c = rule.getPoint(k);
      double weight = rule.getWeight(k) * c * c * step;
      for (int i = (int) Math.ceil(-9 / step); i * step <= 14; i++) {
        double u = 1 / (1 + Math.exp(-i * step));
        double below = 1 / (1 + Math.exp(i * step));
        sum += weight * u * u * below * system.value(c, u);
      }
      for (int i = (int) Math.ceil(-9 / step); i * step <= 3.7; i++) {
        double s = Math.exp(i * step);
        sum += weight * s * s * system.value(c, -s);
      }
    }
    return sum;
  }

  /**
   * The published values: ω0/√v0, Ω_R0/√v0, η, K.
   *
   * @throws IOException if they cannot be read
   */
  static List<double[]> reference() throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (InputStream stream =
            Objects.requireNonNull(
                EnsembleSimulation.class.getResourceAsStream("lz-simulation.csv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
          row[i] = Double.parseDouble(cells[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /**
   * Prints K simulated at ω0/√v0, Ω_R0/√v0 and η, three arguments a point, beside K of {@link
   * LzModel}; without arguments at the points of lz-simulation.csv, in about a minute. The last
   * column is K simulated with half the phase up to which crossings interfere.
   *
   * @throws IOException if the points cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i + 2 < arguments.length; i += 3) {
      rows.add(
          new double[] {
            Double.parseDouble(arguments[i]),
            Double.parseDouble(arguments[i + 1]),
            Double.parseDouble(arguments[i + 2])
          });
    }
    if (rows.isEmpty()) {
      rows = reference();
    }
    LzModel model = new LzModel(new TabulatedIntegral());
    System.out.println("| ω0/√v0 | Ω_R0/√v0 | η | K simulated | K of `lz` | half the phase |");
    System.out.println("|---|---|---|---|---|---|");
    for (double[] row : rows) {
      double simulated = shift(row[0], row[1], row[2]);
      double half = shift(row[0], row[1], row[2], 12, 0.1, RotatingPassage.COHERENCE / 2);
      // with √v0 = 1 and 1/T10 = η v0/ω0
      double closed = model.value(row[1], 1, row[0], row[2] / row[0]);
      System.out.printf(
          Locale.ROOT,
          "| %.7s | %.4s | %.4s | %.5f | %.5f | %.5f |%n",
          row[0],
          row[1],
          row[2],
          simulated,
          closed,
          half);
    }
  }
}
