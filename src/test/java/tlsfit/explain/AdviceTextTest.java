package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.result.Advice;
import tlsfit.result.Advice.Outside;
import tlsfit.units.Constants;

class AdviceTextTest {
  private static Advice advice(
      String parameter,
      double before,
      double after,
      double relaxationRate,
      @Nullable Double dipole,
      Outside... outside) {
    return new Advice(
        parameter,
        1234.5,
        5.67e8,
        2e9,
        4e16,
        6.02,
        10,
        before,
        after,
        relaxationRate,
        dipole,
        null,
        300,
        List.of(outside),
        Advice.Source.NONE);
  }

  /** The settings as the tables give them come first: a triangle's rate is 2 V_pp·f. */
  @Test
  void placeInTheUnitsOfTheSource() {
    Advice advice = advice("dipoleMoment", 0.5, 0.1, 0, null);
    assertThat(Explain.advice(at(advice, new Advice.Source(-53.2, null, 2000.0))))
        .startsWith(
            "10 readings at -53 dBm and 2000 V/s, a triangle of V_pp·f = 1000 V/s (F_AC = 1200 V/m,"
                + " dF_DC/dt = 5.7e8 V/m/s) would bring");
    assertThat(Explain.advice(at(advice, new Advice.Source(null, 12345.0, null))))
        .startsWith("10 readings at 12000 photons (F_AC = 1200 V/m, dF_DC/dt = 5.7e8 V/m/s) would");
  }

  private static Advice at(Advice a, Advice.Source source) {
    return new Advice(
        a.parameter(),
        a.acField(),
        a.biasRate(),
        a.rabi(),
        a.sweepRate(),
        a.powerChange(),
        a.readings(),
        a.before(),
        a.after(),
        a.relaxationRate(),
        a.dipoleMoment(),
        a.smallestChi(),
        a.noise(),
        a.outside(),
        source);
  }

  @Test
  void gainOfADipoleMoment() {
    assertThat(Explain.advice(advice("dipoleMoment", 0.25, 0.0345, 0, null)))
        .isEqualTo(
            "10 readings at F_AC = 1200 V/m (power +6 dB), dF_DC/dt = 5.7e8 V/m/s would bring the"
                + " standard error of the dipole moment p from 25 % to 3.5 %.");
  }

  /** exp(1.2) = 3.32. */
  @Test
  void whatLiesOutsideStandsFirst() {
    Outside field = new Outside("acField", true, 1000, 3e9);
    Outside rate = new Outside("biasRate", false, 1e9, null);
    assertThat(
            Explain.advice(advice("dipoleMoment", 1.2, 0.1, 0, 5 * Constants.DEBYE, field, rate)))
        .startsWith(
            "There is no reading above F_AC = 1000 V/m (Ω_R0 = 3e9 1/s) and below dF_DC/dt = 1e9"
                + " V/m/s; 10 readings at F_AC")
        .endsWith("from a factor of 3.3 to 10 %, if p is near 5 D.");
  }

  @Test
  void aSeenRelaxationHasARelativeError() {
    assertThat(Explain.advice(advice("relaxationTime", 1e5, 2e4, 4e5, null)))
        .endsWith("the standard error of the relaxation time T10 from 25 % to 5 %.");
  }

  /** 1/(1.645 · 1e4 1/s) = 60.8 µs; 1/(1.645 · 1e5 1/s) = 6.08 µs. */
  @Test
  void anUnseenRelaxationWouldBeSeen() {
    assertThat(Explain.advice(advice("relaxationTime", 1e5, 1e4, 0, null)))
        .endsWith("would show a relaxation time T10 of up to 61 µs, now up to 6.1 µs.");
  }

  @Test
  void whereAShiftWouldBeSeen() {
    Advice inside =
        new Advice(
            "dipoleMoment",
            1234.5,
            5.67e8,
            2e9,
            4e16,
            -0.04,
            10,
            null,
            null,
            0,
            3 * Constants.DEBYE,
            1.234e-5,
            300,
            List.of(),
            Advice.Source.NONE);
    assertThat(Explain.advice(inside))
        .isEqualTo(
            "If p is 3 D, the shift is largest at F_AC = 1200 V/m, dF_DC/dt = 5.7e8 V/m/s, within"
                + " the fields measured; 10 readings there and as many at low power show a χ above"
                + " 1.2e-5 at a noise of 300 Hz.");
  }

  @ParameterizedTest
  @CsvSource({
    "acField, 1200, F_AC = 1200 V/m",
    "rabi, 2.5e9, Ω_R0 = 2.5e9 1/s",
    "biasRate, 3e8, dF_DC/dt = 3e8 V/m/s",
    "sweepRate, 4e16, v0 = 4e16 1/s²",
    "other, 4, other = 4"
  })
  void quantitiesHaveSymbolAndUnit(String quantity, double value, String text) {
    assertThat(AdviceText.named(quantity, value)).isEqualTo(text);
  }

  @Test
  void ratesWithoutFieldsAreNamedAsRates() {
    Advice rates =
        new Advice(
            "chi",
            null,
            null,
            2e9,
            4e16,
            -12,
            1,
            0.5,
            0.1,
            0,
            null,
            null,
            300,
            List.of(),
            Advice.Source.NONE);
    assertThat(Explain.advice(rates))
        .isEqualTo(
            "1 reading at Ω_R0 = 2e9 1/s (power -12 dB), v0 = 4e16 1/s² would bring the standard"
                + " error of the strength χ from 50 % to 10 %.");
  }

  @Test
  void withoutErrorsItOnlyHelps() {
    Advice vague =
        new Advice(
            "chi",
            1.0,
            1.0,
            2e9,
            4e16,
            0,
            10,
            null,
            null,
            0,
            null,
            null,
            300,
            List.of(),
            Advice.Source.NONE);
    assertThat(Explain.advice(vague)).endsWith("would help to determine the strength χ.");
  }
}
