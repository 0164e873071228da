package tlsfit.fit;

import java.util.Arrays;
import java.util.List;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.PowerLawField;
import tlsfit.model.Rates;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;
import tlsfit.setup.Noise;

/** The readings of a measurement in the form a fit works on, and what a model predicts for them. */
public final class Observations {
  private final List<Reading> readings;
  private final int[] table;
  private final List<String> tableNames;
  private final double[] given;
  private final double[] frequency;
  private final double[] sigma;

  /**
   * Takes the readings of all sweeps.
   *
   * @param measurement what was measured, at least one reading
   * @param noise what is known of σ
   * @throws FitRefusedException if σ is to be used and a reading has none
   */
  public Observations(Measurement measurement, Noise noise) {
    readings = measurement.readings().toList();
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("no readings");
    }
    tableNames = measurement.sweeps().stream().map(Sweep::name).toList();
    table = new int[readings.size()];
    int next = 0;
    for (int t = 0; t < measurement.sweeps().size(); t++) {
      for (int k = 0; k < measurement.sweeps().get(t).readings().size(); k++) {
        table[next++] = t;
      }
    }
    frequency = readings.stream().mapToDouble(Reading::frequency).toArray();
    sigma = readings.stream().mapToDouble(reading -> sigma(reading, noise)).toArray();
    given = sigma;
  }

  private Observations(
      List<Reading> readings,
      int[] table,
      List<String> tableNames,
      double[] given,
      double[] frequency,
      double[] sigma) {
    this.readings = readings;
    this.table = table;
    this.tableNames = tableNames;
    this.given = given;
    this.frequency = frequency;
    this.sigma = sigma;
  }

  /**
   * Some of the readings, with the frequencies and σ they have here.
   *
   * @param numbers of the readings to keep, ascending, at least one
   */
  public Observations subset(List<Integer> numbers) {
    List<Integer> tables = numbers.stream().map(i -> table[i]).distinct().toList();
    return new Observations(
        numbers.stream().map(readings::get).toList(),
        numbers.stream().mapToInt(i -> tables.indexOf(table[i])).toArray(),
        tables.stream().map(tableNames::get).toList(),
        numbers.stream().mapToDouble(i -> given[i]).toArray(),
        numbers.stream().mapToDouble(i -> frequency[i]).toArray(),
        numbers.stream().mapToDouble(i -> sigma[i]).toArray());
  }

  private static double sigma(Reading reading, Noise noise) {
    if (noise instanceof Noise.FromScatter) {
      return 1;
    }
    if (noise instanceof Noise.PerTable) {
      return reading.sigma().orElse(1);
    }
    return reading
        .sigma()
        .orElseThrow(
            () ->
                new FitRefusedException(
                    reading.origin().file()
                        + ":"
                        + reading.origin().line()
                        + ": no sigma; give one for every table, or let the scatter decide"));
  }

  /**
   * The same with other frequencies.
   *
   * @param frequencies [Hz], one for each reading
   */
  public Observations withFrequencies(double[] frequencies) {
    return new Observations(readings, table, tableNames, given, frequencies.clone(), sigma);
  }

  /**
   * The same with other standard deviations.
   *
   * @param sigmas [Hz], one for each reading
   */
  public Observations withSigma(double[] sigmas) {
    return new Observations(readings, table, tableNames, given, frequency, sigmas.clone());
  }

  /** The readings, in the order of every array here. */
  public List<Reading> readings() {
    return readings;
  }

  /** Number of readings. */
  public int size() {
    return readings.size();
  }

  /** Measured frequency [Hz] of reading i. */
  public double frequency(int i) {
    return frequency[i];
  }

  /** Number of the table that reading i stands in, from 0. */
  public int table(int i) {
    return table[i];
  }

  /** The names of the tables' files, in order. */
  public List<String> tableNames() {
    return tableNames;
  }

  /** By what factor the σ of each table are larger than at first [1]. */
  List<Double> scales() {
    double[] scales = new double[tableNames.size()];
    for (int i = 0; i < sigma.length; i++) {
      scales[table[i]] = sigma[i] / given[i];
    }
    return Arrays.stream(scales).boxed().toList();
  }

  /** Standard deviation [Hz] of reading i; 1 Hz for all where σ comes from the scatter. */
  public double sigma(int i) {
    return sigma[i];
  }

  /** Median of the measured frequencies [Hz]. */
  public double medianFrequency() {
    double[] sorted = frequency.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }

  /** Whether any reading depends on the dipole moment: not if all fields are given as rates. */
  public boolean dependOnDipoleMoment() {
    return readings.stream()
        .anyMatch(
            reading ->
                reading.drive() instanceof Drive.AcField
                    || reading.biasRate() instanceof BiasRate.FieldRate);
  }

  /** Ω_R0 [1/s] of reading i at a dipole moment [C m]. */
  public double rabi(int i, double dipoleMoment) {
    Drive drive = readings.get(i).drive();
    if (drive instanceof Drive.AcField field) {
      return Rates.rabi(dipoleMoment, field.amplitude());
    }
    return ((Drive.RabiFrequency) drive).angularFrequency();
  }

  /** v0 [1/s²] of reading i at a dipole moment [C m]. */
  public double sweepRate(int i, double dipoleMoment) {
    BiasRate rate = readings.get(i).biasRate();
    if (rate instanceof BiasRate.FieldRate field) {
      return Rates.sweepRate(dipoleMoment, field.rate());
    }
    return ((BiasRate.EnergyRate) rate).rate();
  }

  /** Ω_R0 [1/s] of reading i at given values, with the fields they have. */
  public double rabi(int i, ParameterValues at) {
    double rabi = rabi(i, at.dipoleMoment());
    boolean moved = at.acFieldShift() != 0 && readings.get(i).drive() instanceof Drive.AcField;
    return moved ? rabi * Math.exp(at.acFieldShift()) : rabi;
  }

  /** v0 [1/s²] of reading i at given values, with the fields they have. */
  public double sweepRate(int i, ParameterValues at) {
    double rate = sweepRate(i, at.dipoleMoment());
    boolean moved =
        at.biasRateShift() != 0 && readings.get(i).biasRate() instanceof BiasRate.FieldRate;
    return moved ? rate * Math.exp(at.biasRateShift()) : rate;
  }

  /** Whether the rates of any reading are below ω0: L &gt; 0 without relaxation. */
  boolean anyWithinTheory(ParameterValues at) {
    double omega0 = 2 * Math.PI * at.referenceFrequency();
    for (int i = 0; i < readings.size(); i++) {
      if (rabi(i, at) + Math.sqrt(sweepRate(i, at)) < omega0) {
        return true;
      }
    }
    return false;
  }

  /** The largest relaxation parameter η [1] of all readings. */
  public double largestEta(ParameterValues at) {
    double omega0 = 2 * Math.PI * at.referenceFrequency();
    double largest = 0;
    for (int i = 0; i < readings.size(); i++) {
      double rate = sweepRate(i, at);
      largest = Math.max(largest, Rates.eta(omega0, rate, at.relaxationRate()));
    }
    return largest;
  }

  /** The relative shift of reading i under a model. */
  public Shift shift(int i, ShiftModel model, ParameterValues at) {
    return shaped(model, at)
        .shift(
            rabi(i, at),
            sweepRate(i, at),
            2 * Math.PI * at.referenceFrequency(),
            at.relaxationRate());
  }

  /** A model with the distributions of given values. */
  private static ShiftModel shaped(ShiftModel model, ParameterValues at) {
    if (!(model instanceof DistributedModel distributed)) {
      return model;
    }
    DistributedModel shaped =
        distributed.dipoleWidth() == at.dipoleWidth()
            ? distributed
            : distributed.withDipoleWidth(at.dipoleWidth());
    return shaped.field() instanceof PowerLawField power && power.exponent() != at.fieldExponent()
        ? shaped.withFieldExponent(at.fieldExponent())
        : shaped;
  }

  /** What a model predicts for all readings, with the exact derivatives. */
  public Prediction predict(ShiftModel model, ParameterValues at) {
    int n = size();
    double[] shifts = new double[n];
    double[][] jacobian = new double[n][Parameter.values().length];
    double[] byLnAcField = new double[n];
    double[] byLnBiasRate = new double[n];
    double[] logarithm = new double[n];
    double strength = at.referenceFrequency() * at.chi();
    ShiftModel shaped = shaped(model, at);
    for (int i = 0; i < n; i++) {
      Shift shift = shift(i, shaped, at);
      boolean driveIsField = readings.get(i).drive() instanceof Drive.AcField;
      boolean rateIsField = readings.get(i).biasRate() instanceof BiasRate.FieldRate;
      // f = f_ref (1 − χ K(p F_AC/ħ, 2 p Ḟ_DC/ħ, 2π f_ref, 1/T10))
      shifts[i] = -strength * shift.value();
      byLnAcField[i] = driveIsField ? -strength * shift.byLnRabi() : 0;
      byLnBiasRate[i] = rateIsField ? -strength * shift.byLnSweepRate() : 0;
      jacobian[i][Parameter.CHI.column()] = -strength * shift.value();
      jacobian[i][Parameter.DIPOLE_MOMENT.column()] = byLnAcField[i] + byLnBiasRate[i];
      jacobian[i][Parameter.RELAXATION_TIME.column()] = -strength * shift.byRelaxationRate();
      jacobian[i][Parameter.REFERENCE_FREQUENCY.column()] =
          1 - at.chi() * (shift.value() + shift.byLnOmega0());
      jacobian[i][Parameter.DIPOLE_WIDTH.column()] =
          -strength * shift.byDipoleWidth() * at.dipoleWidth();
      jacobian[i][Parameter.FIELD_EXPONENT.column()] = -strength * shift.byFieldExponent();
      logarithm[i] = shift.logarithm();
    }
    return new Prediction(
        at.referenceFrequency(), shifts, jacobian, byLnAcField, byLnBiasRate, logarithm);
  }

  /**
   * Residual (f_ref + shift − f_i)/σ_i of reading i [1]. The two large frequencies are subtracted
   * first, which is exact.
   *
   * @param referenceFrequency f_ref [Hz]
   * @param shift predicted shift [Hz]
   */
  double residual(int i, double referenceFrequency, double shift) {
    return (referenceFrequency - frequency(i) + shift) / sigma[i];
  }
}
