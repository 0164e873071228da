package tlsfit.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.LogModel;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedIntegral;
import tlsfit.setup.Noise;
import tlsfit.units.Constants;

/** Measurements for tests, simulated or from a file. */
public final class Experiments {
  public static final ShiftModel LOG = new LogModel(new TabulatedIntegral());

  /** χ = 1.2e-4, p = 5 D, T10 = 3 µs, f_ref = 5.012 GHz. */
  public static final ParameterValues TRUTH =
      new ParameterValues(1.2e-4, 5 * Constants.DEBYE, 1 / 3e-6, 5.012e9);

  private Experiments() {}

  /** Readings [V/m, V/m/s] without frequencies: powers at three bias rates, and a bias sweep. */
  public static Measurement joint() {
    List<Reading> readings = new ArrayList<>();
    for (double rate : new double[] {3.2e9, 3.2e10, 3.2e11}) {
      readings.addAll(powerSweep(rate, 16).readings().toList());
    }
    readings.addAll(biasSweep(1500, 20).readings().toList());
    return of(readings);
  }

  /** A sweep of the microwave field from 60 V/m to 24 kV/m. */
  public static Measurement powerSweep(double fieldRate, int n) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      readings.add(reading(60 * Math.pow(400, i / (n - 1.0)), fieldRate, i + 2));
    }
    return of(readings);
  }

  /** A sweep of the bias rate over four decades. */
  public static Measurement biasSweep(double acField, int n) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      readings.add(reading(acField, 1e9 * Math.pow(1e4, i / (n - 1.0)), i + 2));
    }
    return of(readings);
  }

  private static Reading reading(double acField, double fieldRate, int line) {
    return new Reading(
        new Drive.AcField(acField),
        new BiasRate.FieldRate(fieldRate),
        5e9,
        OptionalDouble.empty(),
        new Origin("test.csv", line));
  }

  public static Measurement of(List<Reading> readings) {
    return new Measurement(
        "test",
        List.of(new Sweep("test.csv", readings)),
        OptionalDouble.of(10),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The same readings in two tables, a.csv with the first ones and b.csv. */
  public static Measurement inTwoTables(Measurement m, int first) {
    List<Reading> readings = m.readings().toList();
    return new Measurement(
        m.sample(),
        List.of(
            new Sweep("a.csv", readings.subList(0, first)),
            new Sweep("b.csv", readings.subList(first, readings.size()))),
        m.permittivity(),
        m.temperature(),
        m.calibrationTerms(),
        m.inputs(),
        m.notes());
  }

  /** The same readings with something added to their frequencies [Hz]. */
  public static Measurement moved(Measurement m, IntToDoubleFunction by) {
    List<Reading> readings = m.readings().toList();
    return of(
        IntStream.range(0, readings.size())
            .mapToObj(
                i -> {
                  Reading reading = readings.get(i);
                  return new Reading(
                      reading.drive(),
                      reading.biasRate(),
                      reading.frequency() + by.applyAsDouble(i),
                      reading.sigma(),
                      reading.origin());
                })
            .toList());
  }

  public static Measurement withCalibration(Measurement m, CalibrationTerm term) {
    return new Measurement(
        m.sample(),
        m.sweeps(),
        m.permittivity(),
        m.temperature(),
        List.of(term),
        m.inputs(),
        m.notes());
  }

  /** The same readings with frequencies of a model and seeded normal noise of σ [Hz]. */
  public static Measurement simulate(
      Measurement design, ParameterValues truth, double sigma, long seed) {
    ContinuousSampler noise =
        ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    Prediction prediction = new Observations(design, new Noise.FromScatter()).predict(LOG, truth);
    List<Reading> readings = new ArrayList<>();
    List<Reading> plan = design.readings().toList();
    for (int i = 0; i < plan.size(); i++) {
      Reading reading = plan.get(i);
      readings.add(
          new Reading(
              reading.drive(),
              reading.biasRate(),
              prediction.frequency(i) + sigma * noise.sample(),
              sigma > 0 ? OptionalDouble.of(sigma) : OptionalDouble.empty(),
              reading.origin()));
    }
    return of(readings);
  }

  /** The same readings with all fields changed by factors. */
  public static Measurement scaled(Measurement m, double acField, double fieldRate) {
    return of(
        m.readings()
            .map(
                r ->
                    new Reading(
                        new Drive.AcField(((Drive.AcField) r.drive()).amplitude() * acField),
                        new BiasRate.FieldRate(
                            ((BiasRate.FieldRate) r.biasRate()).rate() * fieldRate),
                        r.frequency(),
                        r.sigma(),
                        r.origin()))
            .toList());
  }

  /** Rows from..to of {@code joint.csv}. */
  public static Measurement jointFile(int from, int to) {
    try (InputStream in =
            Objects.requireNonNull(Experiments.class.getResourceAsStream("joint.csv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().skip(1).toList();
      List<Reading> readings = new ArrayList<>();
      for (int i = from; i < to; i++) {
        String[] fields = lines.get(i).split(",", -1);
        readings.add(
            new Reading(
                new Drive.AcField(Double.parseDouble(fields[0])),
                new BiasRate.FieldRate(Double.parseDouble(fields[1])),
                Double.parseDouble(fields[2]),
                OptionalDouble.of(Double.parseDouble(fields[3])),
                new Origin("joint.csv", i + 2)));
      }
      return of(readings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
