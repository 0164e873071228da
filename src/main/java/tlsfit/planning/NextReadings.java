package tlsfit.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Shape;
import tlsfit.diagnosis.ShapeFindings;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Reading;
import tlsfit.model.Extremum;
import tlsfit.model.Parameter;
import tlsfit.model.Rates;
import tlsfit.units.Constants;

/**
 * Where to measure next, if p or the relaxation time is not determined or only weakly: of the
 * {@link CandidateReadings} the one at which {@value #READINGS} readings lower the standard error
 * most, by {@link ExpectedInformation}; where no shift is seen, where it would be largest for some
 * p.
 */
public final class NextReadings {
  /** Number of readings that an advice is about. */
  public static final int READINGS = 10;

  /** Standard error of ln p, or of the relaxation rate over the rate, that is good enough. */
  static final double GOOD = 0.1;

  /** The share of the standard error that must be left at most, for an advice to be worth it. */
  private static final double WORTH = 0.9;

  /** Points this much worse than the best one count as good: of them the nearest is advised. */
  private static final double ALIKE = 1.1;

  /** Dipole moments [D] beyond which an undetermined one says nothing. */
  private static final double LEAST_DEBYE = 0.01;

  private static final double MOST_DEBYE = 1000;

  /** Dipole moments assumed where nothing is known [D]. */
  private static final double[] ASSUMED = {1, 3, 10};

  /** Standard errors by which a shift must stand out to be seen. */
  private static final double SEEN = 5;

  /** One-sided 95 % point of the normal distribution. */
  private static final double ONE_SIDED = 1.645;

  private final Fit fit;
  private final Verdict verdict;
  private final List<NextReading> found = new ArrayList<>();

  private NextReadings(Fit fit, Verdict verdict) {
    this.fit = fit;
    this.verdict = verdict;
  }

  /** Advice on a fit; empty if all is well determined, or nothing can be said. */
  public static List<NextReading> of(Fit fit, Verdict verdict) {
    return new NextReadings(fit, verdict).all();
  }

  /** What {@value #READINGS} readings at each candidate would make of the standard error. */
  static List<NextReading> candidates(Fit fit, Verdict verdict, Parameter parameter) {
    return new NextReadings(fit, verdict).candidates(parameter);
  }

