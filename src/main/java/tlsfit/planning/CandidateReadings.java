package tlsfit.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;

/**
 * The points at which one might measure next: at each bias rate measured, fields beyond the
 * measured ones by a factor of {@value #BEYOND} either way; at each field at which the bias was
 * swept, rates likewise; only those within the theory. All in numbers of two digits.
 */
final class CandidateReadings {
  private static final double BEYOND = 30;

  /** Ratio of neighbouring values: 2.5 dB of power. */
  private static final double STEP = Math.pow(10, 0.125);

  /** Bias rates, or fields, that are looked at; of more, those in equal steps. */
  private static final int SWEEPS = 8;

  /** Different bias rates at one field that make a sweep of the bias. */
  private static final int FEWEST = 3;

  /** Least leading logarithm L. */
  private static final double LEAST_LOGARITHM = 0.5;

  private final Observations measured;
  private final ParameterValues values;

  CandidateReadings(Fit fit) {
    measured = fit.observations();
    values = fit.values();
  }

  /**
   * The points as readings; empty if none is within the theory.
   *
   * @param anyRate whether other bias rates count, too, at fields at which the bias was not swept
   */
  List<Reading> all(boolean anyRate) {
    Set<Drive> drives = new LinkedHashSet<>();
    Set<BiasRate> rates = new LinkedHashSet<>();
    for (Reading reading : measured.readings()) {
      drives.add(reading.drive());
      rates.add(reading.biasRate());
    }
    List<Reading> candidates = new ArrayList<>();
    for (BiasRate rate : some(new ArrayList<>(rates))) {
      Reading one = atRate(rate);
      for (double field : values(one.drive().channel())) {
        add(candidates, one.drive().withValue(field), rate);
      }
    }
    List<Drive> swept =
        drives.stream()
            .filter(drive -> anyRate || ratesAt(drive).size() >= FEWEST)
            .sorted(Comparator.comparingDouble(Drive::value))
            .toList();
    for (Drive drive : some(swept)) {
      BiasRate like = ratesAt(drive).iterator().next();
      for (double rate : values(like.channel())) {
        add(candidates, drive, like.withValue(rate));
      }
    }
    return candidates;
  }

  private Reading atRate(BiasRate rate) {
    return measured.readings().stream()
        .filter(reading -> reading.biasRate().equals(rate))
        .findFirst()
        .orElseThrow();
  }

  private Set<BiasRate> ratesAt(Drive drive) {
    Set<BiasRate> rates = new LinkedHashSet<>();
    for (Reading reading : measured.readings()) {
      if (reading.drive().equals(drive)) {
        rates.add(reading.biasRate());
      }
    }
    return rates;
  }

  private static <T> List<T> some(List<T> all) {
    if (all.size() <= SWEEPS) {
      return all;
    }
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < SWEEPS; i++) {
      chosen.add(all.get(i * (all.size() - 1) / (SWEEPS - 1)));
    }
    return chosen;
  }

  /** Values from below to above the measured ones of one channel. */
  private List<Double> values(Channel channel) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Reading reading : measured.readings()) {
      boolean drive = reading.drive().channel() == channel;
      if (drive || reading.biasRate().channel() == channel) {
        double value = drive ? reading.drive().value() : reading.biasRate().value();
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    List<Double> result = new ArrayList<>();
    for (double value = low / BEYOND; value < high * BEYOND * STEP; value *= STEP) {
      result.add(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }
    return result;
  }

  private void add(List<Reading> candidates, Drive drive, BiasRate biasRate) {
    Reading candidate =
        new Reading(
            drive,
            biasRate,
            values.referenceFrequency(),
            OptionalDouble.empty(),
            new Origin("", 0));
    double rabi = drive.rabi(values.dipoleMoment());
    double rate = biasRate.sweepRate(values.dipoleMoment());
    double omega0 = 2 * Math.PI * values.referenceFrequency();
    double logarithm = Math.log(omega0 / (rabi + Math.sqrt(rate)));
    if (logarithm > LEAST_LOGARITHM
        && Rates.eta(omega0, rate, values.relaxationRate()) < Rates.LARGEST_ETA) {
      candidates.add(candidate);
    }
  }
}
