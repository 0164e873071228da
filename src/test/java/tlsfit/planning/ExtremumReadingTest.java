package tlsfit.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.measurement.Measurement;
import tlsfit.model.Extremum;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;

class ExtremumReadingTest {
  private static final ParameterValues NO_RELAXATION =
      Experiments.TRUTH.with(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);

  // The field read off nearly exact data, put into the exact extremum of the model, must give back
  // the dipole moment simulated.
  @ParameterizedTest
  @ValueSource(doubles = {3.2e9, 3.2e10, 3.2e11})
  void findsTheDipoleMomentOfExactData(double fieldRate) {
    Measurement exact =
        Experiments.simulate(Experiments.powerSweep(fieldRate, 30), NO_RELAXATION, 1, 1);
    ExtremumReading reading = ExtremumReading.of(exact).orElseThrow();
    double p =
        Extremum.dipoleMoment(
                Experiments.LOG, 2 * Math.PI * 5.012e9, reading.fieldRate(), reading.acField())
            .orElseThrow();
    assertThat(p).isCloseTo(NO_RELAXATION.dipoleMoment(), Percentage.withPercentage(5));
  }

  // The same over the bias rate, put into the extremum that relaxation makes: T10 comes back.
  @Test
  void findsTheRelaxationTimeOfExactData() {
    Measurement exact =
        Experiments.simulate(Experiments.biasSweep(1500, 40), Experiments.TRUTH, 1, 1);
    ExtremumReading reading = ExtremumReading.overBiasRate(exact).orElseThrow();
    double p = Experiments.TRUTH.dipoleMoment();
    double time =
        Extremum.relaxationTime(
                Experiments.LOG,
                Rates.rabi(p, reading.acField()),
                2 * Math.PI * 5.012e9,
                Rates.sweepRate(p, reading.fieldRate()))
            .orElseThrow();
    assertThat(time).isCloseTo(3e-6, Percentage.withPercentage(5));
    assertThat(ExtremumReading.overBiasRate(Experiments.powerSweep(3e10, 20))).isEmpty();
  }

  // 95 % of normal estimates lie within two standard errors; noise large beside the bias.
  @Test
  void itsErrorIsThatOfTheScatter() {
    int within = 0;
    double exact =
        ExtremumReading.of(
                Experiments.simulate(Experiments.powerSweep(3.2e10, 40), NO_RELAXATION, 1, 1))
            .orElseThrow()
            .acField();
    for (int seed = 0; seed < 200; seed++) {
      ExtremumReading reading =
          ExtremumReading.of(
                  Experiments.simulate(
                      Experiments.powerSweep(3.2e10, 40), NO_RELAXATION, 2000, seed))
              .orElseThrow();
      if (Math.abs(Math.log(reading.acField() / exact)) < 2 * reading.relativeError()) {
        within++;
      }
    }
    assertThat(within).isBetween(170, 200);
  }

  @Test
  void readsNothingWhereThereIsNoExtremum() {
    assertThat(ExtremumReading.of(Experiments.biasSweep(1500, 20))).isEmpty();
    Measurement flat =
        Experiments.simulate(
            Experiments.powerSweep(3.2e10, 20), NO_RELAXATION.with(Parameter.CHI, 1e-30), 100, 1);
    assertThat(ExtremumReading.of(flat)).isEmpty();
  }
}
