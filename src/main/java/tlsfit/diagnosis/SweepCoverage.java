package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.result.Shape;

/** The coverage of the extremum: on which side of it, over the microwave field, readings lie. */
final class SweepCoverage {
  /** Standard errors by which means must differ to count as different. */
  private static final double CLEARLY = 3;

  /** Different fields that a sweep of the power has at least. */
  private static final int FEWEST = 6;

  private SweepCoverage() {}

  /** As the fitted parameters say: by the sign of ∂K/∂ln Ω_R0 at every reading. */
  static Shape ofFit(Fit fit) {
    Observations observations = fit.observations();
    boolean rising = false;
    boolean falling = false;
    for (int i = 0; i < observations.size(); i++) {
      double slope = observations.shift(i, fit.options().model(), fit.values()).byLnRabi();
      rising |= slope > 0;
      falling |= slope < 0;
    }
    return rising == falling ? Shape.EXTREMUM : rising ? Shape.RISING_SIDE : Shape.FAR_SIDE;
  }

  /**
   * As the readings say by themselves: of each sweep of the power, at one bias rate, the mean
   * frequencies of the lowest, the middle and the highest third of the fields. Without such a sweep
   * as the fit says.
   */
  static Shape ofData(Fit fit) {
    Observations observations = fit.observations();
    double p = fit.values().dipoleMoment();
    Map<Double, List<Integer>> sweeps = new TreeMap<>();
    for (int i = 0; i < observations.size(); i++) {
      sweeps.computeIfAbsent(observations.sweepRate(i, p), rate -> new ArrayList<>()).add(i);
    }
    boolean rising = false;
    boolean falling = false;
    boolean swept = false;
    for (List<Integer> sweep : sweeps.values()) {
      if (sweep.stream().map(i -> observations.rabi(i, p)).distinct().count() < FEWEST) {
        continue;
      }
      swept = true;
      sweep.sort(Comparator.comparingDouble(i -> observations.rabi(i, p)));
      int third = sweep.size() / 3;
      Mean low = new Mean(fit, sweep.subList(0, third));
      Mean middle = new Mean(fit, sweep.subList(third, sweep.size() - third));
      Mean high = new Mean(fit, sweep.subList(sweep.size() - third, sweep.size()));
      rising |= middle.isBelow(low) || high.isBelow(low) || high.isBelow(middle);
      falling |= middle.isBelow(high) || low.isBelow(high) || low.isBelow(middle);
    }
    if (!swept) {
      return ofFit(fit);
    }
    if (!rising && !falling) {
      return Shape.PLATEAU;
    }
    return rising && falling ? Shape.EXTREMUM : rising ? Shape.RISING_SIDE : Shape.FAR_SIDE;
  }

  /** The weighted mean frequency of some readings less slow changes, from the median [Hz]. */
  private static final class Mean {
    private final double value;
    private final double variance;

    private Mean(Fit fit, List<Integer> readings) {
      Observations observations = fit.observations();
      double nominal = observations.medianFrequency();
      double sum = 0;
      double weights = 0;
      for (int i : readings) {
        double w = 1 / (observations.sigma(i) * observations.sigma(i));
        sum += w * (observations.frequency(i) - nominal - fit.prediction().slow()[i]);
        weights += w;
      }
      value = sum / weights;
      variance = fit.noiseVariance() / weights;
    }

    private boolean isBelow(Mean other) {
      return other.value - value > CLEARLY * Math.sqrt(variance + other.variance);
    }
  }
}
