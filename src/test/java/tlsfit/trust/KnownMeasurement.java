package tlsfit.trust;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.ParameterValues;
import tlsfit.units.Constants;

/**
 * A simulated measurement with the truth behind it. Its numbers are those of its table, as rounded
 * there.
 *
 * @param name of the table, without the ending
 * @param scenario what was measured, or what is wrong with it
 * @param kind what a fit owes to it
 * @param truth the true parameters
 * @param effectiveDipoleMoment a second right answer for p [C m], under a spread
 * @param measurement the readings, in one table
 */
record KnownMeasurement(
    String name,
    String scenario,
    Kind kind,
    ParameterValues truth,
    OptionalDouble effectiveDipoleMoment,
    Measurement measurement) {

  /** The first line of the table of truths. */
  static final String TRUTH_HEADER = "name,scenario,p_debye,T10_us,chi,f_ref,kind,p2_debye";

  private static final MathContext FIELD_DIGITS = new MathContext(10);
  private static final MathContext SIGMA_DIGITS = new MathContext(6);

  /**
   * Writes the readings of a measurement.
   *
   * @param clean the same without errors
   * @param errors of the frequencies [Hz]
   * @param sigma that the table tells [Hz]; empty for no such column
   * @param copies of each row
   */
  static Measurement measurement(
      String name, NoiseFree clean, double[] errors, OptionalDouble sigma, int copies) {
    OptionalDouble told =
        sigma.isPresent()
            ? OptionalDouble.of(rounded(sigma.getAsDouble(), SIGMA_DIGITS))
            : OptionalDouble.empty();
    double[] shift = clean.shift();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < shift.length; i++) {
      Setting setting = clean.settings().get(i);
      double frequency = clean.truth().referenceFrequency() + shift[i] + errors[i];
      for (int copy = 0; copy < copies; copy++) {
        readings.add(
            new Reading(
                new Drive.AcField(rounded(setting.acField(), FIELD_DIGITS)),
                new BiasRate.FieldRate(rounded(setting.fieldRate(), FIELD_DIGITS)),
                Math.rint(frequency * 1000) / 1000,
                told,
                new Origin(name + ".csv", readings.size() + 2)));
      }
    }
    return new Measurement(
        name,
        List.of(new Sweep(name + ".csv", readings)),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static double rounded(double value, MathContext digits) {
    return new BigDecimal(value).round(digits).doubleValue();
  }

  /** The true dipole moments [C m], the effective one included. */
  List<Double> rightDipoleMoments() {
    List<Double> right = new ArrayList<>(List.of(truth.dipoleMoment()));
    effectiveDipoleMoment.ifPresent(right::add);
    return right;
  }

  /** The table as comma-separated text. */
  String table() {
    List<Reading> readings = measurement.readings().toList();
    boolean withSigma = readings.get(0).sigma().isPresent();
    StringBuilder text = new StringBuilder("ac_field [V/m],bias_rate [V/m/s],frequency [Hz]");
    text.append(withSigma ? ",frequency_sigma [Hz]\n" : "\n");
    for (Reading reading : readings) {
      text.append(plain(reading.drive().value())).append(',');
      text.append(plain(reading.biasRate().value())).append(',');
      text.append(String.format(Locale.ROOT, "%.3f", reading.frequency()));
      reading.sigma().ifPresent(sigma -> text.append(',').append(plain(sigma)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Its line in the table of truths. */
  String truthRow() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.8g,%.6g,%.8g,%.3f,%s,%s",
        name,
        scenario,
        truth.dipoleMoment() / Constants.DEBYE,
        1e6 / truth.relaxationRate(),
        truth.chi(),
        truth.referenceFrequency(),
        kind.key(),
        effectiveDipoleMoment.isPresent()
            ? String.format(
                Locale.ROOT, "%.8g", effectiveDipoleMoment.getAsDouble() / Constants.DEBYE)
            : "");
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
