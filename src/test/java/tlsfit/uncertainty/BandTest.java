package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Measurement;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;

class BandTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions RELATIVE = FitOptions.of(Experiments.LOG, new Noise.Relative());
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final double NORMAL = 1.9599639845400545;

  /**
   * √(g (JᵀJ)⁻¹ gᵀ) by numpy 2.4.6 at the fit of {@link ProfileIntervalsTest}, with g the row of a
   * reading; σ is 800 and 1500 Hz in turn; normal quantile. For relative σ with χ²/64 =
   * 1.3265583385639979 and Student's t.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 163.37339705320838",
    "10, 162.80671525010627",
    "30, 240.56972912554176",
    "47, 425.4745098134994",
    "48, 175.85718749592814",
    "60, 312.29139084031317",
    "67, 185.14281154272942"
  })
  void standardErrorOfTheCurve(int reading, double error) {
    double sigma = reading % 2 == 0 ? 800 : 1500;
    Band band = Band.of(Fitter.fit(JOINT, KNOWN), 0.95).get(reading);
    check(band.standardError(), error);
    check(band.confidence(), NORMAL * error);
    check(band.prediction(), NORMAL * Math.hypot(error, sigma));
    double factor = Math.sqrt(1.3265583385639979);
    Band relative = Band.of(Fitter.fit(JOINT, RELATIVE), 0.95).get(reading);
    check(relative.standardError(), factor * error);
    check(relative.confidence(), 1.997729654317693 * factor * error);
    check(relative.prediction(), 1.997729654317693 * factor * Math.hypot(error, sigma));
  }

  // A gap scales p and nothing else: the curve does not depend on whether it is fitted along.
  @Test
  void aPureScaleOfTheDipoleMomentLeavesTheCurveAsItIs() {
    List<CalibrationTerm> gap = List.of(new CalibrationTerm("gap", -0.02, -0.02));
    List<Band> apart = Band.of(Fitter.fit(JOINT, KNOWN), 0.95);
    List<Band> along = Band.of(Fitter.fit(JOINT, KNOWN.withCalibration(gap)), 0.95);
    for (int i = 0; i < apart.size(); i++) {
      assertThat(along.get(i).standardError())
          .isCloseTo(apart.get(i).standardError(), Percentage.withPercentage(0.01));
    }
  }

  // Another reading scatters by σ about the true curve, whatever the loss: the two add in squares.
  @ParameterizedTest
  @EnumSource(Loss.class)
  void anotherReadingScattersBySigmaWhateverTheLoss(Loss loss) {
    Fit fit = Fitter.fit(JOINT, KNOWN.withLoss(loss));
    List<Band> bands = Band.of(fit, 0.95);
    for (int i = 0; i < bands.size(); i++) {
      double expected = Math.hypot(bands.get(i).standardError(), i % 2 == 0 ? 800 : 1500);
      assertThat(bands.get(i).prediction() / NORMAL)
          .isCloseTo(expected, Percentage.withPercentage(1e-6));
    }
  }

  /**
   * 300 experiments of 68 readings each, with another reading at each place. The errors of a curve
   * at its readings hang together, as of four numbers at least: its share has a standard deviation
   * of less than the binomial one of 300, 1.26 %, the share of other readings one of a quarter of
   * that or so. Twice 1.26 % is allowed.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void holdsTheTrueCurveAndOtherReadingsAsOftenAsItSays(boolean known) {
    int experiments = 300;
    Noise noise = known ? new Noise.Absolute() : new Noise.Relative();
    Observations plan = new Observations(Experiments.joint(), new Noise.FromScatter());
    Prediction truth = plan.predict(Experiments.LOG, Experiments.TRUTH);
    int curves = 0;
    int readings = 0;
    for (int k = 0; k < experiments; k++) {
      Observations made = new Observations(simulate(9000 + k), noise);
      Observations other = new Observations(simulate(19_000 + k), noise);
      Fit fit = Fitter.refit(made, known ? KNOWN : RELATIVE, Experiments.TRUTH);
      List<Band> bands = Band.of(fit, 0.95);
      for (int i = 0; i < made.size(); i++) {
        double fitted = fit.prediction().frequency(i);
        curves += Math.abs(fitted - truth.frequency(i)) <= bands.get(i).confidence() ? 1 : 0;
        readings += Math.abs(fitted - other.frequency(i)) <= bands.get(i).prediction() ? 1 : 0;
      }
    }
    double all = experiments * plan.size();
    assertThat(curves / all).isBetween(0.95 - 0.025, 0.95 + 0.025);
    assertThat(readings / all).isBetween(0.95 - 0.025, 0.95 + 0.025);
  }

  private static Measurement simulate(long seed) {
    return Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 3000, seed);
  }

  private static void check(double value, double expected) {
    assertThat(value).isCloseTo(expected, Percentage.withPercentage(1e-4));
  }
}
