package tlsfit.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
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
import tlsfit.statistics.Distinct;
import tlsfit.statistics.Median;

/** The survey of a measurement: what it covers, and what a fit of it may be expected to tell. */
public final class SurveyBuilder {
  private static final int FEWEST_FIELDS = 5;
  private static final int FEWEST_RATES = 3;
  private static final int PARAMETERS = 4;

  private final Measurement measurement;
  private final ShiftModel model;
  private final List<SurveyedReadings> tables;
  private final SurveyedReadings all;
  private final double omega0;

  private SurveyBuilder(Measurement measurement, ShiftModel model) {
    this.measurement = measurement;
    this.model = model;
    tables = SurveyedReadings.of(measurement);
    all = SurveyedReadings.joined(tables);
    omega0 = 2 * Math.PI * Median.of(all.frequency());
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
    List<Survey.TableSurvey> surveys = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      surveys.add(table(measurement.sweeps().get(i), tables.get(i)));
    }
    Optional<Survey.ExtremumEstimate> extremum = extremum();
    return new Survey(
        measurement.sample(),
        surveys,
        coverage,
        extremum.orElse(null),
        findings(extremum.isPresent(), coverage, surveys),
        measurement.inputs(),
        measurement.notes(),
        List.of());
  }

  private static Survey.TableSurvey table(Sweep sweep, SurveyedReadings readings) {
    Reading first = sweep.readings().get(0);
    return new Survey.TableSurvey(
        sweep.name(),
        readings.size(),
        range(unit(first.drive().channel()), readings.drive()),
        range(unit(first.biasRate().channel()), readings.rate()),
        range("Hz", readings.frequency()),
        readings.sigmas() == readings.size() ? range("Hz", readings.sigma()) : null);
  }

  private static String unit(Channel channel) {
    return channel.units().get(0).toString();
  }

  private static Survey.Range range(String unit, double[] values) {
    return range(unit, values, Distinct.count(values));
  }

  private static Survey.Range range(String unit, double[] values, int distinct) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      // as Math.min and Math.max, whose calls take 0.2 s for a million rows
      boolean none = Double.isNaN(value);
      lowest = none || value < lowest ? value : lowest;
      highest = none || value > highest ? value : highest;
    }
    return new Survey.Range(unit, lowest, highest, distinct);
  }

  private Survey.Coverage coverage(
      double dipoleMoment, double relaxationTime, Survey.@Nullable Coverage first) {
    int n = all.size();
    double[] xi = new double[n];
    double[] eta = new double[n];
    double[] logarithm = new double[n];
    for (int i = 0; i < n; i++) {
      double rabi = all.rabi(i, dipoleMoment);
      double rate = all.sweepRate(i, dipoleMoment);
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
    return ExtremumReading.of(measurement, tables)
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

  private List<Finding> findings(
      boolean extremum, List<Survey.Coverage> coverage, List<Survey.TableSurvey> surveys) {
    List<Finding> findings = new ArrayList<>();
    boolean one = surveys.size() == 1;
    int fields = one ? surveys.get(0).drive().distinct() : Distinct.count(all.drive());
    int rates = one ? surveys.get(0).bias().distinct() : Distinct.count(all.rate());
    if (all.size() <= PARAMETERS) {
      findings.add(
          Finding.of(FindingCode.ENOUGH_READINGS, Kind.NOTE, false)
              .withValue(all.size())
              .withLimit(PARAMETERS));
    }
    if (!all.dependOnDipoleMoment()) {
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
    int sigmas = all.sigmas();
    findings.add(
        Finding.of(FindingCode.SIGMA_GIVEN, Kind.NOTE, sigmas == all.size())
            .withValue((double) sigmas)
            .withLimit(all.size()));
    for (Survey.Coverage each : coverage) {
      if (each.logarithm().lowest() < 1) {
        findings.add(
            Finding.of(FindingCode.COVERED_BY_THEORY, Kind.NOTE, false)
                .withValue(each.logarithm().lowest())
                .withLimit(1)
                .with("dipoleMoment", each.dipoleMoment()));
      }
    }
    return findings;
  }
}
