package tlsfit.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.result.Advice;
import tlsfit.result.Shape;
import tlsfit.units.Constants;

/**
 * The advice on where to measure next, if p or the relaxation time is not determined or only
 * weakly: of the {@link CandidateReadings} the one at which {@value #READINGS} readings lower the
 * standard error most, by {@link ExpectedInformation}; where no shift is seen, where it would be
 * largest for some p ({@link ShiftNotSeen}).
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

  private final Fit fit;
  private final Diagnosis diagnosis;
  private final MeasuredRange range;

  private NextReadings(Fit fit, Diagnosis diagnosis) {
    this.fit = fit;
    this.diagnosis = diagnosis;
    this.range = new MeasuredRange(fit.observations().readings());
  }

  /** Advice on a fit; empty if all is well determined, or nothing can be said. */
  public static List<Advice> of(Fit fit, Diagnosis diagnosis) {
    return new NextReadings(fit, diagnosis).all();
  }

  /** What {@value #READINGS} readings at each candidate would make of the standard error. */
  static List<Advice> candidates(Fit fit, Diagnosis diagnosis, Parameter parameter) {
    return new NextReadings(fit, diagnosis)
        .candidates(parameter).stream().map(Candidate::advice).toList();
  }

  private record Candidate(Reading point, double before, double after, Advice advice) {}

  private List<Advice> all() {
    List<Advice> found = new ArrayList<>();
    if (!fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      if (diagnosis.shiftSeen() && relaxationOpen()) {
        best(Parameter.RELAXATION_TIME).ifPresent(found::add);
      }
      return found;
    }
    boolean known =
        diagnosis.shiftSeen() && diagnosis.shape() != Shape.FEW_READINGS && plausibleDipoleMoment();
    boolean open =
        !diagnosis.determines(Parameter.DIPOLE_MOMENT)
            || new ExpectedInformation(fit, false).before(Parameter.DIPOLE_MOMENT) > GOOD;
    if (known && open) {
      best(Parameter.DIPOLE_MOMENT).ifPresent(found::add);
    } else if (known && relaxationOpen()) {
      best(Parameter.RELAXATION_TIME).ifPresent(found::add);
    }
    if (!known && open) {
      for (double debye : ASSUMED) {
        ShiftNotSeen.advice(fit, range, debye * Constants.DEBYE, diagnosis.shiftSeen())
            .ifPresent(found::add);
      }
    }
    return found;
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
    return fit.relaxation().notSeen();
  }

  private Optional<Advice> best(Parameter parameter) {
    List<Candidate> candidates = candidates(parameter);
    double least =
        candidates.stream().mapToDouble(Candidate::after).min().orElse(Double.POSITIVE_INFINITY);
    return candidates.stream()
        .filter(next -> next.after <= ALIKE * least)
        .min(Comparator.comparingDouble(next -> range.distance(next.point)))
        .filter(next -> next.after < WORTH * next.before)
        .map(Candidate::advice);
  }

  private List<Candidate> candidates(Parameter parameter) {
    List<Reading> points = new CandidateReadings(fit).all(parameter == Parameter.RELAXATION_TIME);
    if (points.isEmpty()) {
      return List.of();
    }
    boolean relaxation = parameter == Parameter.RELAXATION_TIME || fit.relaxation().atZero();
    ExpectedInformation information = new ExpectedInformation(fit, relaxation);
    double before = information.before(parameter);
    Prediction prediction = Observations.at(points).predict(fit.options().model(), fit.values());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (prediction.logarithm()[i] > 0) {
        double after = information.after(parameter, prediction.jacobian()[i], READINGS);
        if (Double.isFinite(after)) {
          candidates.add(
              new Candidate(
                  points.get(i), before, after, advice(points.get(i), parameter, before, after)));
        }
      }
    }
    return candidates;
  }

  private Advice advice(Reading point, Parameter parameter, double before, double after) {
    @Nullable Double assumed =
        fit.free().contains(Parameter.DIPOLE_MOMENT)
                && !diagnosis.determines(Parameter.DIPOLE_MOMENT)
            ? fit.values().dipoleMoment()
            : null;
    return AdvicePlace.of(point, fit.values().dipoleMoment(), range)
        .advice(
            parameter,
            before,
            after,
            fit.values().relaxationRate(),
            assumed,
            null,
            fit.typicalSigma(),
            range.outside(point, diagnosis.shiftSeen() ? fit.values().dipoleMoment() : Double.NaN));
  }
}
