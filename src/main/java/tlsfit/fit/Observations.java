package tlsfit.fit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.model.Shift;
import tlsfit.model.ShiftModel;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;
import tlsfit.setup.Noise;
import tlsfit.statistics.Median;

/**
 * The data of a fit: the readings of a measurement with the σ in force, and what a model predicts
 * for them.
 */
public final class Observations {
  private final PlacedReadings placed;
  private final List<Reading> readings; // those of it
  private final double[] given;
  private final double[] frequency;
  private final double[] sigma;
  private final double[] driveSigma;
  private final @Nullable EvaluationBudget budget;

  /**
   * Takes the readings of all sweeps.
   *
   * @param measurement what was measured, at least one reading
   * @param noise what is known of σ
   * @throws FitRefusedException if σ is to be used and a reading has none
   */
  public Observations(Measurement measurement, Noise noise) {
    placed = PlacedReadings.of(measurement);
    readings = placed.readings();
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("no readings");
    }
    frequency = readings.stream().mapToDouble(Reading::frequency).toArray();
    sigma = readings.stream().mapToDouble(reading -> sigma(reading, noise)).toArray();
    given = sigma;
    driveSigma = driveSigmas(readings, noise);
    budget = null;
  }

  /**
   * Readings to ask a model for what it predicts at their settings, all with the same weight.
   *
   * @param readings at least one
   */
  public static Observations at(List<Reading> readings) {
    double[] ones = new double[readings.size()];
    Arrays.fill(ones, 1);
    return new Observations(
        PlacedReadings.of(readings),
        ones,
        readings.stream().mapToDouble(Reading::frequency).toArray(),
        ones,
        new double[readings.size()],
        null);
  }

  private Observations(
      PlacedReadings placed,
      double[] given,
      double[] frequency,
      double[] sigma,
      double[] driveSigma,
      @Nullable EvaluationBudget budget) {
    this.placed = placed;
    this.readings = placed.readings();
    this.given = given;
    this.frequency = frequency;
    this.sigma = sigma;
    this.driveSigma = driveSigma;
    this.budget = budget;
  }

  /**
   * Some of the readings, with the frequencies and σ they have here.
   *
   * @param numbers of the readings to keep, ascending, at least one
   */
  public Observations subset(List<Integer> numbers) {
    return new Observations(
        placed.subset(numbers),
        numbers.stream().mapToDouble(i -> given[i]).toArray(),
        numbers.stream().mapToDouble(i -> frequency[i]).toArray(),
        numbers.stream().mapToDouble(i -> sigma[i]).toArray(),
        numbers.stream().mapToDouble(i -> driveSigma[i]).toArray(),
        budget);
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
                    Refusal.of(
                        RefusalCode.READING_WITHOUT_SIGMA,
                        reading.origin().file() + ":" + reading.origin().line())));
  }

  /**
   * The same with other frequencies.
   *
   * @param frequencies [Hz], one for each reading
   */
  public Observations withFrequencies(double[] frequencies) {
    return with(frequencies.clone(), sigma, budget);
  }

  /**
   * The same with other standard deviations.
   *
   * @param sigmas [Hz], one for each reading
   */
  public Observations withSigma(double[] sigmas) {
    return with(frequency, sigmas.clone(), budget);
  }

  /** The same with the standard deviations as they were given. */
  public Observations unscaled() {
    return withSigma(given);
  }

  // without σ of the frequencies their scatter holds the errors of the drive already
  private static double[] driveSigmas(List<Reading> readings, Noise noise) {
    boolean used =
        !(noise instanceof Noise.FromScatter)
            && readings.stream().allMatch(reading -> reading.sigma().isPresent());
    return readings.stream().mapToDouble(reading -> used ? reading.driveSigma() : 0).toArray();
  }

  /** Whether the drive of any reading has an error of its own that is not part of its σ yet. */
  public boolean haveDriveErrors() {
    return Arrays.stream(driveSigma).anyMatch(one -> one > 0);
  }

  /**
   * The same with the effective variance σ_f² + (∂f/∂ln F · σ_F/F)² of each reading in place of the
   * variance that was given, and with the factor that its σ had (J. Orear, Am. J. Phys. 50, 912
   * (1982)). The errors of the drive stay what they are: for another slope they count anew.
   *
   * @param byLnAcField ∂f/∂ln F [Hz], one for each reading
   * @param before the readings with the σ as they were given
   */
  Observations withEffectiveVariance(double[] byLnAcField, Observations before) {
    double[] effective = new double[sigma.length];
    double[] scaled = new double[sigma.length];
    for (int i = 0; i < effective.length; i++) {
      effective[i] = Math.hypot(before.given[i], byLnAcField[i] * driveSigma[i]);
      scaled[i] = effective[i] * sigma[i] / given[i];
    }
    return new Observations(placed, effective, frequency, scaled, driveSigma, budget);
  }

  /** The same, the errors of the drive being part of their σ for good. */
  Observations settled() {
    return new Observations(placed, given, frequency, sigma, new double[sigma.length], budget);
  }

  /** The same, each evaluation of a model at a reading taken from a budget. */
  public Observations within(EvaluationBudget limit) {
    return with(frequency, sigma, limit);
  }

  private Observations with(
      double[] frequencies, double[] sigmas, @Nullable EvaluationBudget limit) {
    return new Observations(placed, given, frequencies, sigmas, driveSigma, limit);
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
    return placed.table()[i];
  }

  /** Name of the table that reading i stands in. */
  public String tableName(int i) {
    return placed.tableNames().get(table(i));
  }

  /** Where reading i stands among the rows of its whole table: from −1/2 to 1/2 [1]. */
  public double rowPosition(int i) {
    return placed.rowPosition()[i];
  }

  /** Microwave power of reading i over the highest one of its whole table, from the fields [1]. */
  public double relativePower(int i) {
    return placed.relativePower()[i];
  }

  /** The names of the tables' files, in order. */
  public List<String> tableNames() {
    return placed.tableNames();
  }

  /** Factor by which the σ of each table exceed those given [1]. */
  List<Double> scales() {
    double[] scales = new double[tableNames().size()];
    for (int i = 0; i < sigma.length; i++) {
      scales[table(i)] = sigma[i] / given[i];
    }
    return Arrays.stream(scales).boxed().toList();
  }

  /** Standard deviation [Hz] of reading i; 1 Hz for all where σ comes from the scatter. */
  public double sigma(int i) {
    return sigma[i];
  }

  /** Median of the measured frequencies [Hz]. */
  public double medianFrequency() {
    return Median.of(frequency);
  }

  /** Whether any reading depends on the dipole moment: not if all fields are given as rates. */
  public boolean dependOnDipoleMoment() {
    return readings.stream()
        .anyMatch(reading -> reading.drive().isField() || reading.biasRate().isFieldRate());
  }

  /** Ω_R0 [1/s] of reading i at a dipole moment [C m]. */
  public double rabi(int i, double dipoleMoment) {
    return readings.get(i).drive().rabi(dipoleMoment);
  }

  /** v0 [1/s²] of reading i at a dipole moment [C m]. */
  public double sweepRate(int i, double dipoleMoment) {
    return readings.get(i).biasRate().sweepRate(dipoleMoment);
  }

  /** Ω_R0 [1/s] of reading i at given values, with the fields they have. */
  public double rabi(int i, ParameterValues at) {
    double rabi = rabi(i, at.dipoleMoment());
    boolean moved = at.acFieldShift() != 0 && readings.get(i).drive().isField();
    return moved ? rabi * Math.exp(at.acFieldShift()) : rabi;
  }

  /** v0 [1/s²] of reading i at given values, with the fields they have. */
  public double sweepRate(int i, ParameterValues at) {
    double rate = sweepRate(i, at.dipoleMoment());
    boolean moved = at.biasRateShift() != 0 && readings.get(i).biasRate().isFieldRate();
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

  /** K of reading i under a model that has the distributions of the values, and nothing else. */
  double response(int i, ShiftModel shaped, ParameterValues at) {
    spend(shaped);
    return shaped.value(
        rabi(i, at), sweepRate(i, at), 2 * Math.PI * at.referenceFrequency(), at.relaxationRate());
  }

  /**
   * Ends a calculation that will exceed its budget by far, where there is one.
   *
   * @param share of its work that was done so far [1], above 0
   */
  public void foresee(double share) {
    if (budget != null) {
      budget.foresee(share);
    }
  }

  private void spend(ShiftModel model) {
    if (budget != null) {
      budget.spend(model.cost());
    }
  }

  /** The relative shift of reading i under a model. */
  public Shift shift(int i, ShiftModel model, ParameterValues at) {
    ShiftModel shaped = model.at(at);
    spend(shaped);
    return shaped.shift(
        rabi(i, at), sweepRate(i, at), 2 * Math.PI * at.referenceFrequency(), at.relaxationRate());
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
    ShiftModel shaped = model.at(at);
    List<Parameter> shape = shaped.parameters().stream().filter(Parameter::ofShape).toList();
    for (int i = 0; i < n; i++) {
      Shift shift = shift(i, shaped, at);
      boolean driveIsField = readings.get(i).drive().isField();
      boolean rateIsField = readings.get(i).biasRate().isFieldRate();
      // f = f_ref (1 − χ K(p F_AC/ħ, 2 p Ḟ_DC/ħ, 2π f_ref, 1/T10))
      shifts[i] = -strength * shift.value();
      byLnAcField[i] = driveIsField ? -strength * shift.byLnRabi() : 0;
      byLnBiasRate[i] = rateIsField ? -strength * shift.byLnSweepRate() : 0;
      jacobian[i][Parameter.CHI.column()] = -strength * shift.value();
      jacobian[i][Parameter.DIPOLE_MOMENT.column()] = byLnAcField[i] + byLnBiasRate[i];
      jacobian[i][Parameter.RELAXATION_TIME.column()] = -strength * shift.byRelaxationRate();
      jacobian[i][Parameter.REFERENCE_FREQUENCY.column()] =
          1 - at.chi() * (shift.value() + shift.byLnOmega0());
      for (Parameter parameter : shape) {
        jacobian[i][parameter.column()] =
            -strength * shift.by(parameter) * at.derivative(parameter);
      }
      logarithm[i] = shift.logarithm();
    }
    return new Prediction(
        at.referenceFrequency(),
        shifts,
        new double[n],
        jacobian,
        byLnAcField,
        byLnBiasRate,
        logarithm);
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
