package tlsfit.units;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1, Double.POSITIVE_INFINITY})
  void takesPositiveNumbers(double value) {
    assertThatCode(() -> Require.positive("eta", value)).doesNotThrowAnyException();
    assertThatCode(() -> Require.notNegative("eta", value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Double.MIN_VALUE, -1, Double.NEGATIVE_INFINITY, Double.NaN})
  void refusesNegativeNumbersAndNone(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.positive("eta", value))
        .withMessage("eta > 0, not " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.notNegative("eta", value))
        .withMessage("eta >= 0, not " + value);
  }

  @Test
  void takesZeroOfEitherSignWhereItMayBe() {
    assertThatCode(() -> Require.notNegative("eta", -0.0)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> Require.positive("eta", 0.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double value) {
    assertThatCode(() -> Require.finite("width", -1e308)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.finite("width", value))
        .withMessage("width finite, not " + value);
  }
}