  private List<NextReading> all() {
    if (!fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      if (verdict.shiftSeen() && relaxationOpen()) {
        best(Parameter.RELAXATION_TIME).ifPresent(found::add);
      }
      return List.copyOf(found);
    }
    boolean known =
        verdict.shiftSeen() && verdict.shape() != Shape.FEW_READINGS && plausibleDipoleMoment();
    boolean open =
        verdict.undetermined().contains(Parameter.DIPOLE_MOMENT)
            || new ExpectedInformation(fit, false).before(Parameter.DIPOLE_MOMENT) > GOOD;
    if (known && open) {
      best(Parameter.DIPOLE_MOMENT).ifPresent(found::add);
    } else if (known && relaxationOpen()) {
      best(Parameter.RELAXATION_TIME).ifPresent(found::add);
    }
    if (!known && open) {
      for (double debye : ASSUMED) {
        assumed(debye * Constants.DEBYE).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private boolean plausibleDipoleMoment() {
    double debye = fit.values().dipoleMoment() / Constants.DEBYE;
    return debye > LEAST_DEBYE && debye < MOST_DEBYE;
  }

  private boolean relaxationOpen() {
    if (fit.free().contains(Parameter.RELAXATION_TIME)) {
      double error = new ExpectedInformation(fit, false).before(Parameter.RELAXATION_TIME);
      return error > GOOD * fit.values().relaxationRate();
    }
    return fit.relaxationTest().map(test -> !test.seen()).orElse(false);
  }

  private Optional<NextReading> best(Parameter parameter) {
    List<NextReading> candidates = candidates(parameter);
    double least =
        candidates.stream()
            .mapToDouble(next -> next.after().getAsDouble())
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return candidates.stream()
        .filter(next -> next.after().getAsDouble() <= ALIKE * least)
        .min(Comparator.comparingDouble(this::distance))
        .filter(next -> next.after().getAsDouble() < WORTH * next.before().getAsDouble());
  }

  /** How far a point lies outside the measured ranges, in factors of e of both rates. */
  private double distance(NextReading next) {
    DoubleSummaryStatistics drives = ends(next.drive());
    DoubleSummaryStatistics rates = ends(next.biasRate());
    return distance(CandidateReadings.value(next.drive()), drives)
        + distance(CandidateReadings.value(next.biasRate()), rates);
  }

  private static double distance(double value, DoubleSummaryStatistics range) {
    return Math.max(
        0, Math.max(Math.log(value / range.getMax()), Math.log(range.getMin() / value)));
  }

  private List<NextReading> candidates(Parameter parameter) {
    List<Reading> points = new CandidateReadings(fit).all(parameter == Parameter.RELAXATION_TIME);
    if (points.isEmpty()) {
      return List.of();
    }
    boolean relaxation =
        parameter == Parameter.RELAXATION_TIME
            || verdict.facts().stream()
                .anyMatch(fact -> fact.name().equals("relaxationDecided") && !fact.holds());
    ExpectedInformation information = new ExpectedInformation(fit, relaxation);
    double before = information.before(parameter);
    Prediction prediction =
        CandidateReadings.observations(points).predict(fit.options().model(), fit.values());
    List<NextReading> candidates = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (prediction.logarithm()[i] > 0) {
        double after = information.after(parameter, prediction.jacobian()[i], READINGS);
        if (Double.isFinite(after)) {
          candidates.add(
              at(points.get(i), parameter, before, after, gain(parameter, before, after)));
        }
      }
    }
    return candidates;
  }

  private NextReading at(
      Reading point, Parameter parameter, double before, double after, String gain) {
    String place = place(point);
    String outside = outside(point);
    String text =
        (outside.isEmpty() ? "" : outside + "; ")
            + READINGS
            + " readings at "
            + place
            + " would "
            + gain
            + (verdict.undetermined().contains(Parameter.DIPOLE_MOMENT)
                    && fit.free().contains(Parameter.DIPOLE_MOMENT)
                ? ", if dipoleMoment is near " + debye(fit.values().dipoleMoment())
                : "");
    return next(
        point,
        fit.values().dipoleMoment(),
        parameter,
        OptionalDouble.of(before),
        OptionalDouble.of(after),
        text);
  }

  private NextReading next(
      Reading point,
      double dipole,
      Parameter parameter,
      OptionalDouble before,
      OptionalDouble after,
      String text) {
    Observations one = CandidateReadings.observations(List.of(point));
    return new NextReading(
        point.drive(),
        point.biasRate(),
        one.rabi(0, dipole),
        one.sweepRate(0, dipole),
        decibel(point),
        parameter,
        before,
        after,
        text);
  }

  // ---- no shift is seen
  // --------------------------------------------------------------------------

  /** Where the shift would be largest for a dipole moment [C m], nearest to what was measured. */
  private Optional<NextReading> assumed(double dipole) {
    Set<BiasRate> rates = new LinkedHashSet<>();
    fit.observations().readings().forEach(reading -> rates.add(reading.biasRate()));
    double omega0 = 2 * Math.PI * fit.values().referenceFrequency();
    @Nullable Reading nearest = null;
    double distance = Double.POSITIVE_INFINITY;
    double height = 0;
    for (BiasRate rate : rates) {
      Reading there = withRate(rate);
      double sweepRate = CandidateReadings.observations(List.of(there)).sweepRate(0, dipole);
      OptionalDouble kappa =
          Extremum.findKappa(fit.options().model(), omega0 / Math.sqrt(sweepRate));
      if (kappa.isEmpty() || !(there.drive() instanceof Drive.AcField)) {
        continue;
      }
      double rabi = kappa.getAsDouble() * Math.sqrt(sweepRate);
      Reading point = withField(there, rabi * Constants.HBAR / dipole);
      double far = outside(point).isEmpty() ? 0 : Math.abs(decibel(point));
      if (far < distance) {
        distance = far;
        nearest = point;
        height = fit.options().model().shift(rabi, sweepRate, omega0, 0).value();
      }
    }
    if (nearest == null) {
      return Optional.empty();
    }
    double sigma = ShapeFindings.typicalSigma(fit);
    double error = sigma * Math.sqrt(2.0 / READINGS); // of a difference to as many elsewhere
    double chi = SEEN * error / (height * fit.values().referenceFrequency());
    String outside = outside(nearest);
    String text =
        "if dipoleMoment is "
            + debye(dipole)
            + ", the shift is largest at "
            + place(nearest)
            + (outside.isEmpty() ? ", within the fields measured" : "; " + outside)
            + "; "
            + READINGS
            + " readings there and as many at low power show a chi above "
            + number(chi, 2)
            + " (noise "
            + number(sigma, 3)
            + " Hz)";
    return Optional.of(
        next(
            nearest,
            dipole,
            Parameter.DIPOLE_MOMENT,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            text));
  }

  private Reading withRate(BiasRate rate) {
    return fit.observations().readings().stream()
        .filter(reading -> reading.biasRate().equals(rate))
        .findFirst()
        .orElseThrow();
  }

  private static Reading withField(Reading reading, double field) {
    return new Reading(
        new Drive.AcField(field),
        reading.biasRate(),
        reading.frequency(),
        reading.sigma(),
        reading.origin());
  }

  // ---- in words
  // ----------------------------------------------------------------------------------

  private String gain(Parameter parameter, double before, double after) {
    if (parameter != Parameter.RELAXATION_TIME) {
      return "bring the standard error of "
          + parameter.key()
          + " from "
          + error(before)
          + " to "
          + error(after);
    }
    double rate = fit.values().relaxationRate();
    if (rate > 0) {
      return "bring the standard error of relaxationTime from "
          + error(before / rate)
          + " to "
          + error(after / rate);
    }
    return "show a relaxationTime of up to "
        + number(1e6 / (ONE_SIDED * after), 2)
        + " µs, now up to "
        + number(1e6 / (ONE_SIDED * before), 2)
        + " µs";
  }

  /** A standard error of a logarithm in words. */
  private static String error(double error) {
    return error > 0.5
        ? "a factor of " + number(Math.exp(error), 2)
        : number(100 * error, 2) + " %";
  }

  private String place(Reading point) {
    double change = decibel(point);
    String decibel =
        Math.abs(change) < 0.05 ? "" : String.format(Locale.ROOT, " (power %+.0f dB)", change);
    return drive(point.drive()) + decibel + ", " + biasRate(point.biasRate());
  }

  private static String drive(Drive drive) {
    double value = CandidateReadings.value(drive);
    return drive instanceof Drive.AcField
        ? "F_AC = " + number(value, 2) + " V/m"
        : "Omega_R0 = " + number(value, 2) + " 1/s";
  }

  private static String biasRate(BiasRate biasRate) {
    double value = CandidateReadings.value(biasRate);
    return biasRate instanceof BiasRate.FieldRate
        ? "dF_DC/dt = " + number(value, 2) + " V/m/s"
        : "v0 = " + number(value, 2) + " 1/s^2";
  }

  /** By which power the highest field measured must change [dB]. */
  private double decibel(Reading point) {
    return 20 * Math.log10(CandidateReadings.value(point.drive()) / ends(point.drive()).getMax());
  }

  private DoubleSummaryStatistics ends(Drive like) {
    return fit.observations().readings().stream()
        .map(Reading::drive)
        .filter(drive -> drive.getClass().equals(like.getClass()))
        .mapToDouble(CandidateReadings::value)
        .summaryStatistics();
  }

  private DoubleSummaryStatistics ends(BiasRate like) {
    return fit.observations().readings().stream()
        .map(Reading::biasRate)
        .filter(rate -> rate.getClass().equals(like.getClass()))
        .mapToDouble(CandidateReadings::value)
        .summaryStatistics();
  }

  /** In what a point lies outside the measured range; empty if it does not. */
  private String outside(Reading point) {
    List<String> parts = new ArrayList<>();
    DoubleSummaryStatistics drives = ends(point.drive());
    DoubleSummaryStatistics rates = ends(point.biasRate());
    double drive = CandidateReadings.value(point.drive());
    double rate = CandidateReadings.value(point.biasRate());
    boolean field = point.drive() instanceof Drive.AcField;
    if (drive > drives.getMax() || drive < drives.getMin()) {
      boolean above = drive > drives.getMax();
      double end = above ? drives.getMax() : drives.getMin();
      parts.add(
          "no reading "
              + (above ? "above " : "below ")
              + drive(field ? new Drive.AcField(end) : new Drive.RabiFrequency(end))
              + (field && verdict.shiftSeen()
                  ? " (Omega_R0 = "
                      + number(Rates.rabi(fit.values().dipoleMoment(), end), 2)
                      + " 1/s)"
                  : ""));
    }
    if (rate > rates.getMax() || rate < rates.getMin()) {
      boolean above = rate > rates.getMax();
      double end = above ? rates.getMax() : rates.getMin();
      parts.add(
          "no reading "
              + (above ? "above " : "below ")
              + biasRate(
                  point.biasRate() instanceof BiasRate.FieldRate
                      ? new BiasRate.FieldRate(end)
                      : new BiasRate.EnergyRate(end)));
    }
    return String.join(" and ", parts);
  }

  private static String debye(double dipoleMoment) {
    return number(dipoleMoment / Constants.DEBYE, 2) + " D";
  }

  /** A number to some digits: 0.012, 8, 2300, 3.2e10. */
  private static String number(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (value == 0 || (exponent >= -3 && exponent < 5)) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
