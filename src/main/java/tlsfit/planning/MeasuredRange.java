package tlsfit.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Reading;
import tlsfit.model.Rates;
import tlsfit.result.Advice;
import tlsfit.units.Unit;

/** The range of drives and bias rates that was measured, each kind on its own. */
final class MeasuredRange {
  private static final Unit DBM = Unit.of("dBm");

  private final List<Reading> readings;

  MeasuredRange(List<Reading> readings) {
    this.readings = readings;
  }

  /** How far a point lies outside, in factors of e of both rates; 0 inside. */
  double distance(Reading point) {
    return distance(point.drive().value(), ends(point.drive()))
        + distance(point.biasRate().value(), ends(point.biasRate()));
  }

  private static double distance(double value, DoubleSummaryStatistics range) {
    return Math.max(
        0, Math.max(Math.log(value / range.getMax()), Math.log(range.getMin() / value)));
  }

  /** By which power the highest drive measured must change to reach a point [dB]. */
  double powerChange(Reading point) {
    return 20 * Math.log10(point.drive().value() / ends(point.drive()).getMax());
  }

  /**
   * The setting of the instruments at a point, by the conversion of the strongest reading of those
   * that are given in the same way: the power goes as the square of the drive, and so does the
   * number of photons; the rate of the bias voltage as that of the field.
   */
  Advice.Source source(Reading point) {
    @Nullable Double watt = driveSetting(point, Channel.POWER);
    return new Advice.Source(
        watt == null ? null : DBM.fromSi(watt),
        driveSetting(point, Channel.PHOTONS),
        readings.stream()
            .filter(reading -> reading.setting().bias() == Channel.VOLTAGE_RATE)
            .filter(reading -> reading.biasRate().channel() == point.biasRate().channel())
            .findFirst()
            .map(
                like ->
                    like.setting().biasValue()
                        * (point.biasRate().value() / like.biasRate().value()))
            .orElse(null));
  }

  private @Nullable Double driveSetting(Reading point, Channel given) {
    return readings.stream()
        .filter(reading -> reading.setting().drive() == given)
        .filter(reading -> reading.drive().channel() == point.drive().channel())
        .max(Comparator.comparingDouble(reading -> reading.drive().value()))
        .map(
            like ->
                like.setting().driveValue()
                    * Math.pow(point.drive().value() / like.drive().value(), 2))
        .orElse(null);
  }

  /** Whether a point lies within the range, ends included. */
  boolean holds(Reading point) {
    return outside(point, Double.NaN).isEmpty();
  }

  /**
   * The ends beyond which a point lies.
   *
   * @param dipoleMoment at which the Rabi frequency of a field is given [C m]; not a number where
   *     none is known
   */
  List<Advice.Outside> outside(Reading point, double dipoleMoment) {
    List<Advice.Outside> outside = new ArrayList<>();
    boolean field = point.drive().isField();
    DoubleSummaryStatistics drives = ends(point.drive());
    double drive = point.drive().value();
    if (drive > drives.getMax() || drive < drives.getMin()) {
      boolean above = drive > drives.getMax();
      double end = above ? drives.getMax() : drives.getMin();
      double rabi = Rates.rabi(dipoleMoment, end);
      outside.add(
          new Advice.Outside(
              field ? "acField" : "rabi",
              above,
              end,
              field && Double.isFinite(rabi) ? rabi : null));
    }
    DoubleSummaryStatistics rates = ends(point.biasRate());
    double rate = point.biasRate().value();
    if (rate > rates.getMax() || rate < rates.getMin()) {
      boolean above = rate > rates.getMax();
      outside.add(
          new Advice.Outside(
              point.biasRate().isFieldRate() ? "biasRate" : "sweepRate",
              above,
              above ? rates.getMax() : rates.getMin(),
              null));
    }
    return outside;
  }

  private DoubleSummaryStatistics ends(Drive like) {
    return readings.stream()
        .map(Reading::drive)
        .filter(drive -> drive.channel() == like.channel())
        .mapToDouble(Drive::value)
        .summaryStatistics();
  }

  private DoubleSummaryStatistics ends(BiasRate like) {
    return readings.stream()
        .map(Reading::biasRate)
        .filter(rate -> rate.channel() == like.channel())
        .mapToDouble(BiasRate::value)
        .summaryStatistics();
  }
}
