package tlsfit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnHeaderTest {
  // Percentages: scipy 1.17.1, norm.ppf((1 + p)/2).
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fc error [Hz] 2 sigma | 2",
        "fc error [Hz] 2σ | 2",
        "fc error [Hz], 3-sigma | 3",
        "fc error [Hz] (k=2) | 2",
        "fc error [Hz] k = 2.5 | 2.5",
        "fc error [Hz] 1 sigma | 1",
        "fc error 2 sigma [Hz] | 2",
        "fc error (2σ) [Hz] | 2",
        "fc error (Hz, 2σ) | 2",
        "fc error [k=2; Hz] | 2",
        "fc error 95% (Hz) | 1.959963984540054",
        "fc error [Hz] 95% | 1.959963984540054",
        "fc error [Hz] 68 % | 0.9944578832097535",
        "fc error [Hz] 99.7% | 2.967737925342168",
        "fc error [Hz] | 1"
      })
  void levelsBecomeStandardDeviations(String text, double sigmas) {
    ColumnHeader header = ColumnHeader.of(text);
    assertThat(header.name()).isEqualTo("fc error");
    assertThat(header.unit()).hasValue("Hz");
    assertThat(header.sigmas()).isCloseTo(sigmas, within(1e-12));
    assertThat(header.hintsAtLevel()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fc error [Hz] 95% k=2",
        "fc error 2 sigma [Hz] 95%",
        "fc error [Hz] 0 sigma",
        "fc error [Hz] 100%"
      })
  void whatIsNoLevelOrTwoIsNone(String text) {
    assertThat(ColumnHeader.of(text).sigmas()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fc error 95 CI [Hz]",
        "fc CI95 [Hz]",
        "fc FWHM [Hz]",
        "fc expanded error [Hz]",
        "fc error 2 sd [Hz]",
        "fc error 2std",
        "fc ±2 [Hz]",
        "fc error [Hz] 95 percent"
      })
  void aLevelThatIsOnlyHintedAtIsDoubtful(String text) {
    assertThat(ColumnHeader.of(text).hintsAtLevel()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"frequency_sigma [Hz]", "f_std [Hz]", "sd of fc [Hz]", "fc2 se [Hz]", "specific"})
  void oneStandardDeviationIsNotDoubtful(String text) {
    assertThat(ColumnHeader.of(text).hintsAtLevel()).isFalse();
  }
}
