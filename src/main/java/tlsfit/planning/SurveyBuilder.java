package tlsfit.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.model.Extremum;
import tlsfit.model.Rates;
import tlsfit.model.ShiftModel;
import tlsfit.result.FitResult;
import tlsfit.result.Survey;
import tlsfit.setup.Noise;

/** Describes a measurement before it is fitted. */
public final class SurveyBuilder {
  private static final int FEWEST_FIELDS = 5;
  private static final int FEWEST_RATES = 3;
  private static final int PARAMETERS = 4;

  private final Measurement measurement;
  private final ShiftModel model;
  private final Observations observations;

  private SurveyBuilder(Measurement measurement, ShiftModel model) {
    this.measurement = measurement;
    this.model = model;
    observations = new Observations(measurement, new Noise.FromScatter());
  }

  /**
   * Describes a measurement.
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

  private Survey build(List<Double> dipoleMoments, double relaxationTime) {
    List<Survey.Coverage> coverage =
        dipoleMoments.stream().map(p -> coverage(p, relaxationTime)).toList();
    Optional<Survey.ExtremumEstimate> extremum = extremum();
    return new Survey(
        measurement.sample(),
        measurement.sweeps().stream().map(SurveyBuilder::table).toList(),
        coverage,
        extremum.orElse(null),
        findings(extremum.isPresent(), coverage),
        measurement.inputs().stream()
            .map(file -> new FitResult.InputResult(file.file(), file.sha256(), file.rows()))
            .toList(),
        measurement.notes());
  }

  // ---- tables
  // ------------------------------------------------------------------------------------

  private static Survey.TableSurvey table(Sweep sweep) {
    List<Reading> readings = sweep.readings();
    boolean field = readings.get(0).drive() instanceof Drive.AcField;
    boolean fieldRate = readings.get(0).biasRate() instanceof BiasRate.FieldRate;
    boolean sigma = readings.stream().allMatch(reading -> reading.sigma().isPresent());
    return new Survey.TableSurvey(
        sweep.name(),
        readings.size(),
        range(field ? "V/m" : "1/s", readings.stream().mapToDouble(SurveyBuilder::drive)),
        range(fieldRate ? "V/m/s" : "1/s^2", readings.stream().mapToDouble(SurveyBuilder::rate)),
        range("Hz", readings.stream().mapToDouble(Reading::frequency)),
        sigma
            ? range("Hz", readings.stream().mapToDouble(reading -> reading.sigma().orElse(0)))
            : null);
  }

  private static double drive(Reading reading) {
    return reading.drive() instanceof Drive.AcField field
        ? field.amplitude()
        : ((Drive.RabiFrequency) reading.drive()).angularFrequency();
  }

  private static double rate(Reading reading) {
    return reading.biasRate() instanceof BiasRate.FieldRate field
        ? field.rate()
        : ((BiasRate.EnergyRate) reading.biasRate()).rate();
  }

  private static Survey.Range range(String unit, DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return new Survey.Range(
        unit, sorted[0], sorted[sorted.length - 1], (int) Arrays.stream(sorted).distinct().count());
  }

  // ---- what the readings mean
  // --------------------------------------------------------------------

  private Survey.Coverage coverage(double dipoleMoment, double relaxationTime) {
    int n = observations.size();
    double omega0 = omega0();
    double[] xi = new double[n];
    double[] eta = new double[n];
    double[] logarithm = new double[n];
    for (int i = 0; i < n; i++) {
      double rabi = observations.rabi(i, dipoleMoment);
      double rate = observations.sweepRate(i, dipoleMoment);
      xi[i] = Rates.xi(rabi, rate);
      eta[i] = Rates.eta(omega0, rate, 1 / relaxationTime);
      logarithm[i] = model.shift(rabi, rate, omega0, 1 / relaxationTime).logarithm();
    }
    return new Survey.Coverage(
        dipoleMoment,
        relaxationTime,
        range("1", Arrays.stream(xi)),
        range("1", Arrays.stream(eta)),
        range("1", Arrays.stream(logarithm)));
  }

  private double omega0() {
    return 2 * Math.PI * observations.medianFrequency();
  }

  private Optional<Survey.ExtremumEstimate> extremum() {
    return ExtremumReading.of(measurement)
        .map(
            reading -> {
              OptionalDouble refined =
                  Extremum.dipoleMoment(model, omega0(), reading.fieldRate(), reading.acField());
              return new Survey.ExtremumEstimate(
                  reading.sweep(),
                  reading.acField(),
                  reading.fieldRate(),
                  Extremum.dipoleMomentEq10(reading.fieldRate(), reading.acField()),
                  refined.isPresent() ? Double.valueOf(refined.getAsDouble()) : null);
            });
  }

  // ---- what a fit could determine
  // ----------------------------------------------------------------

  private List<String> findings(boolean extremum, List<Survey.Coverage> coverage) {
    List<String> findings = new ArrayList<>();
    List<Reading> readings = observations.readings();
    long fields = readings.stream().mapToDouble(SurveyBuilder::drive).distinct().count();
    long rates = readings.stream().mapToDouble(SurveyBuilder::rate).distinct().count();
    if (readings.size() <= PARAMETERS) {
      findings.add(
          readings.size()
              + " readings are too few for "
              + PARAMETERS
              + " parameters: measure more points");
    }
    if (!observations.dependOnDipoleMoment()) {
      findings.add(
          "dipoleMoment cannot be determined: all fields are given as rates, which do not depend on"
              + " it");
    } else if (fields < FEWEST_FIELDS) {
      findings.add(
          fields
              + (fields == 1 ? " microwave field" : " different microwave fields")
              + ": dipoleMoment wants a sweep of the power through the lowest frequency");
    } else if (extremum) {
      findings.add(
          "a lowest frequency over the power is seen: dipoleMoment can be determined, if it is more than"
              + " noise, which a fit tells");
    } else {
      findings.add(
          "no lowest frequency over the power stands out: dipoleMoment may come out badly, or not"
              + " at all; sweep the power further");
    }
    findings.add(
        rates < FEWEST_RATES
            ? rates
                + (rates == 1 ? " bias rate" : " different bias rates")
                + ": relaxationTime will hardly be determined; add a sweep of the bias rate at one"
                + " power"
            : "the bias rate is swept: relaxationTime can be determined if its effect is seen,"
                + " where eta is near 1 and above");
    findings.add(sigma(readings));
    for (Survey.Coverage one : coverage) {
      if (one.logarithm().lowest() < 1) {
        findings.add(
            String.format(
                Locale.ROOT,
                "at %.3g C m some readings are beyond the theory or near its end (L down to %.2g):"
                    + " less power or a slower bias would be safe",
                one.dipoleMoment(),
                one.logarithm().lowest()));
      }
    }
    return findings;
  }

  private static String sigma(List<Reading> readings) {
    long with = readings.stream().filter(reading -> reading.sigma().isPresent()).count();
    if (with == readings.size()) {
      return "all readings have a sigma: chi-square can judge the fit";
    }
    return with == 0
        ? "no reading has a sigma: the scatter about the fit will stand for it"
        : "some readings have a sigma and some have none: a fit wants one for all, or --sigma"
            + " per-table, or --sigma none";
  }
}
