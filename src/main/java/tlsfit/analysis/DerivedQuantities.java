package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.diagnosis.Verdict;
import tlsfit.fit.Fit;
import tlsfit.measurement.Measurement;
import tlsfit.model.Extremum;
import tlsfit.model.Parameter;
import tlsfit.model.Rates;
import tlsfit.planning.ExtremumReading;
import tlsfit.result.FitResult;
import tlsfit.units.Constants;

/**
 * What follows from a fit, or stands beside it: the dipole moment by other ways, the loss tangent,
 * the density of states.
 */
final class DerivedQuantities {
  private final Measurement measurement;
  private final Fit fit;
  private final Fit other;
  private final Verdict verdict;

  /**
   * Takes what there is.
   *
   * @param measurement what was measured
   * @param fit its fit
   * @param other its fit with the other model of the shift
   * @param verdict on the fit
   */
  DerivedQuantities(Measurement measurement, Fit fit, Fit other, Verdict verdict) {
    this.measurement = measurement;
    this.fit = fit;
    this.other = other;
    this.verdict = verdict;
  }

  List<FitResult.DerivedResult> all() {
    List<FitResult.DerivedResult> derived = new ArrayList<>();
    double omega0 = 2 * Math.PI * fit.values().referenceFrequency();
    // Noise has its lowest reading too, which would give a dipole moment like any other.
    Optional<ExtremumReading> extremum =
        verdict.shiftSeen() ? ExtremumReading.of(measurement) : Optional.empty();
    extremum.ifPresent(
        reading -> {
          String where =
              String.format(
                  Locale.ROOT,
                  "lowest frequency at F_AC = %.4g V/m, dF_DC/dt = %.4g V/m/s in %s",
                  reading.acField(),
                  reading.fieldRate(),
                  reading.sweep());
          double eq10 = Extremum.dipoleMomentEq10(reading.fieldRate(), reading.acField());
          derived.add(
              new FitResult.DerivedResult(
                  "dipoleMomentEq10",
                  "C m",
                  eq10,
                  ResultBuilder.finite(2 * eq10 * reading.relativeError()),
                  "Eq. 10 as printed, without a fit: " + where));
          Extremum.dipoleMoment(
                  fit.options().model(), omega0, reading.fieldRate(), reading.acField())
              .ifPresent(
                  refined ->
                      derived.add(
                          new FitResult.DerivedResult(
                              "dipoleMomentExtremum",
                              "C m",
                              refined,
                              ResultBuilder.finite(2 * refined * reading.relativeError()),
                              "Eq. 10 with the exact extremum of model "
                                  + fit.options().model().name()
                                  + ", without a fit: "
                                  + where)));
        });
    otherModel().ifPresent(derived::add);
    if (verdict.shiftSeen() && isDetermined(Parameter.DIPOLE_MOMENT)) {
      ExtremumReading.overBiasRate(measurement)
          .flatMap(this::relaxationTime)
          .ifPresent(derived::add);
    }
    if (isDetermined(Parameter.CHI)) {
      double chi = fit.values().chi();
      derived.add(
          new FitResult.DerivedResult(
              "lossTangent",
              "1",
              Math.PI * chi / 3,
              ResultBuilder.finite(Math.PI / 3 * chi * errorOfLogarithm(1, 0)),
              "tan delta0 = pi chi/3, unsaturated and times the filling factor"));
      if (isDetermined(Parameter.DIPOLE_MOMENT) && measurement.permittivity().isPresent()) {
        double p = fit.values().dipoleMoment();
        double permittivity =
            Constants.VACUUM_PERMITTIVITY * measurement.permittivity().getAsDouble();
        double width = fit.values().dipoleWidth();
        double meanSquare = p * p * Math.exp(2 * width * width); // of log-normal dipole moments
        double density = chi * permittivity / (2 * meanSquare);
        derived.add(
            new FitResult.DerivedResult(
                "densityOfStates",
                "1/(J m^3)",
                density,
                ResultBuilder.finite(density * errorOfLogarithm(1, -2)),
                (width > 0
                        ? "P0 = chi eps0 eps_r/(2 <p^2>), <p^2> = p^2 exp(2 dipoleWidth^2)"
                        : "P0 = chi eps0 eps_r/(2 p^2)")
                    + ", by the definition of arXiv:2401.15624; the usual"
                    + " tan delta0 = pi P0 p^2/(3 eps0 eps_r) gives twice this P0"));
      }
    }
    return derived;
  }

