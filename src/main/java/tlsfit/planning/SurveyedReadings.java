package tlsfit.planning;

import java.util.Arrays;
import java.util.List;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Rates;

/**
 * What a survey tells of some readings, as columns: of a million readings each is made once.
 *
 * @param drive of each, in the unit of its channel
 * @param rate of the bias of each, in the unit of its channel
 * @param frequency of each [Hz]
 * @param sigma of each [Hz], not a number where unknown
 * @param driveIsField whether the drive of each is a field, and no Rabi frequency
 * @param rateIsField whether the rate of each is that of a field, and not of an energy
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record SurveyedReadings(
    double[] drive,
    double[] rate,
    double[] frequency,
    double[] sigma,
    boolean[] driveIsField,
    boolean[] rateIsField) {

  /** The columns of each sweep. */
  static List<SurveyedReadings> of(Measurement measurement) {
    return measurement.sweeps().stream().map(sweep -> of(sweep.readings())).toList();
  }

  private static SurveyedReadings of(List<Reading> readings) {
    SurveyedReadings all = new SurveyedReadings(readings.size());
    for (int i = 0; i < all.size(); i++) {
      Reading reading = readings.get(i);
      all.drive[i] = reading.drive().value();
      all.rate[i] = reading.biasRate().value();
      all.frequency[i] = reading.frequency();
      all.sigma[i] = reading.sigma().orElse(Double.NaN);
      all.driveIsField[i] = reading.drive().isField();
      all.rateIsField[i] = reading.biasRate().isFieldRate();
    }
    return all;
  }

  private SurveyedReadings(int size) {
    this(
        new double[size],
        new double[size],
        new double[size],
        new double[size],
        new boolean[size],
        new boolean[size]);
  }

  /** One after the other. */
  static SurveyedReadings joined(List<SurveyedReadings> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    SurveyedReadings all =
        new SurveyedReadings(parts.stream().mapToInt(SurveyedReadings::size).sum());
    int at = 0;
    for (SurveyedReadings part : parts) {
      System.arraycopy(part.drive, 0, all.drive, at, part.size());
      System.arraycopy(part.rate, 0, all.rate, at, part.size());
      System.arraycopy(part.frequency, 0, all.frequency, at, part.size());
      System.arraycopy(part.sigma, 0, all.sigma, at, part.size());
      System.arraycopy(part.driveIsField, 0, all.driveIsField, at, part.size());
      System.arraycopy(part.rateIsField, 0, all.rateIsField, at, part.size());
      at += part.size();
    }
    return all;
  }

  /** Some of them. */
  SurveyedReadings some(List<Integer> numbers) {
    SurveyedReadings some = new SurveyedReadings(numbers.size());
    for (int k = 0; k < some.size(); k++) {
      int i = numbers.get(k);
      some.drive[k] = drive[i];
      some.rate[k] = rate[i];
      some.frequency[k] = frequency[i];
      some.sigma[k] = sigma[i];
      some.driveIsField[k] = driveIsField[i];
      some.rateIsField[k] = rateIsField[i];
    }
    return some;
  }

  int size() {
    return drive.length;
  }

  /** Number of those whose σ is known. */
  int sigmas() {
    return (int) Arrays.stream(sigma).filter(one -> !Double.isNaN(one)).count();
  }

  /** Whether any depends on the dipole moment: not if all fields are given as rates. */
  boolean dependOnDipoleMoment() {
    for (int i = 0; i < size(); i++) {
      if (driveIsField[i] || rateIsField[i]) {
        return true;
      }
    }
    return false;
  }

  /** Ω_R0 [1/s] of reading i at a dipole moment [C m]. */
  double rabi(int i, double dipoleMoment) {
    return driveIsField[i] ? Rates.rabi(dipoleMoment, drive[i]) : drive[i];
  }

  /** v0 [1/s²] of reading i at a dipole moment [C m]. */
  double sweepRate(int i, double dipoleMoment) {
    return rateIsField[i] ? Rates.sweepRate(dipoleMoment, rate[i]) : rate[i];
  }
}
