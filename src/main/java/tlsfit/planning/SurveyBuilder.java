package tlsfit.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Observations;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.Extremum;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Survey;
import tlsfit.setup.Noise;
import tlsfit.statistics.Distinct;

/** The survey of a measurement: what it covers, and what a fit of it may be expected to tell. */
public final class SurveyBuilder {
  private static final int FEWEST_FIELDS = 5;
  private static final int FEWEST_RATES = 3;
  private static final int PARAMETERS = 4;

  private final Measurement measurement;
  private final ShiftModel model;
  private final Observations observations;
  private final double omega0;

  private SurveyBuilder(Measurement measurement, ShiftModel model) {
    this.measurement = measurement;
    this.model = model;
    observations = new Observations(measurement, new Noise.FromScatter());
    omega0 = 2 * Math.PI * observations.medianFrequency();
  }

  /**
   * Describes a measurement, without its single readings.
   *
   * @param measurement what was measured
   * @param model whose extremum is looked for
   * @param dipoleMoments assumed ones [C m]
   * @param relaxationTime an assumed one [s]
   */
  public static Survey build(
      Measurement measurement,
      ShiftModel model,
      List<Double> dipoleMoments,
      double relaxationTime) {
    return new SurveyBuilder(measurement, model).build(dipoleMoments, relaxationTime);
  }

  /** Every reading, for {@link Survey#withReadings}. */
  public static List<Survey.SurveyReading> readings(Measurement measurement) {
    return measurement.readings().map(SurveyReadings::of).toList();
  }

  private Survey build(List<Double> dipoleMoments, double relaxationTime) {
    List<Survey.Coverage> coverage = new ArrayList<>();
    for (double p : dipoleMoments) {
      // p scales ξ and η: as many differ as at the first
      coverage.add(coverage(p, relaxationTime, coverage.isEmpty() ? null : coverage.get(0)));
    }
    Optional<Survey.ExtremumEstimate> extremum = extremum();
    return new Survey(
        measurement.sample(),
        measurement.sweeps().stream().map(SurveyBuilder::table).toList(),
        coverage,
        extremum.orElse(null),
        findings(extremum.isPresent(), coverage),
        measurement.inputs(),
        measurement.notes(),
        List.of());
  }

  private static Survey.TableSurvey table(Sweep sweep) {
    List<Reading> readings = sweep.readings();
    boolean sigma = readings.stream().allMatch(reading -> reading.sigma().isPresent());
    return new Survey.TableSurvey(
        sweep.name(),
        readings.size(),
        range(
            unit(readings.get(0).drive().channel()),
            readings.stream().mapToDouble(reading -> reading.drive().value())),
        range(
            unit(readings.get(0).biasRate().channel()),
            readings.stream().mapToDouble(reading -> reading.biasRate().value())),
        range("Hz", readings.stream().mapToDouble(Reading::frequency)),
        sigma
            ? range("Hz", readings.stream().mapToDouble(reading -> reading.sigma().orElse(0)))
            : null);
  }

  private static String unit(Channel channel) {
    return channel.units().get(0).toString();
  }

  private static Survey.Range range(String unit, DoubleStream values) {
    double[] all = values.toArray();
    return range(unit, all, Distinct.count(all));
  }

  private static Survey.Range range(String unit, double[] values, int distinct) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    return new Survey.Range(unit, lowest, highest, distinct);
  }

  private Survey.Coverage coverage(
      double dipoleMoment, double relaxationTime, Survey.@Nullable Coverage first) {
    int n = observations.size();
    double[] xi = new double[n];
    double[] eta = new double[n];
    double[] logarithm = new double[n];
    for (int i = 0; i < n; i++) {
      double rabi = observations.rabi(i, dipoleMoment);
      double rate = observations.sweepRate(i, dipoleMoment);
      xi[i] = Rates.xi(rabi, rate);
      eta[i] = Rates.eta(omega0, rate, 1 / relaxationTime);
      logarithm[i] = model.logarithm(rabi, rate, omega0, 1 / relaxationTime);
    }
    return new Survey.Coverage(
        dipoleMoment,
        relaxationTime,
        range("1", xi, first == null ? Distinct.count(xi) : first.xi().distinct()),
        range("1", eta, first == null ? Distinct.count(eta) : first.eta().distinct()),
        range(
            "1",
            logarithm,
            first == null ? Distinct.count(logarithm) : first.logarithm().distinct()));
  }

  private Optional<Survey.ExtremumEstimate> extremum() {
    return ExtremumReading.of(measurement)
        .map(
            reading -> {
              OptionalDouble refined =
                  Extremum.dipoleMoment(model, omega0, reading.fieldRate(), reading.acField());
              return new Survey.ExtremumEstimate(
                  reading.sweep(),
                  reading.acField(),
                  reading.fieldRate(),
                  Extremum.dipoleMomentEq10(reading.fieldRate(), reading.acField()),
                  refined.isPresent() ? Double.valueOf(refined.getAsDouble()) : null);
            });
  }

  private List<Finding> findings(boolean extremum, List<Survey.Coverage> coverage) {
    List<Finding> findings = new ArrayList<>();
    List<Reading> readings = observations.readings();
    int fields =
        Distinct.count(readings.stream().mapToDouble(reading -> reading.drive().value()).toArray());
    int rates =
        Distinct.count(
            readings.stream().mapToDouble(reading -> reading.biasRate().value()).toArray());
    if (readings.size() <= PARAMETERS) {
      findings.add(
          Finding.of(FindingCode.ENOUGH_READINGS, Kind.NOTE, false)
              .withValue(readings.size())
              .withLimit(PARAMETERS));
    }
    if (!observations.dependOnDipoleMoment()) {
      findings.add(Finding.of(FindingCode.DEPENDS_ON_DIPOLE_MOMENT, Kind.NOTE, false));
    } else if (fields < FEWEST_FIELDS) {
      findings.add(
          Finding.of(FindingCode.FIELDS_SWEPT, Kind.NOTE, false)
              .withValue((double) fields)
              .withLimit(FEWEST_FIELDS));
    } else {
      findings.add(Finding.of(FindingCode.LOWEST_FREQUENCY_SEEN, Kind.NOTE, extremum));
    }
    findings.add(
        Finding.of(FindingCode.RATES_SWEPT, Kind.NOTE, rates >= FEWEST_RATES)
            .withValue((double) rates)
            .withLimit(FEWEST_RATES));
    int sigmas = (int) readings.stream().filter(reading -> reading.sigma().isPresent()).count();
    findings.add(
        Finding.of(FindingCode.SIGMA_GIVEN, Kind.NOTE, sigmas == readings.size())
            .withValue((double) sigmas)
            .withLimit(readings.size()));
    for (Survey.Coverage one : coverage) {
      if (one.logarithm().lowest() < 1) {
        findings.add(
            Finding.of(FindingCode.COVERED_BY_THEORY, Kind.NOTE, false)
                .withValue(one.logarithm().lowest())
                .withLimit(1)
                .with("dipoleMoment", one.dipoleMoment()));
      }
    }
    return findings;
  }
}
