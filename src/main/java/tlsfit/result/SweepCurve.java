package tlsfit.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fitted curve along one sweep: what the model says at densely spaced settings, in the quantity
 * that the table itself gives. Its lists are as long as {@code setting}, or empty; the slow changes
 * of a table are not in it.
 *
 * @param file the table
 * @param readings numbers of its readings among all, from 0
 * @param quantity what is swept, as in {@link Setting}
 * @param unit SI unit of what is swept
 * @param otherQuantity the other of drive and bias
 * @param otherUnit its SI unit
 * @param other its value; null where it changes along the sweep
 * @param setting what is swept, ascending
 * @param acField microwave field [V/m]; empty if given as a Rabi frequency
 * @param biasRate bias rate [V/m/s]; empty if given as a rate of the energy
 * @param rabi Ω_R0 [1/s] at the fitted dipole moment
 * @param sweepRate v0 [1/s²] likewise
 * @param frequency of the model [Hz]
 * @param confidence68 half-width of the pointwise confidence band of the frequency at one standard
 *     error, 68.27 % [Hz]; empty if not every parameter is determined
 * @param confidence95 the same at 95 % [Hz]
 * @param logarithm leading logarithm L [1]: below 1 the theory is near its end, below 0 beyond
 * @param extremum where the frequency is lowest; null where that is at an end
 */
public record SweepCurve(
    String file,
    List<Integer> readings,
    String quantity,
    String unit,
    String otherQuantity,
    String otherUnit,
    @Nullable Double other,
    List<Double> setting,
    List<Double> acField,
    List<Double> biasRate,
    List<Double> rabi,
    List<Double> sweepRate,
    List<Double> frequency,
    List<Double> confidence68,
    List<Double> confidence95,
    List<Double> logarithm,
    @Nullable Extremum extremum) {

  /** Copies the lists. */
  public SweepCurve {
    readings = List.copyOf(readings);
    setting = List.copyOf(setting);
    acField = List.copyOf(acField);
    biasRate = List.copyOf(biasRate);
    rabi = List.copyOf(rabi);
    sweepRate = List.copyOf(sweepRate);
    frequency = List.copyOf(frequency);
    confidence68 = List.copyOf(confidence68);
    confidence95 = List.copyOf(confidence95);
    logarithm = List.copyOf(logarithm);
  }

  /**
   * The place where the frequency is lowest.
   *
   * @param setting of what is swept [its SI unit]
   * @param acField microwave field [V/m]; null if given as a Rabi frequency
   * @param biasRate bias rate [V/m/s]; null if given as a rate of the energy
   * @param frequency there [Hz]
   */
  public record Extremum(
      double setting, @Nullable Double acField, @Nullable Double biasRate, double frequency) {}
}
