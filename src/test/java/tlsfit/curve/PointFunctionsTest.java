package tlsfit.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.model.LandauZenerIntegral;
import tlsfit.model.LzModel;
import tlsfit.model.ShiftModel;
import tlsfit.model.TabulatedConstant;
import tlsfit.model.TabulatedFiniteField;
import tlsfit.model.TabulatedIntegral;

/** The functions of single points: columns, and values by other ways. */
class PointFunctionsTest {
  private static final LandauZenerIntegral INTEGRAL = new TabulatedIntegral();
  private static final PointFunction STRENGTH = new IntegralAtPoints(INTEGRAL);
  private static final PointFunction RESPONSE =
      new ResponseAtPoints(INTEGRAL, new TabulatedConstant(), new TabulatedFiniteField());

  @Test
  void columnsHaveTheirNames() {
    for (PointFunction function : List.of(STRENGTH, RESPONSE)) {
      double[] point = new double[function.arguments().size()];
      Arrays.fill(point, 0.5);
      assertThat(function.at(point)).hasSameSizeAs(function.results());
      assertThat(function.arguments()).startsWith("xi", "eta").doesNotHaveDuplicates();
      assertThat(function.results()).startsWith("S").doesNotHaveDuplicates();
    }
  }

  /** Both derivatives by the logarithm of the argument, by differences of the first column. */
  @ParameterizedTest
  @CsvSource({"0.01, 0.2", "1, 1", "30, 5", "1e5, 0.01"})
  void slopesOfTheIntegralAreByLogarithms(double xi, double eta) {
    double h = 1e-4;
    double[] at = STRENGTH.at(new double[] {xi, eta});
    double up = Math.exp(h);
    double byLnXi =
        (STRENGTH.at(new double[] {xi * up, eta})[0] - STRENGTH.at(new double[] {xi / up, eta})[0])
            / (2 * h);
    double byLnEta =
        (STRENGTH.at(new double[] {xi, eta * up})[0] - STRENGTH.at(new double[] {xi, eta / up})[0])
            / (2 * h);
    assertThat(at[1]).isCloseTo(byLnXi, within(1e-7 * at[0]));
    assertThat(at[2]).isCloseTo(byLnEta, within(1e-7 * at[0]));
  }

  @Test
  void withoutRelaxationNothingHangsOnItsLogarithm() {
    assertThat(STRENGTH.at(new double[] {1, 0})[2]).isZero();
    // mpmath 1.3 at 30 digits, closed form with Struve functions
    assertThat(STRENGTH.at(new double[] {1, 0})[0]).isCloseTo(0.16082653195381671, within(1e-13));
  }

  /** K of the terms is K of the model at rates with these ξ, η and ζ. */
  @ParameterizedTest
  @CsvSource({"0.1, 0, 1e-3", "3, 0.5, 1e-4", "40, 2, 0.01", "1e3, 20, 3e-3"})
  void termsAddUpToTheModel(double xi, double eta, double zeta) {
    double omega0 = 3e10;
    double rabi = zeta * omega0;
    double sweepRate = Math.PI * rabi * rabi / (2 * xi);
    ShiftModel model = new LzModel(INTEGRAL);
    double expected = model.shift(rabi, sweepRate, omega0, eta * sweepRate / omega0).value();
    double[] terms = RESPONSE.at(new double[] {xi, eta, zeta});
    assertThat(terms[4]).isCloseTo(expected, within(1e-12));
    double logarithm = Math.log(omega0 / Math.sqrt(sweepRate));
    assertThat(terms[0] * logarithm + terms[1] + terms[2] * terms[3])
        .isCloseTo(terms[4], within(1e-13));
  }

  @Test
  void withoutADriveAllTermsVanish() {
    for (double term : RESPONSE.at(new double[] {0, 0.3, 0})) {
      assertThat(term).isCloseTo(0, within(1e-150)); // D falls as ζ
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "1, -1, 0", "1, 0, -1", "NaN, 0, 0"})
  void negativeArgumentsAreRefused(double xi, double eta, double zeta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RESPONSE.at(new double[] {xi, eta, zeta}));
  }
}
