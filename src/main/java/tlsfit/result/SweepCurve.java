package tlsfit.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.UnreadableResultException.Reason;

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
    @Nullable Extremum extremum)
    implements Consistent {

  @Override
  public Optional<Contradiction> contradiction() {
    int points = setting.size();
    return Contradiction.first(
        List.of(
            Contradiction.of(points == 0, "setting", Reason.MISSING, 0),
            Contradiction.positive("setting", setting),
            Contradiction.ascending("setting", setting),
            Contradiction.of(
                points > 0 && !(setting.get(0) < setting.get(points - 1)),
                "setting",
                Reason.TWICE,
                points > 0 ? setting.get(0) : 0),
            notNegative("acField", acField),
            notNegative("biasRate", biasRate),
            notNegative("rabi", rabi),
            notNegative("sweepRate", sweepRate),
            Contradiction.ofLengthOrNone("acField", acField, points),
            Contradiction.ofLengthOrNone("biasRate", biasRate, points),
            Contradiction.ofLength("rabi", rabi, points),
            Contradiction.ofLength("sweepRate", sweepRate, points),
            Contradiction.ofLength("frequency", frequency, points),
            Contradiction.ofLengthOrNone("confidence68", confidence68, points),
            Contradiction.ofLengthOrNone("confidence95", confidence95, points),
            Contradiction.ofLength("logarithm", logarithm, points)));
  }

  private static Optional<Contradiction> notNegative(String component, List<Double> values) {
    return values.stream()
        .filter(value -> value < 0)
        .findFirst()
        .flatMap(value -> Contradiction.of(true, component, Reason.RANGE, value));
  }

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
