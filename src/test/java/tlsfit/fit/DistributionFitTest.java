package tlsfit.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.Diagnosis;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldWeight;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.PowerLawField;
import tlsfit.model.ShiftModel;
import tlsfit.model.UniformField;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.Distribution;
import tlsfit.setup.FitOptions;
import tlsfit.setup.FitSetup;
import tlsfit.setup.Noise;
import tlsfit.uncertainty.Inference;
import tlsfit.uncertainty.WaldIntervals;

/** Fits of distributions to data simulated with them: the truth must come back. */
class DistributionFitTest {
  private static final double SIGMA = 300;

  private static final ShiftModel WIDE =
      new DistributedModel(Experiments.LOG, 0.5, new UniformField());
  private static final ShiftModel UNEVEN =
      new DistributedModel(Experiments.LOG, 0, new PowerLawField(2, 10, FieldWeight.ENERGY));

  @Test
  void findsTheWidthOfTheDipoleMoments() {
    ParameterValues truth =
        Experiments.TRUTH
            .with(Parameter.DIPOLE_MOMENT, 0.4 * Experiments.TRUTH.dipoleMoment())
            .with(Parameter.DIPOLE_WIDTH, 0.4);
    Fit fit = Fitter.fit(simulate(WIDE, truth), options(WIDE));
    assertThat(fit.free()).contains(Parameter.DIPOLE_WIDTH);
    holdsTruth(fit, truth);
    assertThat(fit.values().dipoleWidth()).isCloseTo(0.4, Percentage.withPercentage(3));
  }

  @Test
  void findsTheExponentOfTheFields() {
    ParameterValues truth =
        Experiments.TRUTH
            .with(Parameter.DIPOLE_MOMENT, 0.4 * Experiments.TRUTH.dipoleMoment())
            .with(Parameter.FIELD_EXPONENT, 2.4);
    Fit fit = Fitter.fit(simulate(UNEVEN, truth), options(UNEVEN));
    assertThat(fit.free())
        .contains(Parameter.FIELD_EXPONENT)
        .doesNotContain(Parameter.DIPOLE_WIDTH);
    holdsTruth(fit, truth);
    assertThat(fit.values().fieldExponent()).isCloseTo(2.4, Percentage.withPercentage(3));
  }

  @Test
  void aHeldWidthStays() {
    ParameterValues truth =
        Experiments.TRUTH
            .with(Parameter.DIPOLE_MOMENT, 0.3 * Experiments.TRUTH.dipoleMoment())
            .with(Parameter.DIPOLE_WIDTH, 0.5);
    Fit fit =
        Fitter.fit(simulate(WIDE, truth), options(WIDE).withFixed(Parameter.DIPOLE_WIDTH, 0.5));
    assertThat(fit.values().dipoleWidth()).isEqualTo(0.5);
    assertThat(fit.free()).doesNotContain(Parameter.DIPOLE_WIDTH);
    holdsTruth(fit, truth);
  }

  /**
   * Of a width that is not there the readings set an upper limit. The other intervals hold those of
   * a fit without: the least width is among what they allow, and changes them by less than a
   * hundredth. That of p reaches far to smaller ones.
   */
  @Test
  void aWidthThatIsNotThereHasAnUpperLimitAlone() {
    Measurement one = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 2000, 4);
    Distribution wide = Distribution.NONE.withDipoleWidth(true);
    Inference with = infer(one, FitSetup.NONE.withDistribution(wide));
    Inference without = infer(one, FitSetup.NONE);
    assertThat(with.fit().values().dipoleWidth()).isEqualTo(DistributedModel.SMALLEST_WIDTH);
    assertThat(with.diagnosis().valid()).isTrue();
    ParameterEstimate width = estimate(with, Parameter.DIPOLE_WIDTH);
    assertThat(width.value()).isNull();
    assertThat(width.determined()).isFalse();
    assertThat(width.interval().lower()).isNull();
    assertThat(width.interval().upper()).isBetween(0.05, 0.3);
    assertThat(with.findings()).extracting(Finding::code).contains(FindingCode.WIDTH_NOT_SEEN);
    for (ParameterEstimate narrow : without.estimates()) {
      ParameterEstimate broad = estimate(with, Parameter.of(narrow.name()));
      double slack = 0.01 * (narrow.interval().to() - narrow.interval().from());
      assertThat(broad.interval().from()).isLessThanOrEqualTo(narrow.interval().from() + slack);
      assertThat(broad.interval().to()).isGreaterThanOrEqualTo(narrow.interval().to() - slack);
    }
    ParameterEstimate moment = estimate(with, Parameter.DIPOLE_MOMENT);
    ParameterEstimate alone = estimate(without, Parameter.DIPOLE_MOMENT);
    assertThat(Objects.requireNonNull(moment.standardError()))
        .isGreaterThan(1.5 * Objects.requireNonNull(alone.standardError()));
  }

  private static Inference infer(Measurement measurement, FitSetup setup) {
    return Inference.profile(Fitter.fit(measurement, setup.resolve(measurement)), 0.95);
  }

  private static ParameterEstimate estimate(Inference inference, Parameter parameter) {
    return inference.estimates().stream()
        .filter(estimate -> estimate.name().equals(parameter.key()))
        .findFirst()
        .orElseThrow();
  }

  private static FitOptions options(ShiftModel model) {
    return FitOptions.of(model, new Noise.Absolute());
  }

  /** All limits at 99.9 % hold the truth. */
  private static void holdsTruth(Fit fit, ParameterValues truth) {
    Diagnosis diagnosis = Diagnosis.of(fit);
    assertThat(diagnosis.valid()).as(diagnosis.toString()).isTrue();
    for (ParameterEstimate estimate : WaldIntervals.of(fit, diagnosis, 0.999)) {
      assertThat(estimate.interval().contains(truth.get(Parameter.of(estimate.name()))))
          .as(estimate.toString())
          .isTrue();
    }
  }

  private static Measurement simulate(ShiftModel model, ParameterValues truth) {
    Measurement design = Experiments.joint();
    Prediction prediction = new Observations(design, new Noise.FromScatter()).predict(model, truth);
    var noise = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(12));
    List<Reading> plan = design.readings().toList();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      Reading reading = plan.get(i);
      readings.add(
          new Reading(
              reading.drive(),
              reading.biasRate(),
              prediction.frequency(i) + SIGMA * noise.sample(),
              OptionalDouble.of(SIGMA),
              reading.origin()));
    }
    return Experiments.of(readings);
  }
}
