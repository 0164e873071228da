package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.SearchRange;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.statistics.NestedModelTest;
import tlsfit.statistics.SigmaKnowledge;
import tlsfit.statistics.WeightedLine;

/**
 * Whether a shift rests on one reading or two: those without which a constant frequency explains
 * the rest.
 *
 * <p>With readings left out, the model is fitted anew: at given p the frequency is a straight line
 * in K, and p is looked for on a grid (at the relaxation rate of the whole fit). Readings are left
 * out one after the other, each time the one without which the shift is least certain.
 *
 * @param readings the one or two readings
 * @param pValue probability of as large an improvement over a constant frequency without them
 */
record InfluentialReadings(List<Reading> readings, double pValue) {
  /** Readings left out at most. */
  private static final int MOST = 2;

  /** Ratio of neighbouring dipole moments of the grid. */
  private static final double RATIO = Math.exp(0.25);

  /** Factor by which the grid reaches below and above the fitted dipole moment, as a logarithm. */
  private static final double REACH = 10;

  /** Readings tried: those with the largest part in the shift. */
  private static final int TRIED = 8;

  InfluentialReadings {
    readings = List.copyOf(readings);
  }

  /** The readings that a shift rests on; empty if it stands without any two. */
  static Optional<InfluentialReadings> of(Fit fit, double significance) {
    return new Search(fit).find(significance);
  }

  private static final class Search {
    private final Fit fit;
    private final Observations observations;
    private final double[] frequencies;
    private final List<double[]> shapes = new ArrayList<>();

    private Search(Fit fit) {
      this.fit = fit;
      observations = fit.reweightedWithoutSlow();
      frequencies =
          IntStream.range(0, observations.size()).mapToDouble(observations::frequency).toArray();
      ParameterValues values = fit.values();
      addShape(values);
      if (fit.free().contains(Parameter.DIPOLE_MOMENT)) {
        double largest = SearchRange.largestDipoleMoment(observations);
        double step = RATIO;
        while (Math.log(step) < REACH) {
          addShape(values.with(Parameter.DIPOLE_MOMENT, values.dipoleMoment() / step));
          if (values.dipoleMoment() * step < largest) {
            addShape(values.with(Parameter.DIPOLE_MOMENT, values.dipoleMoment() * step));
          }
          step *= RATIO;
        }
      }
    }

    private void addShape(ParameterValues values) {
      if (observations.largestEta(values) <= Rates.LARGEST_ETA) {
        shapes.add(
            IntStream.range(0, observations.size())
                .mapToDouble(i -> observations.shift(i, fit.options().model(), values).value())
                .toArray());
      }
    }

    private Optional<InfluentialReadings> find(double significance) {
      BitSet out = new BitSet();
      List<Reading> left = new ArrayList<>();
      for (int count = 0; count < MOST && observations.size() - count > fewest(); count++) {
        double largest = -1;
        int which = 0;
        for (int candidate : candidates(out)) {
          out.set(candidate);
          double pValue = pValue(out);
          out.clear(candidate);
          if (pValue > largest) {
            largest = pValue;
            which = candidate;
          }
        }
        out.set(which);
        left.add(observations.readings().get(which));
        if (largest >= significance) {
          return Optional.of(new InfluentialReadings(left, largest));
        }
      }
      return Optional.empty();
    }

    private int fewest() {
      return fit.fittedNumbers() + 1;
    }

    /** The readings that do most for the shift, and most against the constant. */
    private List<Integer> candidates(BitSet out) {
      double[] shape = best(out);
      WeightedLine line = line(shape, out);
      double meanShape = mean(out, i -> shape[i]);
      double meanFrequency = mean(out, observations::frequency);
      double[] part = new double[observations.size()];
      for (int i = 0; i < part.length; i++) {
        part[i] =
            weight(i)
                * line.slope()
                * (shape[i] - meanShape)
                * (observations.frequency(i) - meanFrequency);
      }
      return IntStream.range(0, part.length)
          .filter(i -> !out.get(i))
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -part[i]))
          .limit(TRIED)
          .toList();
    }

    private double mean(BitSet out, IntToDoubleFunction value) {
      return IntStream.range(0, observations.size())
          .filter(i -> !out.get(i))
          .mapToDouble(value)
          .average()
          .orElseThrow();
    }

    private double[] best(BitSet out) {
      double[] best = shapes.get(0);
      double largest = 0;
      for (double[] shape : shapes) {
        WeightedLine line = line(shape, out);
        if (line.slope() < 0 && line.fall() > largest) {
          largest = line.fall();
          best = shape;
        }
      }
      return best;
    }

    private WeightedLine line(double[] shape, BitSet out) {
      double[] weights = new double[shape.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = out.get(i) ? 0 : weight(i);
      }
      return WeightedLine.of(shape, frequencies, weights);
    }

    private double weight(int i) {
      return 1 / (observations.sigma(i) * observations.sigma(i));
    }

    private double pValue(BitSet out) {
      double fall = 0;
      double chiSquare = line(shapes.get(0), out).chiSquare();
      for (double[] shape : shapes) {
        WeightedLine line = line(shape, out);
        if (line.slope() < 0 && line.fall() > fall) { // the shift is to the red
          fall = line.fall();
          chiSquare = line.chiSquare();
        }
      }
      int added = fit.addedToConstant();
      SigmaKnowledge sigma =
          fit.sigmaKnowledge().known()
              ? fit.sigmaKnowledge()
              : new SigmaKnowledge.Estimated(
                  observations.size() - out.cardinality() - fit.fittedNumbers());
      return NestedModelTest.of(fall, added, sigma.variance(chiSquare), sigma).pValue();
    }
  }
}