  /** The dipole moment by the other model: the choice of the model is the largest systematic. */
  private Optional<FitResult.DerivedResult> otherModel() {
    Verdict judged = Diagnosis.judge(other);
    int column = other.free().indexOf(Parameter.DIPOLE_MOMENT);
    if (column < 0 || judged.undetermined().contains(Parameter.DIPOLE_MOMENT)) {
      return Optional.empty();
    }
    String name = other.options().model().name();
    double p = other.values().dipoleMoment();
    return Optional.of(
        new FitResult.DerivedResult(
            "dipoleMoment" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            "C m",
            p,
            ResultBuilder.finite(p * Math.sqrt(other.covariance()[column][column])),
            "fit of the same readings with model " + name + reducedChiSquares()));
  }

  /** How well both models fit; where σ is found along it says nothing. */
  private String reducedChiSquares() {
    return fit.options().scalesNoise()
        ? ""
        : String.format(
            Locale.ROOT,
            ", reduced chi-square %.4g (model %s: %.4g)",
            other.reducedChiSquare(),
            fit.options().model().name(),
            fit.reducedChiSquare());
  }

  /** T10 from the lowest frequency over the bias rate, at the fitted dipole moment. */
  private Optional<FitResult.DerivedResult> relaxationTime(ExtremumReading reading) {
    double p = fit.values().dipoleMoment();
    OptionalDouble time =
        Extremum.relaxationTime(
            fit.options().model(),
            Rates.rabi(p, reading.acField()),
            2 * Math.PI * fit.values().referenceFrequency(),
            Rates.sweepRate(p, reading.fieldRate()));
    if (time.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FitResult.DerivedResult(
            "relaxationTimeExtremum",
            "s",
            time.getAsDouble(),
            ResultBuilder.finite(
                time.getAsDouble() * reading.relativeError()), // T10 goes nearly as 1/v0*
            String.format(
                Locale.ROOT,
                "T10 for which model %s has its extremum over the bias rate where the frequency is"
                    + " lowest, at the fitted dipole moment: dF_DC/dt = %.4g V/m/s, F_AC = %.4g V/m"
                    + " in %s",
                fit.options().model().name(),
                reading.fieldRate(),
                reading.acField(),
                reading.sweep())));
  }

  private boolean isDetermined(Parameter parameter) {
    return !verdict.undetermined().contains(parameter);
  }

  /** Standard error of a ln χ + b ln p; not a number where one lies at a bound. */
  private double errorOfLogarithm(double a, double b) {
    if (fit.atBound().keySet().stream().anyMatch(at -> weight(at, a, b) != 0)) {
      return Double.NaN;
    }
    double[][] covariance = fit.covariance();
    List<Parameter> free = fit.free();
    double variance = 0;
    for (int i = 0; i < free.size(); i++) {
      for (int j = 0; j < free.size(); j++) {
        variance += weight(free.get(i), a, b) * weight(free.get(j), a, b) * covariance[i][j];
      }
    }
    return Math.sqrt(variance);
  }

  private double weight(Parameter parameter, double chi, double dipoleMoment) {
    return switch (parameter) {
      case CHI -> chi;
      case DIPOLE_MOMENT -> dipoleMoment;
      case DIPOLE_WIDTH -> // ⟨p²⟩ = p² exp(2σ²)
          dipoleMoment * 2 * Math.pow(fit.values().dipoleWidth(), 2);
      case RELAXATION_TIME, REFERENCE_FREQUENCY, FIELD_EXPONENT -> 0;
    };
  }
}
