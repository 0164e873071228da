package tlsfit.curve;

/**
 * One two-level system whose asymmetry is swept through zero, Δ = ħ v t, while the microwave drives
 * it: Fig. 2 of arXiv:2401.15624.
 *
 * <p>In the frame that rotates with the microwave, and without relaxation, its Bloch vector s turns
 * about (Ω_R(t), 0, E(t)/ħ − ω0), with E = √(Δ² + Δ0²) and Ω_R = Ω_R0 Δ0/E (Eqs. 2 and 3, cos θ =
 * 1). The population difference, ground minus excited, is −s_z; it begins with 1.
 */
final class SweptSystem {
  private final double omega0;
  private final double sweepRate;
  private final double rabi;
  private final double amplitude;

  /**
   * Makes a system.
   *
   * @param omega0 angular frequency of the microwave ω0 [1/s]
   * @param sweepRate v [1/s²]
   * @param rabi Ω_R0 [1/s]
   * @param amplitude tunnelling amplitude over ħ, Δ0/ħ [1/s]
   */
  SweptSystem(double omega0, double sweepRate, double rabi, double amplitude) {
    this.omega0 = omega0;
    this.sweepRate = sweepRate;
    this.rabi = rabi;
    this.amplitude = amplitude;
  }

  /** Energy over ħ at a time [1/s]; the time [s] is 0 at the least energy. */
  double energy(double time) {
    return Math.hypot(sweepRate * time, amplitude);
  }

  /**
   * Population difference.
   *
   * @param from time of the beginning [s]
   * @param step from one value to the next [s]
   * @param values how many
   * @param turns to make in a step: each turns the vector about its axis at mid-time
   */
  double[] populationDifference(double from, double step, int values, int turns) {
    double[] difference = new double[values];
    double dt = step / turns;
    double x = 0;
    double y = 0;
    double z = -1;
    for (int i = 0; i < values; i++) {
      difference[i] = -z;
      for (int k = 0; k < turns; k++) {
        double energy = energy(from + i * step + (k + 0.5) * dt);
        double a = rabi * amplitude / energy;
        double c = energy - omega0;
        double rate = Math.hypot(a, c);
        double nx = a / rate;
        double nz = c / rate;
        double cos = Math.cos(rate * dt);
        double sin = Math.sin(rate * dt);
        double along = (nx * x + nz * z) * (1 - cos);
        // Rodrigues' formula: s cos + (n × s) sin + n (n·s)(1 − cos)
        double x1 = x * cos - nz * y * sin + nx * along;
        double y1 = y * cos + (nz * x - nx * z) * sin;
        double z1 = z * cos + nx * y * sin + nz * along;
        x = x1;
        y = y1;
        z = z1;
      }
    }
    return difference;
  }
}
