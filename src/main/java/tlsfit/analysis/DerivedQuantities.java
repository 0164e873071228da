package tlsfit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.diagnosis.OtherModel;
import tlsfit.fit.Fit;
import tlsfit.measurement.Measurement;
import tlsfit.model.Extremum;
import tlsfit.model.LossTangent;
import tlsfit.model.Parameter;
import tlsfit.model.Rates;
import tlsfit.planning.ExtremumReading;
import tlsfit.result.DerivedQuantity;
import tlsfit.units.Constants;

/**
 * The quantities that follow from a fit, or stand beside it: the dipole moment by other ways, the
 * loss tangent, the density of states.
 */
final class DerivedQuantities {
  private final Measurement measurement;
  private final Fit fit;
  private final Optional<OtherModel> other;
  private final Diagnosis diagnosis;

  /**
   * Takes what there is.
   *
   * @param measurement what was measured
   * @param fit its fit
   * @param other its fit with the other model of the shift, where one was made
   * @param diagnosis of the fit
   */
  DerivedQuantities(
      Measurement measurement, Fit fit, Optional<OtherModel> other, Diagnosis diagnosis) {
    this.measurement = measurement;
    this.fit = fit;
    this.other = other;
    this.diagnosis = diagnosis;
  }

  List<DerivedQuantity> all() {
    List<DerivedQuantity> derived = new ArrayList<>();
    // Noise has its lowest reading too, which would give a dipole moment like any other.
    if (diagnosis.shiftSeen()) {
      ExtremumReading.of(measurement).ifPresent(reading -> ofExtremum(reading, derived));
    }
    other.flatMap(this::ofOtherModel).ifPresent(derived::add);
    if (diagnosis.shiftSeen() && diagnosis.determines(Parameter.DIPOLE_MOMENT)) {
      ExtremumReading.overBiasRate(measurement)
          .flatMap(this::relaxationTime)
          .ifPresent(derived::add);
    }
    if (diagnosis.determines(Parameter.CHI)) {
      double chi = fit.values().chi();
      double relative = errorOfLogarithm(1, 0);
      derived.add(
          quantity(
              "lossTangent",
              "1",
              LossTangent.OVER_CHI * chi,
              LossTangent.OVER_CHI * chi * relative,
              "",
              ""));
      if (diagnosis.determines(Parameter.DIPOLE_MOMENT) && measurement.permittivity().isPresent()) {
        derived.add(densityOfStates(chi, measurement.permittivity().getAsDouble()));
      }
    }
    return derived;
  }

  /** Eq. 10 as printed, and with the exact extremum of the model (theory, section 5). */
  private void ofExtremum(ExtremumReading reading, List<DerivedQuantity> derived) {
    double omega0 = 2 * Math.PI * fit.values().referenceFrequency();
    double eq10 = Extremum.dipoleMomentEq10(reading.fieldRate(), reading.acField());
    // p goes as the inverse square of the field at the extremum
    double relative = 2 * reading.relativeError();
    derived.add(
        at(
            reading,
            quantity(
                "dipoleMomentEq10",
                Parameter.DIPOLE_MOMENT.unit(),
                eq10,
                eq10 * relative,
                "",
                "")));
    Extremum.dipoleMoment(fit.options().model(), omega0, reading.fieldRate(), reading.acField())
        .ifPresent(
            p ->
                derived.add(
                    at(
                        reading,
                        quantity(
                            "dipoleMomentExtremum",
                            Parameter.DIPOLE_MOMENT.unit(),
                            p,
                            p * relative,
                            modelName(),
                            ""))));
  }

  /** The dipole moment by the other model: the choice of the model is the largest systematic. */
  private Optional<DerivedQuantity> ofOtherModel(OtherModel model) {
    if (!model.isDetermined()) {
      return Optional.empty();
    }
    Fit with = model.fit();
    @Nullable Double error = model.dipoleMoment().standardError();
    String name = with.options().model().name();
    double p = with.values().dipoleMoment();
    Map<String, Double> details = new TreeMap<>();
    if (!fit.options().scalesNoise()) { // where σ is found jointly it says nothing
      details.put("reducedChiSquare", with.reducedChiSquare());
      details.put("reducedChiSquareOfFit", fit.reducedChiSquare());
    }
    return Optional.of(
        new DerivedQuantity(
            "dipoleMoment" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            Parameter.DIPOLE_MOMENT.unit(),
            p,
            error,
            name,
            "",
            details));
  }

  /** T10 from the lowest frequency over the bias rate, at the fitted dipole moment. */
  private Optional<DerivedQuantity> relaxationTime(ExtremumReading reading) {
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
    double error = time.getAsDouble() * reading.relativeError(); // T10 goes nearly as 1/v0*
    return Optional.of(
        at(
            reading,
            quantity("relaxationTimeExtremum", "s", time.getAsDouble(), error, modelName(), "")));
  }

  /** P0 = χ ε0 ε_r/(2 ⟨p²⟩), by the definition of arXiv:2401.15624 (theory, section 3). */
  private DerivedQuantity densityOfStates(double chi, double permittivity) {
    double p = fit.values().dipoleMoment();
    double width = fit.values().dipoleWidth();
    double meanSquare = p * p * Math.exp(2 * width * width); // of log-normal dipole moments
    double density = chi * (Constants.VACUUM_PERMITTIVITY * permittivity) / (2 * meanSquare);
    return new DerivedQuantity(
        "densityOfStates",
        "1/(J m^3)",
        density,
        finite(density * errorOfLogarithm(1, -2)),
        "",
        "",
        width > 0 ? Map.of("dipoleWidth", width) : Map.of());
  }

  private String modelName() {
    return fit.options().model().name();
  }

  private static DerivedQuantity quantity(
      String name, String unit, double value, double error, String model, String table) {
    return new DerivedQuantity(name, unit, value, finite(error), model, table, Map.of());
  }

  private static DerivedQuantity at(ExtremumReading reading, DerivedQuantity quantity) {
    return new DerivedQuantity(
        quantity.name(),
        quantity.unit(),
        quantity.value(),
        quantity.standardError(),
        quantity.model(),
        reading.sweep(),
        Map.of("acField", reading.acField(), "biasRate", reading.fieldRate()));
  }

  /** Standard error of a ln χ + b ln p; not a number where one lies at a bound. */
  private double errorOfLogarithm(double a, double b) {
    if (fit.atBound().keySet().stream().anyMatch(at -> weight(at, a, b) != 0)) {
      return Double.NaN;
    }
    double[][] covariance = fit.covarianceWithRelaxation();
    List<Parameter> free = fit.free();
    double variance = 0;
    for (int i = 0; i < free.size(); i++) {
      for (int j = 0; j < free.size(); j++) {
        variance += weight(free.get(i), a, b) * weight(free.get(j), a, b) * covariance[i][j];
      }
    }
    return Math.sqrt(variance);
  }

  /** Derivative of a ln χ + b ln ⟨p²⟩/2 by a scaled value: ⟨p²⟩ = p² exp(2 σ_p²). */
  private double weight(Parameter parameter, double chi, double dipoleMoment) {
    if (parameter == Parameter.CHI) {
      return chi;
    }
    if (parameter == Parameter.DIPOLE_MOMENT) {
      return dipoleMoment;
    }
    return parameter == Parameter.DIPOLE_WIDTH
        ? dipoleMoment * 2 * Math.pow(fit.values().dipoleWidth(), 2)
        : 0;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
